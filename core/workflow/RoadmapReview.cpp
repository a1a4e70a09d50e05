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

/// Models that should mend a roadmap sometimes answer with the mended part alone.
bool lacksTooMuch(const Roadmap& edited, const Roadmap& before)
{
    return conceptCount(edited) * 5 < conceptCount(before) * 4;
}

} // namespace

RoadmapReview::RoadmapReview(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
    const IntentAnalysis& intent, RunRecorder* recorder)
    : m_setup(setup)
    , m_mode(mode)
    , m_request(request)
    , m_intent(intent)
    , m_recorder(recorder)
{
}

void RoadmapReview::review(const CurriculumDesign& design, const QList<Finding>& findings,
    int rounds, const std::optional<Validation>& validation)
{
    m_last = { .design = design, .ofRules = findings, .validation = validation };
    m_best = m_last;
    m_editsLeft = std::max(rounds, 0);
    later(validation ? &RoadmapReview::mendOrEnd : &RoadmapReview::validate);
}

void RoadmapReview::change(const CurriculumDesign& design, const QString& wish)
{
    m_last = { .design = design, .ofRules = {} };
    m_best = m_last;
    m_wish = wish;
    later(&RoadmapReview::carryOutWish);
}

void RoadmapReview::later(void (RoadmapReview::*step)())
{
    QMetaObject::invokeMethod(
        this,
        [this, step] {
            if (!m_isOver)
                (this->*step)();
        },
        Qt::QueuedConnection);
}

void RoadmapReview::whenRecorded(void (RoadmapReview::*step)())
{
    whenDurable(m_recorder, this, [this, step] {
        if (!m_isOver)
            (this->*step)();
    });
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
    auto task = StructureValidator(m_setup).validate(
        m_mode, m_request, m_intent, m_last.design.framework);
    connect(task.get(), &ValidationTask::completed, this, &RoadmapReview::takeValidation);
    follow(std::move(task), AgentId::StructureValidator);
    Q_EMIT validationBegan();
}

void RoadmapReview::takeValidation(const Validation& validation)
{
    dropTask();
    m_last.validation = validation;
    if (!m_best.validation || !isWorse(validation, *m_best.validation))
        m_best = m_last;
    tell(CompleteEvent { validation, AgentId::StructureValidator });
    tell(findingsOf(validation, m_last.design.framework));
    if (!m_isOver)
        whenRecorded(&RoadmapReview::mendOrEnd);
}

void RoadmapReview::mendOrEnd()
{
    const QList<Finding> found = findingsOf(*m_last.validation, m_last.design.framework);
    if (m_editsLeft == 0 || std::ranges::none_of(found, callsForEditing))
        end();
    else
        mend();
}

bool RoadmapReview::isWorse(const Validation& one, const Validation& other)
{
    const auto criticals = [](const Validation& validation) {
        return std::ranges::count(
            validation.issues, Severity::Critical, &ValidationIssue::severity);
    };
    if (criticals(one) != criticals(other))
        return criticals(one) > criticals(other);
    return one.overallScore < other.overallScore;
}

void RoadmapReview::mend()
{
    --m_editsLeft;
    const Roadmap& roadmap = m_last.design.framework;
    QList<Finding> found = findingsOf(*m_last.validation, roadmap);
    found.removeIf([](const Finding& finding) { return !callsForEditing(finding); });
    edit(RoadmapEditor(m_setup).mend(m_mode, m_request, roadmap, found + m_last.ofRules));
}

void RoadmapReview::carryOutWish()
{
    edit(RoadmapEditor(m_setup).change(m_mode, m_request, m_last.design.framework, m_wish));
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
            tr("The mended roadmap breaks rules that it must keep, so the one before it stands."),
            tr("Look at the remarks yourself, or use a stronger model."));
        return;
    }
    const bool isWish = !m_wish.isEmpty();
    if (!isWish && lacksTooMuch(whole.roadmap, m_last.design.framework)) {
        giveUp(tr("The mended roadmap lacks more than a fifth of the concepts, so the one before "
                  "it stands."),
            tr("Look at the remarks yourself, or use a stronger model."));
        return;
    }
    RoadmapEdit accepted = edit;
    accepted.framework = whole.roadmap;
    m_last.design.framework = std::move(whole.roadmap);
    m_last.ofRules = findings;
    m_last.validation.reset();
    if (isWish)
        m_best = m_last;
    for (const Mend& mend : std::as_const(whole.mends))
        tell(MendedEvent { mend, AgentId::RoadmapEditor });
    tell(CompleteEvent { accepted, AgentId::RoadmapEditor });
    tell(findings);
    if (isWish)
        end();
    else if (!m_isOver)
        whenRecorded(&RoadmapReview::validate);
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
            if (!m_isOver)
                Q_EMIT withdrawn();
        });
    connect(m_task, &AgentTask::waitChanged, this, &RoadmapReview::waitChanged);
    connect(m_task, &AgentTask::mended, this, [this, agent](const QStringList& sentences) {
        for (const QString& sentence : sentences)
            tell(MendedEvent { { .rule = {}, .location = {}, .what = sentence }, agent });
    });
    connect(m_task, &AgentTask::failed, this, &RoadmapReview::takeFailure);
}

void RoadmapReview::takeFailure(const Error& error)
{
    dropTask();
    if (!m_wish.isEmpty())
        giveUp(tr("What you asked for could not be done. %1").arg(error.message),
            tr("Ask for it again, or keep the roadmap as it is."));
    else if (m_agent == AgentId::RoadmapEditor)
        giveUp(tr("What was found could not be mended. %1").arg(error.message),
            tr("The remarks before this one still hold."));
    else if (m_best.validation)
        giveUp(tr("The mended roadmap could not be checked, so the one before it stands. %1")
                   .arg(error.message),
            tr("The remarks about that one still hold."));
    else
        giveUp(tr("No model has checked this roadmap. %1").arg(error.message),
            tr("Its structure was checked all the same. Start over to have a model check it."));
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
    settle();
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

void RoadmapReview::settle()
{
    if (m_best.design == m_last.design)
        return;
    m_last = m_best;
    const Judged best = m_best; // a slot may end it all
    RoadmapEdit back;
    back.framework = best.design.framework;
    back.modificationSummary = tr("The roadmap before the last change stands.");
    tell(CompleteEvent { back, AgentId::RoadmapEditor });
    tell(best.ofRules);
    if (!best.validation)
        return;
    tell(CompleteEvent { *best.validation, AgentId::StructureValidator });
    tell(findingsOf(*best.validation, best.design.framework));
}

void RoadmapReview::end()
{
    settle();
    if (!std::exchange(m_isOver, true))
        Q_EMIT finished(m_best.design);
}

RuleContext RoadmapReview::rules() const
{
    return { .request = &m_request, .intent = &m_intent, .today = QDate::currentDate() };
}

} // namespace roadloom
