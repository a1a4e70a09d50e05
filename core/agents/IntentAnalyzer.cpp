// SPDX-License-Identifier: Apache-2.0
#include "core/agents/IntentAnalyzer.h"

#include "core/agents/AnswerForm.h"
#include "core/agents/Prompt.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

ChatQuestion question(ReplyMode mode, const LearnerRequest& request)
{
    const Language language = answerLanguage(request.preferences);
    const QString wish = QString::fromUtf8(writeIndentedJson(toJson(request)));
    return {
        .messages = {
            { ChatRole::System, renderPrompt(u"intent_analyzer"_s, language) },
            { ChatRole::User, renderPrompt(u"wish"_s, language, { { u"request"_s, wish } }) },
        },
        .mode = mode,
        .schema = answerForm(u"intent_analysis"_s, language),
    };
}

} // namespace

IntentTask::IntentTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request)
    : AgentTask(setup, answerLanguage(request.preferences), question(mode, request))
{
}

std::optional<Error> IntentTask::accept(const json::value& answer, QStringList& mends)
{
    Result<IntentAnalysis> analysis = readIntentAnalysis(answer, &mends);
    if (!analysis)
        return analysis.error();
    m_analysis = std::move(analysis).value();
    return std::nullopt;
}

void IntentTask::deliver()
{
    Q_EMIT completed(m_analysis);
}

IntentAnalyzer::IntentAnalyzer(const AgentSetup& setup)
    : m_setup(setup)
{
}

std::unique_ptr<IntentTask> IntentAnalyzer::analyze(const LearnerRequest& request) const
{
    return std::make_unique<IntentTask>(m_setup, ReplyMode::Whole, request);
}

std::unique_ptr<IntentTask> IntentAnalyzer::analyzeStream(const LearnerRequest& request) const
{
    return std::make_unique<IntentTask>(m_setup, ReplyMode::Stream, request);
}

} // namespace roadloom
