// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/HttpRequest.h"
#include "core/llm/ChatDecoder.h"
#include "core/llm/ChatQuestion.h"
#include "core/llm/ModelEndpoint.h"

#include <memory>

namespace roadloom {

/// How one family of servers is spoken to: request out, bytes in, deltas out. Without state.
class ChatDialect {
public:
    ChatDialect() = default;
    Q_DISABLE_COPY_MOVE(ChatDialect)
    virtual ~ChatDialect() = default;

    [[nodiscard]] virtual HttpRequest request(
        const ModelEndpoint& endpoint, const ChatQuestion& question) const = 0;
    [[nodiscard]] virtual std::unique_ptr<ChatDecoder> decoder(ServerFailures failures) const = 0;
};

/// Lives as long as the program.
[[nodiscard]] const ChatDialect& dialectFor(ApiStyle style);

} // namespace roadloom
