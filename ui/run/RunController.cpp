// SPDX-License-Identifier: Apache-2.0
#include "ui/run/RunController.h"

#include "core/base/Overload.h"

#include <QUuid>

#include <utility>

namespace roadloom {

namespace {

/// What the run is doing while this agent speaks.
RunPhase phaseOf(AgentId agent, RunPhase before)
{
    switch (agent) {
    case AgentId::CurriculumArchitect:
        return RunPhase::Designing;
    case AgentId::StructureValidator:
        return RunPhase::Reviewing;
    case AgentId::RoadmapEditor:
        return RunPhase::Editing;
    case AgentId::IntentAnalyzer:
    case AgentId::System:
        break;
    }
    return before;
}

RunPhase phaseOf(WorkflowStep step, RunPhase before)
{
    switch (step) {
    case WorkflowStep::CurriculumDesign:
        return RunPhase::Designing;
    case WorkflowStep::StructureValidation:
        return RunPhase::Reviewing;
    case WorkflowStep::RoadmapEdit:
        return RunPhase::Editing;
    case WorkflowStep::IntentAnalysis:
    case WorkflowStep::HumanReview:
    case WorkflowStep::Completed:
        break;
    }
    return before;
}

RunPhase phaseAfter(RunPhase phase, const AgentEvent& event)
{
    return std::visit(
        Overload {
            [phase](const ChunkEvent& chunk) { return phaseOf(chunk.agent, phase); },
            [phase](const ReasoningEvent& reasoning) { return phaseOf(reasoning.agent, phase); },
            [phase](const CompleteEvent& complete) {
                return complete.agent == AgentId::IntentAnalyzer ? RunPhase::Designing : phase;
            },
            [phase](const ProgressEvent& progress) { return phaseOf(progress.step, phase); },
            [](const ReviewRequestedEvent& /*review*/) { return RunPhase::Asking; },
            [](const ErrorEvent& /*error*/) { return RunPhase::Failed; },
            [](const DoneEvent& /*done*/) { return RunPhase::Done; },
            [phase](const auto& /*other*/) { return phase; },
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
    connect(&source, &RoadmapSource::designAdvanced, this, &RunController::takeParts);
    connect(&source, &RoadmapSource::taskGiven, this, &RunController::takeTask);
    connect(&source, &RoadmapSource::titleChanged, this, [this] {
        m_isFutile = false;
        Q_EMIT sourceChanged();
    });
    connect(&source, &QObject::destroyed, this, [this] {
        if (isRunning())
            enter(RunPhase::Stopped);
    });
    connect(&m_recall, &QTimer::timeout, this, &RunController::recallSome);
}

RunController::~RunController()
{
    if (isRunning() && m_source)
        m_source->leave();
}

void RunController::start(const LearnerRequest& request)
{
    m_finished = {};
    begin(request, {}, {});
}

/// False: there is nobody to answer.
bool RunController::prepare(const LearnerRequest& request, std::chrono::milliseconds before)
{
    if (!m_source)
        return false;
    if (m_source->isRunning())
        m_source->cancel();
    m_recall.stop();
    m_isRecalled = false;
    m_request = request;
    chooseLanguage(m_request.preferences, QLocale());
    m_request.sessionId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_clock.start();
    m_before = before;
    m_progress.reset();
    m_isRetoldInPart = false;
    m_isFutile = false;
    return true;
}

void RunController::begin(
    const LearnerRequest& request, const FinishedWork& finished, std::chrono::milliseconds before)
{
    if (!prepare(request, before))
        return;
    enter(finished.design     ? RunPhase::Reviewing
            : finished.intent ? RunPhase::Designing
                              : RunPhase::Understanding);
    if (finished.isEmpty())
        m_source->start(m_request);
    else
        m_source->goOn(m_request, finished);
}

/// What goOn() can build on.
FinishedWork RunController::usable() const
{
    const bool brokeOff = m_phase == RunPhase::Stopped || m_phase == RunPhase::Failed;
    return brokeOff && m_source ? m_source->usable(m_finished) : FinishedWork();
}

std::optional<QStringList> RunController::finishedStages() const
{
    const std::optional<DesignParts> parts = usable().parts;
    if (!parts)
        return std::nullopt;
    QStringList ids;
    for (const auto& [index, stage] : parts->stages)
        ids.append(parts->outline.stages[index].id);
    return ids;
}

void RunController::goOn()
{
    if (m_phase == RunPhase::Idle || isRunning())
        return;
    // A source that begins anew does not make what was finished worthless to another one. But parts
    // do not fit what another one says.
    const FinishedWork spared = usable();
    if (spared.isEmpty())
        m_finished.parts.reset();
    if (!spared.task)
        m_finished.task.reset(); // it is not this run's any more
    begin(LearnerRequest(m_request), spared,
        spared.isEmpty() ? std::chrono::milliseconds(0) : m_duration);
}

void RunController::recall(
    const LearnerRequest& request, const FinishedWork& finished, const QList<AgentEvent>& events)
{
    stop();
    m_request = request;
    m_finished = {};
    m_recalledWork = finished;
    m_isRecalled = true;
    m_recalled = events;
    m_progress.reset();
    m_isRetoldInPart = false;
    m_isFutile = false;
    m_clock.start();
    m_before = {};
    m_recall.start(0);
    enter(RunPhase::Understanding);
}

/// What ended an earlier part of the run, or asked in it, is over.
void RunController::recallSome()
{
    constexpr qint64 turn = 4; // milliseconds
    QElapsedTimer clock;
    clock.start();
    while (m_recall.isActive() && !m_recalled.isEmpty() && !clock.hasExpired(turn)) {
        const AgentEvent event = m_recalled.takeFirst();
        const bool isOver = std::holds_alternative<ReviewRequestedEvent>(event)
            || (isTerminal(event) && !m_recalled.isEmpty());
        if (!isOver)
            take(event);
    }
    if (m_recall.isActive() && m_recalled.isEmpty())
        endRecall();
}

void RunController::endRecall()
{
    m_recall.stop();
    m_recalled.clear();
    m_finished = std::exchange(m_recalledWork, {});
    if (isRunning())
        enter(RunPhase::Stopped);
}

QString RunController::rationale() const
{
    return m_finished.design ? m_finished.design->designRationale : QString();
}

void RunController::startOver()
{
    if (m_phase != RunPhase::Idle && !isRunning())
        start(LearnerRequest(m_request));
}

void RunController::startStandIn()
{
    if (m_phase == RunPhase::Idle || isRunning())
        return;
    m_finished = {};
    if (!prepare(LearnerRequest(m_request), {}))
        return;
    enter(RunPhase::Understanding);
    m_source->startStandIn(m_request);
}

void RunController::stop()
{
    if (!isRunning())
        return;
    if (m_recall.isActive()) {
        endRecall();
        return;
    }
    if (m_source)
        m_source->cancel();
    m_finished.task.reset();
    enter(RunPhase::Stopped);
}

void RunController::leave()
{
    if (!isAtService()) {
        stop();
        return;
    }
    if (m_source)
        m_source->leave();
    enter(RunPhase::Stopped);
}

void RunController::clear()
{
    stop();
    m_isRecalled = false;
    m_request = {};
    m_finished = {};
    m_progress.reset();
    m_clock.invalidate();
    m_before = {};
    enter(RunPhase::Idle);
}

void RunController::retryNow()
{
    if (isRunning() && m_source)
        m_source->retryNow();
}

void RunController::answerReview(const QString& wish)
{
    if (m_phase == RunPhase::Asking && m_source)
        m_source->answerReview(wish);
}

bool RunController::isRunning() const
{
    switch (m_phase) {
    case RunPhase::Understanding:
    case RunPhase::Designing:
    case RunPhase::Reviewing:
    case RunPhase::Editing:
    case RunPhase::Asking:
        return true;
    case RunPhase::Idle:
    case RunPhase::Done:
    case RunPhase::Stopped:
    case RunPhase::Failed:
        break;
    }
    return false;
}

std::chrono::milliseconds RunController::elapsed() const
{
    return isRunning() ? m_before + std::chrono::milliseconds(m_clock.elapsed()) : m_duration;
}

void RunController::take(const AgentEvent& event)
{
    if (!isRunning())
        return;
    const RunPhase next = phaseAfter(m_phase, event);
    updateWait(event);
    m_finished.take(event);
    m_isRetoldInPart = m_isRetoldInPart && !hasFinished();
    if (const auto* failure = std::get_if<ErrorEvent>(&event))
        m_isFutile = failure->error.kind == ErrorKind::NotCovered;
    if (const auto* progress = std::get_if<ProgressEvent>(&event)) {
        m_progress = *progress;
        Q_EMIT progressChanged();
    }
    Q_EMIT eventReceived(event);
    // Somebody may have stopped the run because of the event.
    if (isRunning() && next != m_phase)
        enter(next);
}

void RunController::takeParts(const DesignParts& parts)
{
    if (isRunning())
        m_finished.take(parts);
}

void RunController::takeTask(const ServiceTask& task)
{
    if (!isRunning())
        return;
    const bool isTakenUp = m_finished.task == task;
    m_isRetoldInPart = m_isRetoldInPart || (isTakenUp && hasFinished());
    m_finished.take(task);
    if (isTakenUp)
        Q_EMIT retold();
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
        || std::holds_alternative<StageChunkEvent>(event)
        || std::holds_alternative<ReasoningEvent>(event);
    const bool isRemark = std::holds_alternative<ProgressEvent>(event)
        || std::holds_alternative<MendedEvent>(event)
        || std::holds_alternative<FindingEvent>(event);
    if (isRemark)
        return;
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
        m_duration
            = m_before + std::chrono::milliseconds(m_clock.isValid() ? m_clock.elapsed() : 0);
    const bool isWithAgents = phase == RunPhase::Designing || phase == RunPhase::Reviewing
        || phase == RunPhase::Editing;
    if (!isWithAgents)
        endWait();
    Q_EMIT phaseChanged(phase);
}

} // namespace roadloom
