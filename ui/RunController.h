// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/RoadmapSource.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <chrono>

namespace roadloom {

enum class RunPhase { Idle, Understanding, Designing, Done, Stopped, Failed };

/// One run after another on a source: what phase it is in, how long it has been on, and its events.
/// Each run has a session id of its own. Destroying it ends a run that is on.
class RunController : public QObject {
    Q_OBJECT
public:
    /// The source is not owned; a run that is on when it dies counts as stopped.
    explicit RunController(RoadmapSource& source, QObject* parent = nullptr);
    ~RunController() override;
    Q_DISABLE_COPY_MOVE(RunController)

    /// Ends a run that is on, then starts one.
    void start(const LearnerRequest& request);
    /// The last request again; nothing before the first start().
    void retry();
    /// Nothing if no run is on.
    void stop();

    [[nodiscard]] RunPhase phase() const { return m_phase; }
    [[nodiscard]] bool isRunning() const;
    /// Of the run that is on or was last; stands still when it has ended.
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    [[nodiscard]] const LearnerRequest& request() const { return m_request; }

Q_SIGNALS:
    void phaseChanged(roadloom::RunPhase phase);
    /// Comes before phaseChanged of the phase that the event brings.
    void eventReceived(const roadloom::AgentEvent& event);

private:
    void take(const AgentEvent& event);
    void enter(RunPhase phase);

    QPointer<RoadmapSource> m_source;
    LearnerRequest m_request;
    RunPhase m_phase = RunPhase::Idle;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_duration { 0 };
};

} // namespace roadloom
