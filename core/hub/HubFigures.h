// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/HubRun.h"

#include <QHash>
#include <QList>

#include <array>
#include <chrono>
#include <optional>

namespace roadloom {

class HubRuns;

/// Times in seconds, counted by how long they were.
class TimeHistogram {
public:
    static constexpr std::array bounds { 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0,
        300.0, 600.0 };

    void add(std::chrono::milliseconds time);
    /// The lines of a histogram in Prometheus' text format.
    [[nodiscard]] QByteArray lines(const QByteArray& name) const;

private:
    std::array<qint64, bounds.size()> m_counts {}; ///< no longer than each bound
    qint64 m_count = 0;
    double m_sum = 0;
};

/// The times of the last ones, of which the middle and the slow end are told.
class RecentTimes {
public:
    static constexpr qsizetype most = 200;

    void add(std::chrono::milliseconds time);
    /// The smallest that no fewer than this part of them are no longer than; nothing if there are
    /// none. 0.5: the median.
    [[nodiscard]] std::optional<std::chrono::milliseconds> quantile(double part) const;

private:
    QList<std::chrono::milliseconds> m_times; ///< the oldest first
};

/// How the hub does, in numbers: of all runs that have ended since it began. Plain data.
class HubFigures {
public:
    void take(const HubRun& ended);

    [[nodiscard]] qint64 ended(HubRunState state) const { return m_ended.value(state); }
    [[nodiscard]] qint64 failures(ErrorKind kind) const { return m_failures.value(kind); }
    [[nodiscard]] qint64 events() const { return m_events; }
    [[nodiscard]] const RecentTimes& firstWords() const { return m_recentFirstWords; }
    [[nodiscard]] const RecentTimes& durations() const { return m_recentDurations; }

    /// In Prometheus' text format 0.0.4, with what is on at present.
    [[nodiscard]] QByteArray prometheusText(
        const HubRuns& runs, qsizetype seats, qsizetype connections) const;

private:
    QHash<HubRunState, qint64> m_ended;
    QHash<ErrorKind, qint64> m_failures;
    TimeHistogram m_firstWords;
    TimeHistogram m_durations;
    TimeHistogram m_waits;
    RecentTimes m_recentFirstWords;
    RecentTimes m_recentDurations; ///< of those that were done
    qint64 m_events = 0;
    qint64 m_bytes = 0;
};

} // namespace roadloom
