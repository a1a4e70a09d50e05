// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatMessage.h"
#include "core/llm/StructuredOutput.h"

#include <QList>

#include <optional>

namespace roadloom {

enum class ReplyMode {
    Stream, ///< deltas as the model speaks
    Whole, ///< the whole answer at once: one delta, at the end (more if the server streams unasked)
};

/// What a model is asked.
struct ChatQuestion {
    QList<ChatMessage> messages;
    ReplyMode mode = ReplyMode::Stream;
    /// The form wanted, where the server can be held to one. The messages ask for an answer that
    /// can be read without it.
    std::optional<AnswerSchema> schema {};
};

} // namespace roadloom
