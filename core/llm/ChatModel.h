// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatReply.h"

#include <QList>

#include <memory>

namespace roadloom {

enum class ReplyMode {
    Stream, ///< deltas as the model speaks
    Whole, ///< the whole answer at once: one delta, at the end (more if the server streams unasked)
};

/// A model that can be talked to.
class ChatModel {
public:
    ChatModel() = default;
    Q_DISABLE_COPY_MOVE(ChatModel)
    virtual ~ChatModel() = default;

    /// Starts an exchange. The reply does not outlive its model.
    [[nodiscard]] virtual std::unique_ptr<ChatReply> send(
        const QList<ChatMessage>& messages, ReplyMode mode)
        = 0;
};

} // namespace roadloom
