// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/HttpRequest.h"
#include "core/llm/ChatDecoder.h"
#include "core/llm/ChatQuestion.h"
#include "core/llm/ModelEndpoint.h"

#include <QStringList>

#include <memory>
#include <optional>

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

    /// What asks the server which models it has, and the names in its answer, as the server writes
    /// them; nothing if the answer is no such list.
    [[nodiscard]] virtual HttpRequest modelsRequest(const ModelEndpoint& endpoint) const = 0;
    [[nodiscard]] virtual std::optional<QStringList> modelNames(
        const json::value& answer) const = 0;
};

/// Lives as long as the program.
[[nodiscard]] const ChatDialect& dialectFor(ApiStyle style);

} // namespace roadloom
