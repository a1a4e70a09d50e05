// SPDX-License-Identifier: Apache-2.0
#include "core/agents/CurriculumArchitect.h"

#include "core/agents/AnswerForm.h"
#include "core/agents/Prompt.h"
#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapJson.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxToldFindings = 30;
constexpr qsizetype maxShownId = 100;

ChatQuestion question(ReplyMode mode, const LearnerRequest& request, const IntentAnalysis& intent)
{
    const Language language = answerLanguage(request.preferences);
    const PromptValues values {
        { u"request"_s, QString::fromUtf8(writeIndentedJson(toJson(request))) },
        { u"intent"_s, QString::fromUtf8(writeIndentedJson(toJson(intent))) },
    };
    return {
        .messages = {
            { ChatRole::System, renderPrompt(u"curriculum_architect"_s, language) },
            { ChatRole::User, renderPrompt(u"analysed_wish"_s, language, values) },
        },
        .mode = mode,
        .schema = answerForm(u"curriculum_design"_s, language),
    };
}

} // namespace

Error brokenRules(const QList<Finding>& findings)
{
    QStringList lines;
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::Critical && lines.size() < maxToldFindings)
            lines.append("%1 (%2): %3"_L1.arg(
                shortLine(finding.location, maxShownId), finding.rule, finding.issue));
    }
    return { ErrorKind::BadOutput,
        DesignTask::tr("The roadmap breaks rules that it must keep, for example: %1")
            .arg(lines.value(0)),
        lines.join(u'\n') };
}

DesignTask::DesignTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
    const IntentAnalysis& intent)
    : AgentTask(setup, answerLanguage(request.preferences), question(mode, request, intent))
    , m_request(request)
    , m_intent(intent)
{
}

std::optional<Error> DesignTask::accept(const json::value& answer, QStringList& mends)
{
    Result<CurriculumDesign> design = readCurriculumDesign(answer, &mends);
    if (!design)
        return design.error();
    m_design = std::move(design).value();
    m_findings = checkRoadmap(m_design->framework,
        { .request = &m_request, .intent = &m_intent, .today = QDate::currentDate() });
    if (hasCriticalFinding(m_findings))
        return brokenRules(m_findings);
    return std::nullopt;
}

void DesignTask::deliver()
{
    Q_EMIT completed(*m_design, m_findings);
}

void DesignTask::deliverRefused()
{
    if (m_design)
        Q_EMIT refused(*m_design, m_findings);
}

CurriculumArchitect::CurriculumArchitect(const AgentSetup& setup)
    : m_setup(setup)
{
}

std::unique_ptr<DesignTask> CurriculumArchitect::design(
    const LearnerRequest& request, const IntentAnalysis& intent) const
{
    return std::make_unique<DesignTask>(m_setup, ReplyMode::Whole, request, intent);
}

std::unique_ptr<DesignTask> CurriculumArchitect::designStream(
    const LearnerRequest& request, const IntentAnalysis& intent) const
{
    return std::make_unique<DesignTask>(m_setup, ReplyMode::Stream, request, intent);
}

} // namespace roadloom
