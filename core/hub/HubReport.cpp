// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubReport.h"

#include "core/hub/Hub.h"

#include <QHash>

namespace roadloom {

namespace {

RunReport reportOf(const HubRun& run)
{
    return { .task = run.id(),
        .seat = run.seat(),
        .goal = run.request().preferences.learningGoal,
        .state = run.state(),
        .place = run.place(),
        .wait = run.wait(),
        .step = run.step(),
        .percent = run.state() == HubRunState::Done ? 100 : run.percent(),
        .trouble = run.trouble().isEmpty() ? run.failure() : run.trouble(),
        .created = run.created() };
}

/// Those of the class; without one, those that have runs.
QList<SeatReport> seatsOf(const Hub& hub, const QList<HubRun*>& runs)
{
    QList<SeatReport> seats;
    QHash<QString, qsizetype> places;
    const auto add = [&seats, &places](const QString& id, const QString& name) {
        places.insert(id, seats.size());
        seats.append({ .id = id, .name = name });
    };
    if (const SeatBook* const book = hub.seats()) {
        for (const Seat& seat : book->seats())
            add(seat.id, seat.name);
    }
    for (const HubRun* const run : runs) {
        if (!places.contains(run->seat()))
            add(run->seat(), {});
        SeatReport& seat = seats[places.value(run->seat())];
        seat.isReading = seat.isReading || run->isRead();
        seat.endedRuns += run->hasEnded() ? 1 : 0;
    }
    for (SeatReport& seat : seats)
        seat.tokensToday = hub.runs().tokensOf(seat.id);
    return seats;
}

HubRates ratesOf(const Hub& hub, const QList<HubRun*>& runs)
{
    const HubFigures& figures = hub.runs().figures();
    qint64 events = figures.events();
    for (const HubRun* const run : runs)
        events += run->hasEnded() ? 0 : run->log().last();
    return { .done = figures.ended(HubRunState::Done),
        .failed = figures.ended(HubRunState::Failed),
        .timedOut = figures.failures(ErrorKind::Timeout),
        .cancelled = figures.ended(HubRunState::Cancelled),
        .firstWordMedian = figures.firstWords().quantile(0.5),
        .firstWordP95 = figures.firstWords().quantile(0.95),
        .durationMedian = figures.durations().quantile(0.5),
        .durationP95 = figures.durations().quantile(0.95),
        .events = events,
        .connections = hub.connectionCount() };
}

} // namespace

HubReport reportOf(const Hub& hub)
{
    const QList<HubRun*> runs = hub.runs().all();
    HubReport report { .seats = seatsOf(hub, runs),
        .runs = {},
        .isPaused = hub.runs().isPaused(),
        .rates = ratesOf(hub, runs) };
    for (const HubRun* const run : runs)
        report.runs.append(reportOf(*run));
    return report;
}

} // namespace roadloom
