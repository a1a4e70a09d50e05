// SPDX-License-Identifier: Apache-2.0
#include "core/agents/OutlineTask.h"

#include "core/agents/AnswerForm.h"
#include "core/agents/Prompt.h"
#include "core/base/Overload.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

ChatQuestion question(ReplyMode mode, const LearnerRequest& request, const IntentAnalysis& intent)
{
    const Language language = answerLanguage(request.preferences);
    const PromptValues values {
        { u"request"_s, QString::fromUtf8(writeIndentedJson(toJson(request))) },
        { u"intent"_s, QString::fromUtf8(writeIndentedJson(toJson(intent))) },
    };
    return {
        .messages = {
            { ChatRole::System, renderPrompt(u"curriculum_outline"_s, language) },
            { ChatRole::User, renderPrompt(u"analysed_wish"_s, language, values) },
        },
        .mode = mode,
        .schema = answerForm(u"curriculum_outline"_s, language),
    };
}

} // namespace

OutlineTask::OutlineTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
    const IntentAnalysis& intent)
    : AgentTask(setup, answerLanguage(request.preferences), question(mode, request, intent))
{
}

std::optional<Error> OutlineTask::accept(const json::value& answer, QStringList& /*mends*/)
{
    Result<ArchitectAnswer> read = readArchitectAnswer(answer);
    if (!read)
        return read.error();
    m_answer = std::move(read).value();
    return std::nullopt;
}

void OutlineTask::deliver()
{
    std::visit(Overload {
                   [this](const RoadmapOutline& outline) { Q_EMIT completed(outline); },
                   [this](const CurriculumDesign& design) { Q_EMIT wholeDesignCompleted(design); },
               },
        m_answer);
}

} // namespace roadloom
