// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace roadloom::test {

/// An HTTP proxy on 127.0.0.1 that knows CONNECT alone: it opens the way and passes every byte on.
class TunnelProxy final : public QObject {
    Q_OBJECT
public:
    TunnelProxy()
    {
        connect(&m_listener, &QTcpServer::newConnection, this, &TunnelProxy::accept);
        if (!m_listener.listen(QHostAddress::LocalHost))
            qFatal("The proxy cannot listen on 127.0.0.1.");
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_listener.serverPort()));
    }
    /// The heads of the requests to itself, in order.
    [[nodiscard]] const QList<QByteArray>& heads() const { return m_heads; }

private:
    void accept()
    {
        QTcpSocket* const client = m_listener.nextPendingConnection();
        connect(client, &QTcpSocket::readyRead, this, [this, client] {
            if (QTcpSocket* const server = client->findChild<QTcpSocket*>())
                server->write(client->readAll());
            else if (client->peek(mostBytes).contains("\r\n\r\n"))
                open(client);
        });
    }

    void open(QTcpSocket* client)
    {
        m_heads.append(client->readAll());
        const QUrl target(QLatin1StringView("tunnel://")
            + QString::fromLatin1(m_heads.constLast().split(' ').value(1)));
        auto* const server = new QTcpSocket(client);
        connect(server, &QTcpSocket::connected, client,
            [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        connect(server, &QTcpSocket::readyRead, client,
            [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        server->connectToHost(target.host(), quint16(target.port()));
    }

    static constexpr qint64 mostBytes = 8192;
    QTcpServer m_listener;
    QList<QByteArray> m_heads;
};

} // namespace roadloom::test
