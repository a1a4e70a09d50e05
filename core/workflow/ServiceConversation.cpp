// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ServiceConversation.h"

#include "core/agents/DesignTask.h"
#include "core/base/PlainText.h"
#include "core/roadmap/IssueLocations.h"
#include "core/roadmap/RoadmapMender.h"
#include "core/workflow/ServiceBody.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ServiceConversation)
};

constexpr qsizetype mostSpeakers = 1000; // agents and stages
constexpr int mostRemarks = 20'000; // events beside words and results, which views keep

constexpr qsizetype reasonLimit = 300; // characters of the server's words in a sentence

Error brokenOff(const QString& technical)
{
    return { ErrorKind::Cut,
        Translation::tr("The service's answer broke off before its end. What was complete is kept. "
                        "Trying again starts a new run from the beginning."),
        technical };
}

Error begunAnew()
{
    return { ErrorKind::Cut,
        Translation::tr("The connection to the service broke, and the service began a new run "
                        "instead of going on with this one. What was complete is kept. Trying "
                        "again starts a new run from the beginning."),
        u"the events after the reconnection are not those of the same run"_s };
}

Error endlessRemarks()
{
    return { ErrorKind::TooLarge,
        Translation::tr("The service keeps telling what it does and comes to no end. Try again, or "
                        "let another source answer."),
        u"more than %1 events that are neither words nor results"_s.arg(mostRemarks) };
}

void setFramework(AgentResult& result, const Roadmap& roadmap)
{
    std::visit(Overload {
                   [&](CurriculumDesign& design) { design.framework = roadmap; },
                   [&](RoadmapEdit& edit) { edit.framework = roadmap; },
                   [](auto& /*noRoadmap*/) {},
               },
        result);
}

Error withoutRoadmap()
{
    return { ErrorKind::BadOutput,
        Translation::tr("The service said that it was done but sent no roadmap. Try again."), {} };
}

} // namespace

ServiceConversation::ServiceConversation(
    const LearnerRequest& request, const QDate& today, const ServerFailures& failures)
    : m_request(request)
    , m_today(today)
    , m_failures(failures)
{
}

QList<AgentEvent> ServiceConversation::take(const SseEvent& event)
{
    if (m_isOver)
        return {};
    m_hasEvents = true;
    const ServiceEvent meaning = readServiceEvent(event.data, event.type);
    if (std::holds_alternative<KeepAlive>(meaning))
        return {}; // of the connection, not of the run: it has no place among the others
    switch (m_resumePoint.take(event.lastEventId, event.data)) {
    case ResumePoint::Place::Next:
        act(meaning);
        break;
    case ResumePoint::Place::Repeated:
        ++m_signsOfLife;
        break;
    case ResumePoint::Place::Elsewhere:
        takeElsewhere(meaning);
        break;
    }
    return told();
}

QList<AgentEvent> ServiceConversation::takeUnfinished(const SseParser::UnfinishedEvent& rest)
{
    const ServiceEvent event = readServiceEvent(rest.data, rest.type);
    // Any other event would come once more after a reconnection: its id does not count yet.
    if (const auto* summary = std::get_if<RunSummary>(&event); summary != nullptr && !m_isOver)
        finish(*summary);
    else if (const auto* report = std::get_if<ReportedError>(&event); report && !m_isOver)
        giveUp(*report);
    return told();
}

QList<AgentEvent> ServiceConversation::breakOff(const QString& technical)
{
    return breakOff(brokenOff(technical));
}

QList<AgentEvent> ServiceConversation::breakOff(const Error& cut)
{
    if (!m_objections.isEmpty())
        return fail(brokenRules(m_objections));
    const bool isAnother = m_hasEvents && !m_isUnderstood;
    return fail(isAnother ? notAGenerationStream(m_failures) : cut);
}

QList<AgentEvent> ServiceConversation::fail(const Error& error)
{
    if (!m_isOver)
        end(error);
    return told();
}

void ServiceConversation::reconnect()
{
    m_isResumed = true;
    m_resumePoint.reconnect();
}

QList<AgentEvent> ServiceConversation::told()
{
    return std::exchange(m_told, {});
}

/// A service that knows no ids, or no longer this run, may still say so.
void ServiceConversation::takeElsewhere(const ServiceEvent& event)
{
    if (const auto* report = std::get_if<ReportedError>(&event))
        giveUp(*report);
    else if (std::holds_alternative<SignOfLife>(event))
        ++m_signsOfLife;
    else if (!std::holds_alternative<Unreadable>(event))
        end(begunAnew());
}

void ServiceConversation::act(const ServiceEvent& event)
{
    if (m_isResumed && isOfAnotherRun(event)) {
        end(begunAnew());
        return;
    }
    note(event);
    std::visit(Overload {
                   [](const KeepAlive&) {},
                   [](const SignOfLife&) {},
                   [this](const Unreadable&) {
                       if (++m_unreadable > maxUnreadable)
                           end(notAGenerationStream(m_failures));
                   },
                   [this](const ChunkEvent& chunk) {
                       passOn(chunk, m_words[{ chunk.agent, chunk.stage }]);
                   },
                   [this](const StageChunkEvent& chunk) {
                       passOn(chunk, m_words[{ chunk.agent, chunk.stage }]);
                   },
                   [this](const ReasoningEvent& thought) {
                       passOn(thought, m_reasoning[{ thought.agent, thought.stage }]);
                   },
                   [this](const CompleteEvent& complete) { accept(complete); },
                   [this](const UnusableResult& result) { keep(result); },
                   [this](const AttemptFailedEvent& attempt) {
                       if (countRemark())
                           withdraw(attempt);
                   },
                   [this](const MendedEvent& mended) {
                       if (countRemark())
                           m_told.append(mended);
                   },
                   [this](const ProgressEvent& progress) {
                       if (countRemark())
                           accept(progress);
                   },
                   [this](const RefusedEvent& refused) { accept(refused); },
                   [this](const PlaceInLine& place) {
                       if (!m_hasBegun)
                           m_placeInLine = place;
                   },
                   [this](const ReportedError& report) { giveUp(report); },
                   [this](const RunSummary& summary) { finish(summary); },
               },
        event);
}

void ServiceConversation::note(const ServiceEvent& event)
{
    if (std::holds_alternative<Unreadable>(event))
        return;
    ++m_signsOfLife;
    m_unreadable = 0;
    if (std::holds_alternative<SignOfLife>(event))
        return;
    m_isUnderstood = true;
    if (std::holds_alternative<PlaceInLine>(event))
        return;
    m_hasBegun = true;
    m_placeInLine.reset();
}

template <class Words>
void ServiceConversation::passOn(const Words& words, SurrogateJoiner& joiner)
{
    m_speaker = words.agent;
    m_saidBytes += words.content.toUtf8().size();
    const auto speakers = qsizetype(std::max(m_words.size(), m_reasoning.size()));
    if (m_saidBytes > maxSaidBytes || speakers > mostSpeakers) {
        end(m_failures.tooLarge(maxSaidBytes));
        return;
    }
    Words told = words;
    told.content = joiner.take(words.content);
    if (!told.content.isEmpty())
        m_told.append(told);
}

bool ServiceConversation::countRemark()
{
    if (++m_remarks <= mostRemarks)
        return true;
    end(endlessRemarks());
    return false;
}

void ServiceConversation::withdraw(const AttemptFailedEvent& attempt)
{
    m_speaker = attempt.agent;
    m_words.erase({ attempt.agent, attempt.stage });
    m_reasoning.erase({ attempt.agent, attempt.stage });
    AttemptFailedEvent told = attempt;
    told.reason = shortLine(attempt.reason, reasonLimit);
    if (told.reason.isEmpty())
        told.reason = Translation::tr("The service is trying this step once more.");
    m_told.append(told);
}

void ServiceConversation::accept(const CompleteEvent& complete)
{
    std::visit([this](const auto& result) { accept(result); }, complete.result);
}

void ServiceConversation::accept(const IntentAnalysis& intent)
{
    m_speaker = AgentId::IntentAnalyzer;
    m_intent = intent;
    m_told.append(CompleteEvent { intent, AgentId::IntentAnalyzer });
}

void ServiceConversation::accept(const CurriculumDesign& design)
{
    CurriculumDesign latest = design;
    if (latest.designRationale.isEmpty() && m_design)
        latest.designRationale = m_design->designRationale;
    acceptDesign(latest, { latest, AgentId::CurriculumArchitect });
}

void ServiceConversation::accept(const RoadmapEdit& edit)
{
    CurriculumDesign latest = m_design.value_or(CurriculumDesign {});
    latest.framework = edit.framework;
    acceptDesign(latest, { edit, AgentId::RoadmapEditor });
}

void ServiceConversation::acceptDesign(CurriculumDesign design, CompleteEvent complete)
{
    m_speaker = complete.agent;
    MendedRoadmap whole = mendRoadmap(design.framework, rules());
    const QList<Finding> findings = check(whole.roadmap);
    if (hasCriticalFinding(findings)) {
        if (m_design && m_objections.isEmpty()) {
            m_unsound = std::move(design.framework);
            tellThatTheSoundOneStands();
            return;
        }
        m_objections = check(design.framework);
        m_design = std::move(design);
        return; // an editor may repair it yet
    }
    setFramework(complete.result, whole.roadmap);
    design.framework = std::move(whole.roadmap);
    m_design = std::move(design);
    m_objections.clear();
    m_unsound.reset();
    for (const Mend& mend : std::as_const(whole.mends))
        m_told.append(MendedEvent { mend, complete.agent });
    m_told.append(complete);
    m_findings.clear(); // those were about another roadmap
    tellFindings(findings);
}

void ServiceConversation::tellThatTheSoundOneStands()
{
    tellFindings({ { .rule = u"V"_s,
        .severity = Severity::Warning,
        .location = {},
        .issue = Translation::tr("The mended roadmap breaks rules that it must keep, so the one "
                                 "before it stands."),
        .suggestion
        = Translation::tr("Look at the remarks yourself, or use a stronger model.") } });
}

void ServiceConversation::accept(const Validation& validation)
{
    m_speaker = AgentId::StructureValidator;
    m_told.append(CompleteEvent { validation, AgentId::StructureValidator });
    if (m_design)
        tellFindings(findingsOf(validation, m_design->framework));
}

void ServiceConversation::accept(const ProgressEvent& progress)
{
    m_percent = std::max(m_percent, progress.percent);
    ProgressEvent told = progress;
    told.percent = m_percent;
    m_told.append(told);
}

/// The service has checked its design itself; its error follows.
void ServiceConversation::accept(const RefusedEvent& refused)
{
    m_speaker = refused.agent;
    m_told.append(refused);
    tellFindings(check(refused.design.framework));
}

void ServiceConversation::keep(const UnusableResult& result)
{
    m_speaker = result.agent;
    if (result.agent != AgentId::IntentAnalyzer)
        m_unusable = result.error;
    if (result.error.kind == ErrorKind::TooLarge)
        end(result.error);
}

void ServiceConversation::giveUp(const ReportedError& report)
{
    m_speaker = report.agent;
    if (report.kind && !report.words.text.isEmpty()) {
        end(m_failures.worded(*report.kind, report.words.text, report.details));
        return;
    }
    Error error = m_failures.insteadOfAnswer(report.words, report.details.toUtf8());
    if (report.words.type == "parse_error"_L1)
        error.kind = ErrorKind::BadOutput;
    end(error);
}

/// The last complete results stand where the summary is short. What it brings that was not told
/// yet counts as complete now.
void ServiceConversation::finish(const RunSummary& summary)
{
    if (summary.intent && !m_intent)
        accept(*summary.intent);
    if (summary.intent)
        m_intent = summary.intent;
    if (summary.framework && isNew(*summary.framework)) {
        CurriculumDesign design = m_design.value_or(CurriculumDesign {});
        design.framework = *summary.framework;
        if (!summary.designRationale.isEmpty())
            design.designRationale = summary.designRationale;
        accept(design);
    }
    if (!m_design) {
        end(m_unusable.value_or(withoutRoadmap()));
        return;
    }
    if (!m_objections.isEmpty()) {
        end(brokenRules(m_objections));
        return;
    }
    if (m_design->designRationale.isEmpty())
        m_design->designRationale = summary.designRationale;
    m_told.append(DoneEvent { .intent = m_intent.value_or(IntentAnalysis {}),
        .design = *m_design,
        .duration = summary.duration,
        .usage = summary.usage });
    m_isOver = true;
}

/// A design that was held back and that nobody repaired is worth keeping, whatever the reason.
void ServiceConversation::end(const Error& error)
{
    if (!m_objections.isEmpty()) {
        m_told.append(RefusedEvent { *m_design, AgentId::CurriculumArchitect });
        tellFindings(m_objections);
    }
    m_told.append(ErrorEvent { error, m_speaker });
    m_isOver = true;
}

void ServiceConversation::tellFindings(const QList<Finding>& findings)
{
    for (const Finding& finding : findings) {
        if (m_findings.contains(finding))
            continue;
        m_findings.append(finding);
        m_told.append(FindingEvent { finding });
    }
}

/// The service has not seen what was mended here.
bool ServiceConversation::isNew(const Roadmap& roadmap) const
{
    if (!m_design)
        return true;
    return roadmap != m_design->framework && roadmap != m_unsound
        && mendRoadmap(roadmap, rules()).roadmap != m_design->framework;
}

QList<Finding> ServiceConversation::check(const Roadmap& roadmap) const
{
    return checkRoadmap(roadmap, rules());
}

RuleContext ServiceConversation::rules() const
{
    return { .request = &m_request, .intent = m_intent ? &*m_intent : nullptr, .today = m_today };
}

/// Whoever is complete does not speak again in the same run.
bool ServiceConversation::isOfAnotherRun(const ServiceEvent& event) const
{
    return std::visit(
        Overload {
            [this](const ChunkEvent& chunk) { return hasCompleted(chunk.agent); },
            [this](const ReasoningEvent& thought) { return hasCompleted(thought.agent); },
            [this](const CompleteEvent& complete) { return hasCompleted(complete.agent); },
            [](const auto&) { return false; },
        },
        event);
}

bool ServiceConversation::hasCompleted(AgentId agent) const
{
    switch (agent) {
    case AgentId::IntentAnalyzer:
        return m_intent.has_value();
    case AgentId::CurriculumArchitect:
        return m_design.has_value();
    case AgentId::StructureValidator:
    case AgentId::RoadmapEditor:
    case AgentId::System:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace roadloom
