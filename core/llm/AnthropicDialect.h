// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatDialect.h"

namespace roadloom {

/// Anthropic's Messages: POST {base}/v1/messages.
class AnthropicDialect final : public ChatDialect {
public:
    [[nodiscard]] HttpRequest request(
        const ModelEndpoint& endpoint, const ChatQuestion& question) const override;
    [[nodiscard]] std::unique_ptr<ChatDecoder> decoder(ServerFailures failures) const override;
    [[nodiscard]] HttpRequest modelsRequest(const ModelEndpoint& endpoint) const override;
    [[nodiscard]] std::optional<QStringList> modelNames(const json::value& answer) const override;
};

} // namespace roadloom
