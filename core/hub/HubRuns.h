// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/hub/HubFigures.h"
#include "core/hub/HubRun.h"
#include "core/hub/RunQueue.h"
#include "core/hub/SeatBudget.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
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
    SeatBudget::Limits budget {};
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

    /// The ids of its tasks begin with the hub's name, if it has one: "name-uuid".
    HubRuns(SourceFactory factory, const HubLimits& limits, const QString& hubName = {},
        QObject* parent = nullptr);

    /// Begins at once if there is room at the model. ErrorKind::RateLimit if too many wait, or the
    /// seat has used up its budget.
    [[nodiscard]] Result<HubRun*> add(const QString& seat, const LearnerRequest& request);
    /// Null: there is none, or no more.
    [[nodiscard]] HubRun* find(const QString& task) const { return m_runs.value(task); }
    /// Those that brought the roadmap with that id of the wire, in no order.
    [[nodiscard]] QList<HubRun*> withRoadmap(const QString& roadmapId) const;

    /// While the hub pauses no run begins; those that are on go on.
    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    /// It begins before all others that wait. Nothing if it does not wait.
    void favour(const QString& task);
    /// All that the seat has at the hub ends.
    void cancelOf(const QString& seat);

    /// Those that wait, in the order in which they will begin if nobody else asks; those that are
    /// on; those that have ended, the last one first.
    [[nodiscard]] QList<HubRun*> all() const;
    [[nodiscard]] qsizetype waiting() const { return m_queue.size(); }
    [[nodiscard]] qsizetype running() const { return m_running; }
    /// Within the last day, of runs that have ended.
    [[nodiscard]] qint64 tokensOf(const QString& seat) const;
    [[nodiscard]] qint64 budgetRefusals() const { return m_budgetRefusals; }

    /// Of those that have ended.
    [[nodiscard]] const HubFigures& figures() const { return m_figures; }

Q_SIGNALS:
    /// See HubRun::stumbled().
    void stumbled(const QString& sentence);
    void queued(const roadloom::HubRun& run);
    void began(const roadloom::HubRun& run);
    void ended(const roadloom::HubRun& run);
    void budgetRefused(const QString& seat);

private:
    void takeEnded(HubRun* run);
    void beginNext();
    void announcePlaces();
    [[nodiscard]] HubRun::Wait waitAt(qsizetype place) const;
    [[nodiscard]] std::chrono::seconds now() const
    {
        return std::chrono::seconds(m_clock.elapsed() / 1000);
    }
    void forget(HubRun* run);
    void forgetOld();
    void makeRoom();

    SourceFactory m_factory;
    HubLimits m_limits;
    QString m_idPrefix;
    QHash<QString, HubRun*> m_runs; ///< children
    struct Ended {
        HubRun* run = nullptr;
        QDeadlineTimer kept;
    };
    QList<Ended> m_ended; ///< the first one first
    qsizetype m_endedBytes = 0;
    RunQueue m_queue;
    SeatBudget m_budget;
    qint64 m_budgetRefusals = 0;
    bool m_isPaused = false;
    qsizetype m_running = 0;
    QElapsedTimer m_clock; ///< never jumps
    HubFigures m_figures;
    QTimer m_forgetting; ///< on while some have ended
};

} // namespace roadloom
