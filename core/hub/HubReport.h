// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/HubRun.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

/// How the class does at one moment, for whoever runs it: plain data, for any thread.
namespace roadloom {

class Hub;

/// Somebody who has joined the class; without one, who has asked for a run.
struct SeatReport {
    QString id {};
    QString name {}; ///< as the learner gave it: one line, may be empty
    bool isReading = false; ///< a stream of its runs is open
    int endedRuns = 0; ///< that the hub still keeps
    qint64 tokensToday = 0; ///< of the last day, where its model tells

    bool operator==(const SeatReport&) const = default;
};

struct RunReport {
    QString task {}; ///< its id
    QString seat {}; ///< id
    QString goal {}; ///< as the learner wrote it
    HubRunState state = HubRunState::Waiting;
    int place = 0; ///< in the queue, from 1; 0: it does not wait
    std::optional<std::chrono::seconds> wait {}; ///< about how long until its turn
    WorkflowStep step = WorkflowStep::IntentAnalysis;
    int percent = 0;
    /// What went wrong last, in words for the hub's own people; empty: nothing did.
    QString trouble {};
    QDateTime created {}; ///< UTC

    bool operator==(const RunReport&) const = default;
};

/// Since the hub began; median and 95th percentile of the last 200.
struct HubRates {
    using Time = std::optional<std::chrono::milliseconds>;

    qint64 done = 0;
    qint64 failed = 0; ///< with those that timed out
    qint64 timedOut = 0;
    qint64 cancelled = 0;
    Time firstWordMedian {}; ///< from a run's turn
    Time firstWordP95 {};
    Time durationMedian {}; ///< of those that were done, from their turn
    Time durationP95 {};
    qint64 events = 0; ///< that the runs have said
    double eventsPerSecond = 0.0; ///< lately; of a hub on a thread of its own
    qsizetype connections = 0; ///< that are open

    bool operator==(const HubRates&) const = default;
};

struct HubReport {
    QList<SeatReport> seats {}; ///< in the order in which they came
    /// Those that wait, in the order of their turns; those that are on; those that have ended, the
    /// last one first.
    QList<RunReport> runs {};
    bool isPaused = false;
    HubRates rates {};

    bool operator==(const HubReport&) const = default;
};

[[nodiscard]] HubReport reportOf(const Hub& hub);

} // namespace roadloom

Q_DECLARE_METATYPE(roadloom::HubReport)
