// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatModel.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>

QT_FORWARD_DECLARE_CLASS(QNetworkAccessManager)

namespace roadloom {

/// Where an OpenAI-compatible server is and how to talk to it.
struct OpenAiEndpoint {
    QUrl baseUrl; ///< e.g. http://127.0.0.1:8080/v1; "/chat/completions" is appended
    QString model; ///< empty: "default" is sent, which servers with one model accept
    QByteArray apiKey; ///< empty: no Authorization header
    /// Silence, before the first word or between words, after which a stream counts as dead; 0 = none.
    std::chrono::seconds silenceLimit { 300 };
};

/// Chat completions in the OpenAI style (POST {baseUrl}/chat/completions), streaming or not.
/// Any HTTP failure, HTML page, error inside the stream or cut becomes an Error with a sentence for
/// the learner. Redirects are not followed with the key; the POST is never sent twice.
class OpenAiChatModel final : public ChatModel {
public:
    /// The network must outlive the model.
    OpenAiChatModel(QNetworkAccessManager& network, OpenAiEndpoint endpoint);

    [[nodiscard]] std::unique_ptr<ChatReply> send(
        const QList<ChatMessage>& messages, ReplyMode mode) override;

private:
    QNetworkAccessManager& m_network;
    OpenAiEndpoint m_endpoint;
};

} // namespace roadloom
