// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatDecoder.h"
#include "core/llm/ChatModel.h"
#include "core/llm/ModelEndpoint.h"

#include <QList>
#include <QUrl>

#include <memory>
#include <utility>

namespace roadloom {

/// What is POSTed to ask for an answer.
struct HttpQuestion {
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< besides those of any POST of JSON
    QByteArray body;
};

/// How one family of servers is spoken to: request out, bytes in, deltas out. Without state.
class ChatDialect {
public:
    ChatDialect() = default;
    Q_DISABLE_COPY_MOVE(ChatDialect)
    virtual ~ChatDialect() = default;

    [[nodiscard]] virtual HttpQuestion question(const ModelEndpoint& endpoint,
        const QList<ChatMessage>& messages, ReplyMode mode) const = 0;
    [[nodiscard]] virtual std::unique_ptr<ChatDecoder> decoder(ServerFailures failures) const = 0;
};

/// Lives as long as the program.
[[nodiscard]] const ChatDialect& dialectFor(ApiStyle style);

} // namespace roadloom
