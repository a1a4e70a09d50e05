// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/HttpExchange.h"
#include "core/llm/ChatDialect.h"
#include "core/llm/ChatReply.h"
#include "core/llm/FormFallback.h"

#include <memory>

namespace roadloom {

/// One answer over HTTP: carries bytes from the exchange to the decoder, and keeps the answer
/// within its limit. A server that refuses the form it should answer in is asked for the next
/// weaker one at once (see weakerForm()): at most three requests. What was refused on the way is
/// not asked for again if the last of them fails in passing, so that repetitions do not multiply
/// them.
class HttpChatReply final : public ChatReply {
    Q_OBJECT
public:
    /// Sends at once. `form` is the strongest form that the server takes, as far as is known; what
    /// is found out goes there.
    HttpChatReply(const ModelEndpoint& endpoint, const ChatQuestion& question,
        std::shared_ptr<WeakerForm> form);
    ~HttpChatReply() override;
    Q_DISABLE_COPY_MOVE(HttpChatReply)

private:
    void send();
    void takeBytes(QByteArrayView bytes);
    void take(const ChatDelta& delta);
    void handleSilence();
    void finishAnswer(BodyEnd end);
    [[nodiscard]] bool staysWithinLimit(const QString& piece);
    [[nodiscard]] bool askInAWeakerForm(const Error& failure, const RefusedRequest& refused);
    [[nodiscard]] RefusedRequest refusedRequest(const Error& failure) const;
    void succeed(const AnswerEnd& end);
    void fail(const Error& error);
    void letGo();

    ModelEndpoint m_endpoint;
    ChatQuestion m_question;
    std::shared_ptr<WeakerForm> m_known; ///< shared with whoever asks next
    WeakerForm m_form; ///< that is asked for now
    ServerFailures m_failures;
    std::unique_ptr<ChatDecoder> m_decoder;
    std::unique_ptr<HttpExchange> m_exchange;
    ChatCompletion m_completion;
    qint64 m_bodyBytes = 0;
    qint64 m_answerBytes = 0;
    bool m_over = false;
};

} // namespace roadloom
