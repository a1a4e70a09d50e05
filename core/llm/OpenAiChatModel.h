// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatModel.h"
#include "core/llm/OpenAiEndpoint.h"

namespace roadloom {

/// Chat completions in the OpenAI style (POST {baseUrl}/chat/completions), streaming or not.
/// Any HTTP failure, HTML page, error inside the stream or cut becomes an Error with a sentence for
/// the learner. Redirects are not followed, with the key or without; the POST is never sent twice.
///
/// The request holds model, messages and stream, and nothing else: servers refuse members that they
/// do not know, so no stream_options (usage is told where a server tells it unasked).
class OpenAiChatModel final : public ChatModel {
public:
    explicit OpenAiChatModel(OpenAiEndpoint endpoint);

    [[nodiscard]] std::unique_ptr<ChatReply> send(
        const QList<ChatMessage>& messages, ReplyMode mode) override;

private:
    OpenAiEndpoint m_endpoint;
};

} // namespace roadloom
