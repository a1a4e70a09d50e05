// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubFigures.h"

#include "core/hub/HubRuns.h"

#include <algorithm>
#include <cmath>

namespace roadloom {

namespace {

double seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000.0;
}

QByteArray decimal(double value)
{
    return QByteArray::number(value, 'g', 12);
}

QByteArray head(const QByteArray& name, const char* type, const char* help)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

QByteArray gauge(const QByteArray& name, qint64 value, const char* help)
{
    return head(name, "gauge", help) + name + ' ' + QByteArray::number(value) + '\n';
}

QByteArray counter(const QByteArray& name, qint64 value, const char* help)
{
    return head(name, "counter", help) + name + ' ' + QByteArray::number(value) + '\n';
}

} // namespace

void TimeHistogram::add(std::chrono::milliseconds time)
{
    for (std::size_t i = 0; i < bounds.size(); ++i)
        m_counts[i] += seconds(time) <= bounds[i] ? 1 : 0;
    ++m_count;
    m_sum += seconds(time);
}

QByteArray TimeHistogram::lines(const QByteArray& name) const
{
    QByteArray lines;
    for (std::size_t i = 0; i < bounds.size(); ++i)
        lines += name + "_bucket{le=\"" + decimal(bounds[i]) + "\"} "
            + QByteArray::number(m_counts[i]) + '\n';
    const QByteArray count = QByteArray::number(m_count);
    lines += name + "_bucket{le=\"+Inf\"} " + count + '\n';
    lines += name + "_sum " + decimal(m_sum) + '\n' + name + "_count " + count + '\n';
    return lines;
}

void RecentTimes::add(std::chrono::milliseconds time)
{
    if (m_times.size() >= most)
        m_times.removeFirst();
    m_times.append(time);
}

std::optional<std::chrono::milliseconds> RecentTimes::quantile(double part) const
{
    if (m_times.isEmpty())
        return std::nullopt;
    QList<std::chrono::milliseconds> times = m_times;
    const auto rank = qsizetype(std::ceil(part * double(times.size())));
    const auto at = times.begin() + std::clamp<qsizetype>(rank - 1, 0, times.size() - 1);
    std::nth_element(times.begin(), at, times.end());
    return *at;
}

void HubFigures::take(const HubRun& ended)
{
    ++m_ended[ended.state()];
    if (ended.failureKind())
        ++m_failures[*ended.failureKind()];
    if (const auto time = ended.firstWord()) {
        m_firstWords.add(*time);
        m_recentFirstWords.add(*time);
    }
    if (const auto time = ended.waited())
        m_waits.add(*time);
    if (const auto time = ended.lasted()) {
        m_durations.add(*time);
        if (ended.state() == HubRunState::Done)
            m_recentDurations.add(*time);
    }
    m_events += ended.log().last();
    m_bytes += ended.log().size();
}

QByteArray HubFigures::prometheusText(
    const HubRuns& runs, qsizetype seats, qsizetype connections) const
{
    QByteArray text;
    text += gauge("roadloom_hub_runs_waiting", runs.waiting(), "Runs that wait for their turn.");
    text += gauge("roadloom_hub_runs_running", runs.running(), "Runs at the model.");
    text += gauge("roadloom_hub_paused", runs.isPaused() ? 1 : 0, "1: no run begins.");
    text += counter("roadloom_hub_budget_refusals_total", runs.budgetRefusals(),
        "Wishes of seats that had used up their budget.");
    text += gauge("roadloom_hub_seats", seats, "Seats that have joined the class.");
    text += gauge("roadloom_hub_connections", connections, "Connections that are open.");
    const QByteArray ended = "roadloom_hub_runs_total";
    text += head(ended, "counter", "Runs that have ended, by how.");
    for (const HubRunState state :
        { HubRunState::Done, HubRunState::Failed, HubRunState::Cancelled })
        text += ended + "{result=\"" + taskStatusName(state) + "\"} "
            + QByteArray::number(m_ended.value(state)) + '\n';
    const QByteArray failures = "roadloom_hub_failures_total";
    text += head(failures, "counter", "Runs that have failed, by the kind of failure.");
    QList<ErrorKind> kinds = m_failures.keys();
    std::ranges::sort(kinds);
    for (const ErrorKind kind : std::as_const(kinds))
        text += failures + "{kind=\"" + errorKindName(kind).toLatin1() + "\"} "
            + QByteArray::number(m_failures.value(kind)) + '\n';
    text += counter("roadloom_hub_events_total", m_events, "Events of the runs that have ended.");
    text += counter("roadloom_hub_event_bytes_total", m_bytes, "Bytes of these events.");
    const auto histogram
        = [&text](const QByteArray& name, const TimeHistogram& times, const char* help) {
              text += head(name, "histogram", help) + times.lines(name);
          };
    histogram("roadloom_hub_wait_seconds", m_waits, "From a wish to its turn at the model.");
    histogram("roadloom_hub_first_word_seconds", m_firstWords, "From its turn to the first word.");
    histogram("roadloom_hub_run_seconds", m_durations, "From its turn to the end.");
    return text;
}

} // namespace roadloom
