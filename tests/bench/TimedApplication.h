// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QList>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

namespace roadloom {

/// Of this thread.
inline double cpuMilliseconds()
{
    timespec now {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// The value that this share of them, 0 to 1, does not exceed. Sorts them.
inline double shareOf(QList<double>& values, double share)
{
    std::ranges::sort(values);
    return values.value(qsizetype(share * double(values.size() - 1)));
}

/// Sums up what the events of each turn of the event loop cost, from one wait to the next. In CPU
/// time, so that what else runs on the machine does not count.
class TimedApplication final : public QApplication {
public:
    TimedApplication(int& argc, char** argv)
        : QApplication(argc, argv)
    {
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            [this] {
                if (m_turn > 0.0)
                    m_turns.append(std::exchange(m_turn, 0.0));
            });
    }

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const double begin = cpuMilliseconds();
        const bool result = QApplication::notify(receiver, event);
        m_turn += cpuMilliseconds() - begin;
        --m_depth;
        return result;
    }

    /// Those since the last time.
    void printTurns(const char* what)
    {
        std::printf("%s: %lld turns, 99th percentile %.2f ms, longest %.2f ms\n", what,
            static_cast<long long>(m_turns.size()), shareOf(m_turns, 0.99), shareOf(m_turns, 1.0));
        forgetTurns();
    }
    void forgetTurns()
    {
        m_turns.clear();
        m_turn = 0.0;
    }

private:
    int m_depth = 0;
    double m_turn = 0.0; ///< milliseconds so far
    QList<double> m_turns;
};

} // namespace roadloom
