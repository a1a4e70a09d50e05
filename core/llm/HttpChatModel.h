// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatModel.h"
#include "core/llm/ModelEndpoint.h"

namespace roadloom {

/// A model behind HTTP, in whatever dialect its server speaks, streaming or not. Any HTTP failure,
/// HTML page, error inside the stream or cut becomes an Error with a sentence for the learner.
/// What the request may and may not do on its way, HttpExchange says.
class HttpChatModel final : public ChatModel {
public:
    explicit HttpChatModel(ModelEndpoint endpoint);

    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatQuestion& question) override;

    /// The strongest form that the server is asked to answer in.
    [[nodiscard]] StructuredOutput structuredOutput() const { return m_endpoint.structuredOutput; }

private:
    ModelEndpoint m_endpoint;
};

} // namespace roadloom
