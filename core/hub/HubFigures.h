// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/HubRun.h"

#include <QHash>

#include <array>
#include <chrono>

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

/// How the hub does, in numbers: of all runs that have ended since it began. Plain data.
class HubFigures {
public:
    void take(const HubRun& ended);

    /// In Prometheus' text format 0.0.4, with what is on at present.
    [[nodiscard]] QByteArray prometheusText(
        const HubRuns& runs, qsizetype seats, qsizetype connections) const;

private:
    QHash<HubRunState, qint64> m_ended;
    QHash<ErrorKind, qint64> m_failures;
    TimeHistogram m_firstWords;
    TimeHistogram m_durations;
    TimeHistogram m_waits;
    qint64 m_events = 0;
    qint64 m_bytes = 0;
};

} // namespace roadloom
