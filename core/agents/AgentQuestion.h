// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/Prompt.h"
#include "core/base/Json.h"
#include "core/base/Language.h"
#include "core/llm/ChatQuestion.h"

namespace roadloom {

/// The texts an agent's first question is made of; all of them in the language of the answer.
struct AgentQuestion {
    QString instructions; ///< the prompt that says who the agent is and what it does
    QString matter; ///< the prompt that puts what this question is about into words
    PromptValues values; ///< of the matter
    QString form; ///< of the answer, see answerForm()
};

[[nodiscard]] ChatQuestion chatQuestion(
    ReplyMode mode, Language language, const AgentQuestion& question);

/// As a value of a prompt. Indented, it is easier to read for models and people; on one line, it
/// takes less of a model's room.
[[nodiscard]] QString indentedText(const json::value& value);
[[nodiscard]] QString compactText(const json::value& value);

} // namespace roadloom
