// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubRuns.h"

#include <QUuid>

#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

HubRuns::HubRuns(SourceFactory factory, const HubLimits& limits, QObject* parent)
    : QObject(parent)
    , m_factory(std::move(factory))
    , m_limits(limits)
{
    m_forgetting.setInterval(limits.kept / 10 + 1ms);
    m_forgetting.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_forgetting, &QTimer::timeout, this, &HubRuns::forgetOld);
}

Result<HubRun*> HubRuns::add(const QString& seat, const LearnerRequest& request)
{
    if (m_queue.sizeOf(seat) >= m_limits.waitingOfSeat)
        return Error { ErrorKind::RateLimit,
            tr("%n of your runs are waiting already. Wait until one has begun.", nullptr,
                m_limits.waitingOfSeat),
            {} };
    if (m_queue.size() >= m_limits.waiting)
        return Error { ErrorKind::RateLimit,
            tr("Too many runs are waiting at the hub. Try again in a few minutes."), {} };
    auto* const run
        = new HubRun(QUuid::createUuid().toString(QUuid::WithoutBraces), seat, request, this);
    m_runs.insert(run->id(), run);
    connect(run, &HubRun::stumbled, this, &HubRuns::stumbled);
    connect(run, &HubRun::ended, this, [this, run] { takeEnded(run); });
    m_queue.add(run->id(), seat);
    beginNext();
    return run;
}

QList<HubRun*> HubRuns::withRoadmap(const QString& roadmapId) const
{
    QList<HubRun*> found = m_runs.values();
    found.removeIf([&roadmapId](const HubRun* run) {
        return !run->result() || run->result()->design.framework.id != roadmapId;
    });
    return found;
}

void HubRuns::beginNext()
{
    while (m_running < m_limits.parallel) {
        const auto next = m_queue.takeNext();
        if (!next)
            break;
        ++m_running;
        m_runs.value(*next)->begin(m_factory());
    }
    announcePlaces();
}

/// Each that waits hears where it stands now.
void HubRuns::announcePlaces()
{
    const QStringList order = m_queue.order();
    for (qsizetype i = 0; i < order.size(); ++i)
        m_runs.value(order.at(i))->takePlace(int(i) + 1);
}

/// One that never began was in the queue.
void HubRuns::takeEnded(HubRun* run)
{
    const qsizetype waited = m_queue.size();
    m_queue.remove(run->id());
    if (m_queue.size() == waited)
        --m_running;
    else
        announcePlaces();
    m_figures.take(*run);
    m_ended.append({ .run = run, .kept = QDeadlineTimer(m_limits.kept, Qt::VeryCoarseTimer) });
    m_endedBytes += run->log().size();
    makeRoom();
    if (!m_forgetting.isActive())
        m_forgetting.start();
    // Not from within the end of another one, whose source is still at work.
    QMetaObject::invokeMethod(this, &HubRuns::beginNext, Qt::QueuedConnection);
}

void HubRuns::makeRoom()
{
    while (m_ended.size() > m_limits.keptRuns
        || (m_endedBytes > m_limits.keptBytes && m_ended.size() > 1))
        forget(m_ended.first().run);
}

void HubRuns::forgetOld()
{
    while (!m_ended.isEmpty() && m_ended.first().kept.hasExpired())
        forget(m_ended.first().run);
    if (m_ended.isEmpty())
        m_forgetting.stop();
}

void HubRuns::forget(HubRun* run)
{
    m_ended.removeIf([run](const Ended& ended) { return ended.run == run; });
    m_endedBytes -= run->log().size();
    m_runs.remove(run->id());
    run->deleteLater(); // perhaps it is about to say that it has ended
}

} // namespace roadloom
