// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/RoadmapSource.h"

#include <QList>
#include <QStringList>

namespace roadloom {

/// A source whose events a test emits.
class ScriptedSource : public RoadmapSource {
    Q_OBJECT
public:
    using RoadmapSource::RoadmapSource;

    void start(const LearnerRequest& request) override { goOn(request, {}); }
    [[nodiscard]] FinishedWork usable(const FinishedWork& finished) const override
    {
        return m_canGoOn ? finished : FinishedWork();
    }
    void goOn(const LearnerRequest& request, const FinishedWork& finished) override
    {
        Q_ASSERT(!m_running);
        m_requests.append(request);
        m_finished.append(finished);
        m_running = true;
    }
    void startStandIn(const LearnerRequest& request) override
    {
        ++m_standIns;
        start(request);
    }
    [[nodiscard]] bool canStandIn() const override { return m_canStandIn; }
    void cancel() override
    {
        if (m_running)
            ++m_cancelled;
        m_running = false;
    }
    void leave() override
    {
        if (m_running)
            ++m_left;
        m_running = false;
    }
    void retryNow() override { ++m_retriedNow; }
    void answerReview(const QString& wish) override { m_answers.append(wish); }
    [[nodiscard]] bool isRunning() const override { return m_running; }
    [[nodiscard]] QString title() const override { return m_title; }
    [[nodiscard]] bool isBuiltIn() const override { return m_isBuiltIn; }

    void emitEvent(const AgentEvent& event)
    {
        if (isTerminal(event))
            m_running = false;
        Q_EMIT eventEmitted(event);
    }
    void emitWait(WaitFor what, std::chrono::milliseconds limit = {})
    {
        Q_EMIT waitChanged({ .what = what, .limit = limit });
    }
    void emitTurn(int place) { Q_EMIT waitChanged({ .what = WaitFor::Turn, .place = place }); }
    void emitTask(const ServiceTask& task) { Q_EMIT taskGiven(task); }
    void emitParts(const DesignParts& parts) { Q_EMIT designAdvanced(parts); }
    void setCanGoOn(bool can) { m_canGoOn = can; }
    void setCanStandIn(bool can) { m_canStandIn = can; }
    void setTitle(const QString& title) { m_title = title; }
    void setBuiltIn(bool isBuiltIn) { m_isBuiltIn = isBuiltIn; }

    [[nodiscard]] const QList<LearnerRequest>& requests() const { return m_requests; }
    /// What each run began with.
    [[nodiscard]] const QList<FinishedWork>& finished() const { return m_finished; }
    /// What the learner said to reviews.
    [[nodiscard]] const QStringList& answers() const { return m_answers; }
    /// How many of the runs the built-in courses were to answer.
    [[nodiscard]] int standIns() const { return m_standIns; }
    [[nodiscard]] int cancelled() const { return m_cancelled; }
    [[nodiscard]] int left() const { return m_left; }
    [[nodiscard]] int retriedNow() const { return m_retriedNow; }

private:
    QList<LearnerRequest> m_requests;
    QList<FinishedWork> m_finished;
    QStringList m_answers;
    QString m_title = QStringLiteral("Scripted answers");
    bool m_isBuiltIn = false;
    int m_cancelled = 0;
    int m_left = 0;
    int m_retriedNow = 0;
    bool m_running = false;
    bool m_canGoOn = true;
    bool m_canStandIn = false;
    int m_standIns = 0;
};

} // namespace roadloom
