// SPDX-License-Identifier: Apache-2.0
#include "core/hub/SocketServer.h"

#include "core/hub/HubCertificate.h"

#include <QSslSocket>

namespace roadloom {

void SocketServer::showCertificate(const HubCertificate& certificate)
{
    // Not the default one, which would load the system's authorities for each socket.
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // seats have tokens, not certificates
    tls.setLocalCertificateChain(
        QList<QSslCertificate> { certificate.certificate } + certificate.issuers);
    tls.setPrivateKey(certificate.key);
    m_tls = tls;
}

void SocketServer::incomingConnection(qintptr descriptor)
{
    if (!m_tls) {
        QTcpServer::incomingConnection(descriptor);
        return;
    }
    auto* const socket = new QSslSocket(this);
    socket->setSslConfiguration(*m_tls);
    socket->setSocketDescriptor(descriptor);
    socket->startServerEncryption();
    addPendingConnection(socket);
}

} // namespace roadloom
