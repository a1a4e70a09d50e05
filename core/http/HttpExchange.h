// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/BodyEnd.h"
#include "core/http/HttpRequest.h"
#include "core/http/NetworkSettings.h"
#include "core/http/Patience.h"
#include "core/http/ServerFailures.h"
#include "core/http/Wait.h"

#include <QObject>
#include <QTimer>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QNetworkAccessManager)
QT_FORWARD_DECLARE_CLASS(QNetworkReply)

namespace roadloom {

/// One request and its response over HTTP, in pieces: the bytes of a successful body as they come,
/// everything else as an Error in words. It keeps the limits of time, the proxy, the certificates
/// and these promises:
///  - A request with a body is sent once, whatever happens to the connection (see OneShotBody).
///  - A redirect is followed on the same origin only, by 307 and 308 (a GET by any), at most five
///    times: no other server sees the headers, and a POST never becomes a GET.
///  - Where a certificate is pinned, nothing is sent to a server that shows another one, or none.
///  - gzip and deflate are unpacked as they stream; of an error's body, 64 KiB are read at most.
///
/// Emits only from the event loop, never inside the constructor: waits and bytes, then exactly one
/// of bodyEnded and failed. Destroying it cancels: the connection closes in the event loop's next
/// turn, and no signal follows. It may be destroyed from a slot connected to it only through
/// deleteLater(). Lives on the thread that made it.
class HttpExchange final : public QObject {
    Q_OBJECT
public:
    /// Sends at once. A URL that is not http(s), or a header value that could not stand in one,
    /// fails with ErrorKind::InvalidInput.
    HttpExchange(const HttpRequest& request, const NetworkSettings& network,
        const Patience& patience, const ServerFailures& failures, QObject* parent = nullptr);
    ~HttpExchange() override;
    Q_DISABLE_COPY_MOVE(HttpExchange)

    /// Something worth waiting for has come: the wait for the next word begins.
    void noteWord();
    /// What matters has come; the rest of the body gets Patience::tail. Words that follow, too.
    void noteOutcome();

    /// Of the last response; 0 until its head is in.
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
    /// What came with a status that is no success, at most 64 KiB.
    [[nodiscard]] const QByteArray& errorBody() const { return m_errorBody; }
    /// SHA-256 of the certificate that the server showed last and that was not trusted, or is not
    /// the one that is pinned; empty if there was none.
    [[nodiscard]] const QByteArray& peerFingerprint() const { return m_peerFingerprint; }
    /// After it failed: what answers at an https address does not speak TLS.
    [[nodiscard]] bool hasMetNoTls() const { return m_hasMetNoTls; }

Q_SIGNALS:
    void waitChanged(const roadloom::Wait& wait);
    /// A piece of a successful body, never empty; valid during the call only.
    void bytesReceived(QByteArrayView bytes);
    /// A limit of time has passed inside a successful body. Whoever can make something of what has
    /// come destroys the exchange; otherwise failed(error) follows when the slots have returned.
    void fellSilent(const roadloom::Error& error);
    void bodyEnded(roadloom::BodyEnd end);
    void failed(const roadloom::Error& error);

private:
    void send(const QUrl& url);
    void handleTlsErrors(const QList<QSslError>& errors);
    void checkPinned();
    [[nodiscard]] bool isPinned(const QByteArray& fingerprint) const;
    void handleSent();
    void readHead();
    [[nodiscard]] bool followRedirect();
    void read();
    void readOnLater();
    void takeErrorBody(QByteArrayView bytes);
    void conclude();
    void wait(const Wait& wait);
    void startLimit();
    void handleTimeout();
    [[nodiscard]] Error timeout() const;
    [[nodiscard]] Error statusFailure() const;
    [[nodiscard]] Error connectionFailure() const;
    [[nodiscard]] bool hasFailedByStatus() const;
    void failLater(const Error& error);
    void fail(const Error& error);
    void letGo();
    void letGoOfReply();

    HttpRequest m_request;
    NetworkSettings m_settings;
    Patience m_patience;
    ServerFailures m_failures;
    /// Its own, so that no exchange is sent over a connection of another one: a server that closes
    /// that one just then would cost the single try there is.
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QNetworkReply* m_network = nullptr; ///< the manager's child
    QTimer m_limit;
    Wait m_wait;
    QByteArray m_errorBody;
    QByteArray m_peerFingerprint;
    QString m_tlsProblem;
    int m_tlsError = 0; ///< a QSslError::SslError
    bool m_hasMetNoTls = false;
    int m_status = 0;
    int m_redirects = 0;
    bool m_onlyTheTail = false;
    bool m_bodyHasEnded = false;
    bool m_readsOnLater = false;
    bool m_over = false;
};

} // namespace roadloom
