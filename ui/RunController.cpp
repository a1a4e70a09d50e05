// SPDX-License-Identifier: Apache-2.0
#include "ui/RunController.h"

#include "core/base/Overload.h"

#include <QUuid>

namespace roadloom {

namespace {

RunPhase phaseAfter(RunPhase phase, const AgentEvent& event)
{
    return std::visit(
        Overload {
            [phase](const ChunkEvent& chunk) {
                return chunk.agent == AgentId::CurriculumArchitect ? RunPhase::Designing : phase;
            },
            [phase](const ReasoningEvent& reasoning) {
                return reasoning.agent == AgentId::CurriculumArchitect ? RunPhase::Designing
                                                                       : phase;
            },
            [](const CompleteEvent& /*complete*/) { return RunPhase::Designing; },
            [phase](const AttemptFailedEvent& /*attempt*/) { return phase; },
            [phase](const RefusedEvent& /*refused*/) { return phase; },
            [phase](const FindingEvent& /*finding*/) { return phase; },
            [](const ErrorEvent& /*error*/) { return RunPhase::Failed; },
            [](const DoneEvent& /*done*/) { return RunPhase::Done; },
        },
        event);
}

} // namespace

RunController::RunController(RoadmapSource& source, QObject* parent)
    : QObject(parent)
    , m_source(&source)
{
    connect(&source, &RoadmapSource::eventEmitted, this, &RunController::take);
    connect(&source, &RoadmapSource::waitChanged, this, &RunController::takeWait);
    connect(&source, &QObject::destroyed, this, [this] {
        if (isRunning())
            enter(RunPhase::Stopped);
    });
}

RunController::~RunController()
{
    if (isRunning() && m_source)
        m_source->cancel();
}

void RunController::start(const LearnerRequest& request)
{
    if (!m_source)
        return;
    if (m_source->isRunning())
        m_source->cancel();
    m_request = request;
    chooseLanguage(m_request.preferences, QLocale());
    m_request.sessionId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_clock.start();
    enter(RunPhase::Understanding);
    m_source->start(m_request);
}

void RunController::retry()
{
    if (m_phase != RunPhase::Idle && !isRunning())
        start(LearnerRequest(m_request));
}

void RunController::stop()
{
    if (!isRunning())
        return;
    if (m_source)
        m_source->cancel();
    enter(RunPhase::Stopped);
}

void RunController::retryNow()
{
    if (isRunning() && m_source)
        m_source->retryNow();
}

bool RunController::isRunning() const
{
    return m_phase == RunPhase::Understanding || m_phase == RunPhase::Designing;
}

std::chrono::milliseconds RunController::elapsed() const
{
    return isRunning() ? std::chrono::milliseconds(m_clock.elapsed()) : m_duration;
}

void RunController::take(const AgentEvent& event)
{
    if (!isRunning())
        return;
    const RunPhase next = phaseAfter(m_phase, event);
    updateWait(event);
    Q_EMIT eventReceived(event);
    // Somebody may have stopped the run because of the event.
    if (isRunning() && next != m_phase)
        enter(next);
}

void RunController::takeWait(const Wait& wait)
{
    if (isRunning())
        setWait(wait);
}

/// Each word starts the clock anew; what ends a try or a step ends its wait.
void RunController::updateWait(const AgentEvent& event)
{
    const bool isWord = std::holds_alternative<ChunkEvent>(event)
        || std::holds_alternative<ReasoningEvent>(event);
    if (!isWord)
        endWait();
    else if (m_wait.wait.what == WaitFor::NextWord)
        setWait(Wait(m_wait.wait));
}

void RunController::endWait()
{
    if (m_wait.wait != Wait())
        setWait({});
}

void RunController::setWait(const Wait& wait)
{
    m_wait = { .wait = wait, .since = TimedWait::Clock::now() };
    Q_EMIT waitChanged(m_wait);
}

void RunController::enter(RunPhase phase)
{
    m_phase = phase;
    if (!isRunning())
        m_duration = std::chrono::milliseconds(m_clock.elapsed());
    if (phase != RunPhase::Designing)
        endWait();
    Q_EMIT phaseChanged(phase);
}

} // namespace roadloom
