// SPDX-License-Identifier: Apache-2.0
#include "ui/look/DayWatch.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

QDateTime DayWatch::systemClock()
{
    return QDateTime::currentDateTime();
}

DayWatch::DayWatch(Clock clock, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_day(m_clock().date())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DayWatch::look);
    look();
}

void DayWatch::look()
{
    const QDateTime now = m_clock();
    // A clock may stand still; and a timer does not count the time that the machine sleeps.
    constexpr std::chrono::milliseconds leastWait = 100ms;
    constexpr std::chrono::milliseconds longestWait = 1h;
    const std::chrono::milliseconds rest(now.msecsTo(now.date().addDays(1).startOfDay()));
    m_timer.start(std::clamp(rest, leastWait, longestWait));
    if (std::exchange(m_day, now.date()) != now.date())
        Q_EMIT dayBegan();
}

} // namespace roadloom
