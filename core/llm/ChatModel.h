// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatQuestion.h"
#include "core/llm/ChatReply.h"

#include <memory>

namespace roadloom {

/// A model that can be talked to.
class ChatModel {
public:
    ChatModel() = default;
    Q_DISABLE_COPY_MOVE(ChatModel)
    virtual ~ChatModel() = default;

    /// Starts an exchange. The reply does not outlive its model.
    [[nodiscard]] virtual std::unique_ptr<ChatReply> send(const ChatQuestion& question) = 0;
};

} // namespace roadloom
