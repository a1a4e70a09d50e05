// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/EnumWords.h"
#include "core/base/Json.h"

namespace roadloom {

/// How far a server can be made to answer in a given form. In this order: what a server refuses is
/// asked for in the next weaker way.
enum class StructuredOutput {
    JsonSchema, ///< JSON after a schema
    JsonObject, ///< some JSON object; the schema's instructions say which
    None, ///< words, then a fenced block
};

inline constexpr std::array structuredOutputWords {
    EnumWord<StructuredOutput> { StructuredOutput::JsonSchema, QLatin1StringView("json_schema") },
    EnumWord<StructuredOutput> { StructuredOutput::JsonObject, QLatin1StringView("json_object") },
    EnumWord<StructuredOutput> { StructuredOutput::None, QLatin1StringView("none") },
};

/// The form an answer should have, for servers that can be held to one. Its first member is
/// "narration", the words for the learner, so that they still stream.
struct AnswerSchema {
    QString name; ///< ASCII letters and underscores
    json::object schema; ///< JSON Schema, in the subset that OpenAI's strict mode takes
    /// What is said to the model, behind everything else, where the answer is held to JSON: that
    /// it is one object, and what "narration" holds.
    QString instructions;
};

} // namespace roadloom
