// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatModel.h"
#include "core/llm/FormFallback.h"
#include "core/llm/ModelEndpoint.h"

namespace roadloom {

/// A model behind HTTP, in whatever dialect its server speaks, streaming or not. Any HTTP failure,
/// HTML page, error inside the stream or cut becomes an Error with a sentence for the learner.
/// What the request may and may not do on its way, HttpExchange says.
class HttpChatModel final : public ChatModel {
public:
    explicit HttpChatModel(ModelEndpoint endpoint);

    [[nodiscard]] std::unique_ptr<ChatReply> send(const ChatQuestion& question) override;

    /// The strongest form that the server takes, as far as is known: at first the endpoint's, then
    /// what it answered in, if it refused a stronger one.
    [[nodiscard]] StructuredOutput structuredOutput() const { return m_form->form; }
    /// Whether the server named what it refused. Otherwise the form holds as long as this model
    /// does, but is not worth writing down: it may have been about something else.
    [[nodiscard]] bool isFormTold() const { return m_form->isTold; }

private:
    ModelEndpoint m_endpoint;
    std::shared_ptr<WeakerForm> m_form; ///< shared with the replies
};

} // namespace roadloom
