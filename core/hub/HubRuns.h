// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/hub/HubFigures.h"
#include "core/hub/HubRun.h"
#include "core/hub/RunQueue.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace roadloom {

/// How many runs there may be.
struct HubLimits {
    int parallel = 1; ///< at the model at once
    int waiting = 200; ///< in the queue
    int waitingOfSeat = 3;
    std::chrono::milliseconds kept { std::chrono::minutes(
        30) }; ///< after its end, to be read again
    qsizetype keptRuns = 500; ///< that have ended
    qsizetype keptBytes = qsizetype(256) * 1024 * 1024; ///< of the logs of all that have ended
};

/// The runs of the hub: those that wait for their turn, those that are on, and for a while those
/// that have ended.
class HubRuns : public QObject {
    Q_OBJECT
public:
    /// Makes whoever makes the next run.
    using SourceFactory = std::function<std::unique_ptr<RoadmapSource>()>;

    HubRuns(SourceFactory factory, const HubLimits& limits, QObject* parent = nullptr);

    /// Begins at once if there is room at the model. ErrorKind::RateLimit if too many wait.
    [[nodiscard]] Result<HubRun*> add(const QString& seat, const LearnerRequest& request);
    /// Null: there is none, or no more.
    [[nodiscard]] HubRun* find(const QString& task) const { return m_runs.value(task); }
    /// Those that brought the roadmap with that id of the wire, in no order.
    [[nodiscard]] QList<HubRun*> withRoadmap(const QString& roadmapId) const;

    [[nodiscard]] QList<HubRun*> all() const { return m_runs.values(); }
    [[nodiscard]] qsizetype waiting() const { return m_queue.size(); }
    [[nodiscard]] qsizetype running() const { return m_running; }

    /// Of those that have ended.
    [[nodiscard]] const HubFigures& figures() const { return m_figures; }

Q_SIGNALS:
    /// See HubRun::stumbled().
    void stumbled(const QString& sentence);

private:
    void takeEnded(HubRun* run);
    void beginNext();
    void announcePlaces();
    void forget(HubRun* run);
    void forgetOld();
    void makeRoom();

    SourceFactory m_factory;
    HubLimits m_limits;
    QHash<QString, HubRun*> m_runs; ///< children
    struct Ended {
        HubRun* run = nullptr;
        QDeadlineTimer kept;
    };
    QList<Ended> m_ended; ///< the first one first
    qsizetype m_endedBytes = 0;
    RunQueue m_queue;
    qsizetype m_running = 0;
    HubFigures m_figures;
    QTimer m_forgetting; ///< on while some have ended
};

} // namespace roadloom
