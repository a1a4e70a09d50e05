// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace roadloom {

enum class ChatRole { System, User, Assistant };

struct ChatMessage {
    ChatRole role = ChatRole::User;
    QString text;

    bool operator==(const ChatMessage&) const = default;
};

/// Tokens as the server counted them, where it told.
struct ChatUsage {
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;

    /// Sums what both tell; what only one tells stays.
    ChatUsage& operator+=(const ChatUsage& other)
    {
        if (other.inputTokens)
            inputTokens = inputTokens.value_or(0) + *other.inputTokens;
        if (other.outputTokens)
            outputTokens = outputTokens.value_or(0) + *other.outputTokens;
        return *this;
    }
    bool operator==(const ChatUsage&) const = default;
};

/// Why a complete answer ended.
enum class FinishReason { Stop, Length, ToolCall, ContentFilter, Other };

/// A whole answer.
struct ChatCompletion {
    QString text; ///< all text deltas joined, but for those that were reasoning
    FinishReason finishReason = FinishReason::Stop;
    QString model; ///< as the server named it; may be empty
    ChatUsage usage;

    bool operator==(const ChatCompletion&) const = default;
};

} // namespace roadloom
