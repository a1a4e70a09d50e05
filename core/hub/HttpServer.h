// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/hub/HttpConnection.h"
#include "core/hub/QuietSockets.h"
#include "core/hub/SocketServer.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>

namespace roadloom {

/// Accepts connections, over TLS if it has a certificate, and ends those that take too long. No
/// more than `most` are open at once: others wait in the system, whose queue is bounded too.
class HttpServer : public QObject {
    Q_OBJECT
public:
    static constexpr int mostConnections = 12'000;

    explicit HttpServer(
        const ConnectionLimits& limits = {}, int most = mostConnections, QObject* parent = nullptr);
    /// Ends every connection.
    ~HttpServer() override;
    Q_DISABLE_COPY_MOVE(HttpServer)

    /// Before it listens.
    void showCertificate(const HubCertificate& certificate)
    {
        m_server.showCertificate(certificate);
    }
    /// Port 0: one that the system chooses. An error says what to do.
    [[nodiscard]] std::optional<Error> listen(const QHostAddress& address, quint16 port);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connectionCount() const { return int(m_connections.size()); }

Q_SIGNALS:
    /// See HttpConnection::announced().
    void announced(roadloom::HttpConnection& connection, const roadloom::IncomingRequest& header);
    /// It must be answered, now or later; connection.ended() tells if it cannot be any more.
    void requested(roadloom::HttpConnection& connection, const roadloom::IncomingRequest& request);

private:
    void accept();
    void drop(HttpConnection* connection);

    ConnectionLimits m_limits;
    int m_most;
    SocketServer m_server;
    QuietSockets m_quiet;
    QList<HttpConnection*> m_connections; ///< children
    QTimer m_clock; ///< runs while there are some, or some could not be accepted
    bool m_wasRefused = false; ///< by the system: no more are accepted for a while
};

} // namespace roadloom
