// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubRuns.h"

#include <QUuid>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

namespace {

/// 0 where nothing is told.
qint64 tokensIn(const ChatUsage& usage)
{
    return usage.inputTokens.value_or(0) + usage.outputTokens.value_or(0);
}

} // namespace

HubRuns::HubRuns(
    SourceFactory factory, const HubLimits& limits, const QString& hubName, QObject* parent)
    : QObject(parent)
    , m_factory(std::move(factory))
    , m_limits(limits)
    , m_idPrefix(hubName.isEmpty() ? QString() : hubName + u'-')
    , m_budget(limits.budget)
{
    m_clock.start();
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
    if (const auto refusal = m_budget.refusal(seat, now())) {
        ++m_budgetRefusals;
        Q_EMIT budgetRefused(seat);
        return *refusal;
    }
    m_budget.noteRun(seat, now());
    const QString id = m_idPrefix + QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto* const run = new HubRun(id, seat, request, this);
    m_runs.insert(run->id(), run);
    connect(run, &HubRun::stumbled, this, &HubRuns::stumbled);
    connect(run, &HubRun::began, this, [this, run] { Q_EMIT began(*run); });
    connect(run, &HubRun::ended, this, [this, run] { takeEnded(run); });
    m_queue.add(run->id(), seat);
    Q_EMIT queued(*run);
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

void HubRuns::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    beginNext();
}

void HubRuns::favour(const QString& task)
{
    m_queue.favour(task);
    announcePlaces();
}

void HubRuns::cancelOf(const QString& seat)
{
    const QList<HubRun*> runs = m_runs.values();
    for (HubRun* const run : runs) {
        if (run->seat() == seat)
            run->cancel();
    }
}

QList<HubRun*> HubRuns::all() const
{
    QList<HubRun*> all;
    for (const QString& task : m_queue.order())
        all.append(m_runs.value(task));
    for (HubRun* const run : m_runs) {
        if (run->state() == HubRunState::Running)
            all.append(run);
    }
    std::ranges::sort(all.begin() + m_queue.size(), all.end(), {}, &HubRun::created);
    for (auto it = m_ended.crbegin(); it != m_ended.crend(); ++it)
        all.append(it->run);
    return all;
}

qint64 HubRuns::tokensOf(const QString& seat) const
{
    return m_budget.tokens(seat, now());
}

void HubRuns::beginNext()
{
    while (!m_isPaused && m_running < m_limits.parallel) {
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
        m_runs.value(order.at(i))->takePlace(int(i) + 1, waitAt(i + 1));
}

/// By how long the last runs took: their turns come as those before them end.
HubRun::Wait HubRuns::waitAt(qsizetype place) const
{
    const auto usual = m_figures.durations().quantile(0.5);
    if (!usual || m_isPaused)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(*usual * place / m_limits.parallel);
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
    m_budget.noteTokens(run->seat(), tokensIn(run->usage()), now());
    m_ended.append({ .run = run, .kept = QDeadlineTimer(m_limits.kept, Qt::VeryCoarseTimer) });
    m_endedBytes += run->log().size();
    makeRoom();
    if (!m_forgetting.isActive())
        m_forgetting.start();
    Q_EMIT ended(*run);
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
