// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

#include <optional>

namespace roadloom {

struct HubCertificate;

/// Accepts sockets; with a certificate these are QSslSockets, each at the beginning of its
/// handshake. QSslServer hands out only those that are through: the others would be bounded by
/// nobody, or, as soon as its queue is full of them, keep everybody else out.
class SocketServer : public QTcpServer {
    Q_OBJECT
public:
    using QTcpServer::QTcpServer;

    /// From now on they speak TLS, 1.2 or newer.
    void showCertificate(const HubCertificate& certificate);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::optional<QSslConfiguration> m_tls;
};

} // namespace roadloom
