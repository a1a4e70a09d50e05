// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/RoadmapReview.h"

#include "core/roadmap/IssueLocations.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Worth an editor's time.
bool callsForEditing(const Finding& finding)
{
    return finding.severity != Severity::Suggestion;
}

} // namespace

RoadmapReview::RoadmapReview(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
    const IntentAnalysis& intent)
    : m_setup(setup)
    , m_mode(mode)
    , m_request(request)
    , m_intent(intent)
{
}

void RoadmapReview::review(
    const CurriculumDesign& design, const QList<Finding>& findings, int rounds)
{
    m_design = design;
    m_findings = findings;
    m_roundsLeft = std::max(rounds, 1);
    validate();
}

void RoadmapReview::change(const CurriculumDesign& design, const QString& wish)
{
    m_design = design;
    m_roundsLeft = 0;
    m_isWish = true;
    edit(RoadmapEditor(m_setup).change(m_mode, m_request, m_design.framework, wish));
}

void RoadmapReview::cancel()
{
    m_isOver = true;
    if (m_task != nullptr)
        dropTask();
}

ChatUsage RoadmapReview::usage() const
{
    ChatUsage usage = m_usage;
    if (m_task != nullptr)
        usage += m_task->usage();
    return usage;
}

void RoadmapReview::retryNow()
{
    if (m_task != nullptr)
        m_task->retryNow();
}

void RoadmapReview::validate()
{
    --m_roundsLeft;
    auto task
        = StructureValidator(m_setup).validate(m_mode, m_request, m_intent, m_design.framework);
    connect(task.get(), &ValidationTask::completed, this, &RoadmapReview::takeValidation);
    follow(std::move(task), AgentId::StructureValidator);
    Q_EMIT validationBegan();
}

void RoadmapReview::takeValidation(const Validation& validation)
{
    dropTask();
    QList<Finding> found = findingsOf(validation, m_design.framework);
    tell(CompleteEvent { validation, AgentId::StructureValidator });
    tell(found);
    found.removeIf([](const Finding& finding) { return !callsForEditing(finding); });
    if (found.isEmpty() || m_roundsLeft == 0)
        end();
    else if (!m_isOver)
        edit(
            RoadmapEditor(m_setup).mend(m_mode, m_request, m_design.framework, found + m_findings));
}

void RoadmapReview::edit(std::unique_ptr<EditTask> task)
{
    m_heard = RoadmapAssembler();
    connect(task.get(), &AgentTask::chunk, this, [this](const QString& text) {
        QList<PreviewEvent> events;
        static_cast<void>(m_heard.feed(text, events));
        const auto closed = std::ranges::count_if(events,
            [](const PreviewEvent& event) { return std::holds_alternative<ConceptClosed>(event); });
        if (closed > 0)
            Q_EMIT editGrew(int(closed));
    });
    connect(task.get(), &AgentTask::attemptFailed, this, [this] { m_heard = RoadmapAssembler(); });
    connect(task.get(), &EditTask::completed, this, &RoadmapReview::takeEdit);
    follow(std::move(task), AgentId::RoadmapEditor);
    Q_EMIT editBegan();
}

void RoadmapReview::takeEdit(const RoadmapEdit& edit)
{
    dropTask();
    MendedRoadmap whole = mendRoadmap(edit.framework, rules());
    const QList<Finding> findings = checkRoadmap(whole.roadmap, rules());
    if (hasCriticalFinding(findings)) {
        giveUp(
            tr("The edited roadmap breaks rules that it must keep, so the one before it stands."),
            tr("Look at the findings yourself, or use a stronger model."));
        return;
    }
    RoadmapEdit accepted = edit;
    accepted.framework = whole.roadmap;
    m_design.framework = std::move(whole.roadmap);
    m_findings = findings;
    for (const Mend& mend : std::as_const(whole.mends))
        tell(MendedEvent { mend, AgentId::RoadmapEditor });
    tell(CompleteEvent { accepted, AgentId::RoadmapEditor });
    tell(findings);
    if (m_roundsLeft == 0)
        end();
    else if (!m_isOver)
        validate();
}

void RoadmapReview::follow(std::unique_ptr<AgentTask> task, AgentId agent)
{
    m_task = task.release();
    m_task->setParent(this);
    m_agent = agent;
    connect(m_task, &AgentTask::chunk, this, [this, agent](const QString& text) {
        Q_EMIT eventEmitted(ChunkEvent { text, agent });
    });
    connect(m_task, &AgentTask::reasoning, this, [this, agent](const QString& text) {
        Q_EMIT eventEmitted(ReasoningEvent { text, agent });
    });
    connect(m_task, &AgentTask::attemptFailed, this,
        [this, agent](const QString& reason, std::chrono::milliseconds delay) {
            Q_EMIT eventEmitted(
                AttemptFailedEvent { .agent = agent, .reason = reason, .retryIn = delay });
        });
    connect(m_task, &AgentTask::waitChanged, this, &RoadmapReview::waitChanged);
    connect(m_task, &AgentTask::mended, this, [this, agent](const QStringList& sentences) {
        for (const QString& sentence : sentences)
            tell(MendedEvent { { .rule = {}, .location = {}, .what = sentence }, agent });
    });
    connect(m_task, &AgentTask::failed, this, [this](const Error& error) {
        const bool isEditor = m_agent == AgentId::RoadmapEditor;
        dropTask();
        if (m_isWish)
            giveUp(tr("What you asked for could not be done. %1").arg(error.message),
                tr("Ask for it again, or keep the roadmap as it is."));
        else if (isEditor)
            giveUp(tr("What was found could not be mended. %1").arg(error.message),
                tr("The findings before this one still hold."));
        else
            giveUp(tr("No model has reviewed this roadmap. %1").arg(error.message),
                tr("Its structure was checked all the same. Start anew for a review."));
    });
}

/// It may be one of its own signals that brought us here.
void RoadmapReview::dropTask()
{
    m_usage += m_task->usage();
    m_task->disconnect(this);
    m_task->deleteLater();
    m_task = nullptr;
}

void RoadmapReview::giveUp(const QString& issue, const QString& suggestion)
{
    tell(FindingEvent { { .rule = u"V"_s,
        .severity = Severity::Warning,
        .location = {},
        .issue = issue,
        .suggestion = suggestion } });
    end();
}

/// A slot of an earlier event may have cancelled.
void RoadmapReview::tell(const AgentEvent& event)
{
    if (!m_isOver)
        Q_EMIT eventEmitted(event);
}

void RoadmapReview::tell(const QList<Finding>& findings)
{
    for (const Finding& finding : findings)
        tell(FindingEvent { finding });
}

void RoadmapReview::end()
{
    if (!std::exchange(m_isOver, true))
        Q_EMIT finished(m_design);
}

RuleContext RoadmapReview::rules() const
{
    return { .request = &m_request, .intent = &m_intent, .today = QDate::currentDate() };
}

} // namespace roadloom
