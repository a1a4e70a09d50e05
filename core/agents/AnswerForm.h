// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Language.h"
#include "core/llm/StructuredOutput.h"

namespace roadloom {

/// The member of a structured answer that holds the words for the learner. It comes first and is
/// no part of the result.
inline constexpr json::string_view narrationMember = "narration";

/// The form that the two parts of an answer take where a server holds the model to one: the schema
/// in resources/schemas/<name>.json, and the instructions for the model in this language. The file
/// must exist (asserted): schemas are part of the program.
[[nodiscard]] AnswerSchema answerForm(const QString& name, Language language);

} // namespace roadloom
