// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/ServerFailures.h"
#include "core/llm/ChatDialect.h"
#include "core/llm/ChatReply.h"

#include <QTimer>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QNetworkAccessManager)
QT_FORWARD_DECLARE_CLASS(QNetworkReply)

namespace roadloom {

/// One exchange over HTTP: carries bytes from the network to the decoder, routes by status, and
/// keeps the limits of time and size.
class HttpChatReply final : public ChatReply {
    Q_OBJECT
public:
    /// Sends at once.
    HttpChatReply(const ModelEndpoint& endpoint, const ChatQuestion& question);
    ~HttpChatReply() override;
    Q_DISABLE_COPY_MOVE(HttpChatReply)

private:
    void post(const HttpRequest& request);
    void readHead();
    void read();
    void readOnLater();
    void conclude();
    [[nodiscard]] bool hasFailedByStatus() const;
    void takeErrorBody(QByteArrayView bytes);
    void takeAnswer(QByteArrayView bytes);
    void take(const ChatDelta& delta);
    void watch();
    void handleSilence();
    void handleFinished();
    void finishAnswer(BodyEnd end);
    [[nodiscard]] bool staysWithinLimit(const QString& piece);
    void succeed(const AnswerEnd& end);
    void fail(const Error& error);
    [[nodiscard]] Error statusFailure() const;
    void letGo();

    ModelEndpoint m_endpoint;
    ServerFailures m_failures;
    std::unique_ptr<ChatDecoder> m_decoder;
    /// Its own, so that no exchange is sent over a connection of another one: a server that closes
    /// that one just then would cost the single try there is.
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QNetworkReply* m_network = nullptr; ///< the manager's child
    QTimer m_silence;
    ChatCompletion m_completion;
    QByteArray m_errorBody;
    int m_status = 0; ///< 0 until the response's head is in
    qint64 m_bodyBytes = 0;
    qint64 m_answerBytes = 0;
    bool m_bodyHasEnded = false;
    bool m_readsOnLater = false;
    bool m_onlyTheTail = false; ///< the outcome is known
    bool m_over = false;
};

} // namespace roadloom
