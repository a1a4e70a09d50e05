// SPDX-License-Identifier: Apache-2.0
#include "core/agents/AgentQuestion.h"

#include "core/agents/AnswerForm.h"

namespace roadloom {

ChatQuestion chatQuestion(ReplyMode mode, Language language, const AgentQuestion& question)
{
    return {
        .messages = {
            { ChatRole::System, renderPrompt(question.instructions, language) },
            { ChatRole::User, renderPrompt(question.matter, language, question.values) },
        },
        .mode = mode,
        .schema = answerForm(question.form, language),
    };
}

QString indentedText(const json::value& value)
{
    return QString::fromUtf8(writeIndentedJson(value));
}

QString compactText(const json::value& value)
{
    return QString::fromUtf8(writeJson(value));
}

} // namespace roadloom
