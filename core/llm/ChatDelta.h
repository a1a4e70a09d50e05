// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/llm/ChatMessage.h"

#include <QString>

#include <variant>

namespace roadloom {

/// A piece of the answer; never empty, never half a character.
struct TextDelta {
    QString text;

    bool operator==(const TextDelta&) const = default;
};

/// A piece of the model's reasoning; never empty, never half a character.
struct ReasoningDelta {
    QString text;

    bool operator==(const ReasoningDelta&) const = default;
};

/// All text so far turns out to have been reasoning: nothing had marked its beginning.
struct TextWasReasoning {
    bool operator==(const TextWasReasoning&) const = default;
};

/// The answer is complete.
struct AnswerEnd {
    FinishReason reason = FinishReason::Stop;
    QString model; ///< as the server named it; may be empty
    ChatUsage usage;

    bool operator==(const AnswerEnd&) const = default;
};

/// What a dialect's decoder makes of a response body: any number of deltas,
/// then one AnswerEnd or one Error, then nothing.
using ChatDelta = std::variant<TextDelta, ReasoningDelta, TextWasReasoning, AnswerEnd, Error>;

} // namespace roadloom
