// SPDX-License-Identifier: Apache-2.0
#include "core/agents/IntentAnalyzer.h"

#include "core/agents/AgentQuestion.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

ChatQuestion question(ReplyMode mode, const LearnerRequest& request)
{
    return chatQuestion(mode, answerLanguage(request.preferences),
        { .instructions = u"intent_analyzer"_s,
            .matter = u"wish"_s,
            .values = {
                { u"request"_s, indentedText(toJson(request)) },
            },
            .form = u"intent_analysis"_s });
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
