// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatDialect.h"

namespace roadloom {

/// Ollama's own chat: POST {base}/api/chat, answered in lines of JSON.
class OllamaDialect final : public ChatDialect {
public:
    [[nodiscard]] HttpQuestion question(const ModelEndpoint& endpoint,
        const QList<ChatMessage>& messages, ReplyMode mode) const override;
    [[nodiscard]] std::unique_ptr<ChatDecoder> decoder(ServerFailures failures) const override;
};

} // namespace roadloom
