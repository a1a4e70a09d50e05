// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/EnumWords.h"

#include <QString>

#include <array>
#include <optional>

namespace roadloom {

/// The family of servers whose way of speaking is meant.
enum class ApiStyle {
    OpenAi, ///< chat completions
    Anthropic, ///< Messages
    Gemini, ///< generateContent
    Ollama, ///< its own chat, in lines of JSON
};

inline constexpr std::array apiStyleWords {
    EnumWord<ApiStyle> { ApiStyle::OpenAi, QLatin1StringView("openai") },
    EnumWord<ApiStyle> { ApiStyle::Anthropic, QLatin1StringView("anthropic") },
    EnumWord<ApiStyle> { ApiStyle::Gemini, QLatin1StringView("gemini") },
    EnumWord<ApiStyle> { ApiStyle::Ollama, QLatin1StringView("ollama") },
};

} // namespace roadloom
