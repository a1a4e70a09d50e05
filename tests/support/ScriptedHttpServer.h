// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/ScriptedAnswer.h"

#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>

namespace roadloom::test {

class ScriptedConnection;

/// One request as it arrived.
struct RecordedRequest {
    QByteArray method;
    QByteArray path; ///< with the query, as in the request line
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case, values trimmed
    QByteArray body;
    int connection = 0; ///< which connection it came over, from 0

    [[nodiscard]] bool hasHeader(const QByteArray& lowerCaseName) const;
    /// The first value; empty if there is none.
    [[nodiscard]] QByteArray header(const QByteArray& lowerCaseName) const;
};

/// A real HTTP/1.1 server on 127.0.0.1, at a port the system chose, that does what a test has
/// written down: also what no decent server does. It records what it was asked. Over TLS, if it is
/// given a certificate (see TestCertificates.h); connections count from their handshake on.
///
/// The n-th request gets the n-th enqueued answer; when those are used up, what the responder says;
/// without one a 500 that says so. Connections are kept alive.
///
/// Lives on the test's thread and needs its event loop: wait with QTRY_… or QSignalSpy::wait, and
/// for a child process with a spy on QProcess::finished, never with QProcess::waitForFinished.
/// Destroying it closes every connection and frees the port.
class ScriptedHttpServer final : public QObject {
    Q_OBJECT
public:
    using Responder = std::function<ScriptedAnswer(const RecordedRequest&)>;

    explicit ScriptedHttpServer(QObject* parent = nullptr);
    explicit ScriptedHttpServer(const QSslConfiguration& tls, QObject* parent = nullptr);
    ~ScriptedHttpServer() override;
    Q_DISABLE_COPY_MOVE(ScriptedHttpServer)

    /// http(s)://127.0.0.1:PORT followed by the path, e.g. url(u"/v1"_s) as an OpenAI base URL.
    [[nodiscard]] QUrl url(const QString& path = {}) const;

    void enqueue(const ScriptedAnswer& answer);
    /// Chooses by request, for clients whose requests come in no fixed order.
    void setResponder(Responder responder);
    [[nodiscard]] const Responder& responder() const { return m_responder; }

    /// Lets one held piece go: the one that has waited longest, else the next that will come.
    void release();
    /// How many answers wait at a held piece now.
    [[nodiscard]] int heldCount() const { return int(m_held.size()); }

    [[nodiscard]] const QList<RecordedRequest>& requests() const { return m_requests; }
    /// Connections accepted so far, and those open now.
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    [[nodiscard]] int openConnectionCount() const;

Q_SIGNALS:
    /// A whole request is in; `index` counts from 0, as in requests().
    void requestReceived(int index);
    /// The answer to this request was handed out to its scripted ending.
    void answerEnded(int index);
    /// The client closed before the answer to this request had ended.
    void clientClosed(int index);

private:
    void listen();
    void acceptConnections();
    void handleRequest(ScriptedConnection* connection, RecordedRequest request);
    void holdOrResume(ScriptedConnection* connection);
    [[nodiscard]] ScriptedAnswer answerFor(const RecordedRequest& request);

    std::unique_ptr<QTcpServer> m_listener;
    QString m_scheme;
    QList<ScriptedAnswer> m_script;
    Responder m_responder;
    QList<RecordedRequest> m_requests;
    QList<ScriptedConnection*> m_held; ///< waiting for release(), oldest first
    int m_releases = 0; ///< given before anything waited for them
    int m_connectionCount = 0;
};

} // namespace roadloom::test
