// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

namespace roadloom {

/// A JSON Schema of the kind that AnswerSchema holds, as Gemini's responseSchema wants it: types
/// in capitals, no additionalProperties, and the members' order in propertyOrdering, without which
/// they come in alphabetical order. Source: https://ai.google.dev/api/caching#Schema
[[nodiscard]] json::object geminiSchema(const json::object& schema);

} // namespace roadloom
