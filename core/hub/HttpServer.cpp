// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HttpServer.h"

#include <QTcpSocket>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

HttpServer::HttpServer(const ConnectionLimits& limits, int most, QObject* parent)
    : QObject(parent)
    , m_limits(limits)
    , m_most(most)
{
    m_server.setListenBacklogSize(1024); // a class that starts at the same moment
    m_clock.setInterval(1s);
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::accept);
    // Mostly no descriptors are left: then the server waits until some are.
    connect(&m_server, &QTcpServer::acceptError, this, [this] {
        m_wasRefused = true;
        m_clock.start();
    });
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (std::exchange(m_wasRefused, false)) {
            m_server.resumeAccepting();
            accept();
        }
        for (HttpConnection* const connection : QList(m_connections))
            connection->checkTime();
    });
}

HttpServer::~HttpServer()
{
    m_server.close();
    for (HttpConnection* const connection : std::exchange(m_connections, {})) {
        connection->disconnect(this);
        delete connection;
    }
}

std::optional<Error> HttpServer::listen(const QHostAddress& address, quint16 port)
{
    if (m_server.listen(address, port))
        return std::nullopt;
    const bool isTaken = m_server.serverError() == QAbstractSocket::AddressInUseError;
    return Error { ErrorKind::Network,
        isTaken ? tr("Another program uses port %1 of %2. Choose another port.")
                      .arg(QString::number(port), address.toString())
                : tr("Nothing can be served at port %1 of %2.")
                      .arg(QString::number(port), address.toString()),
        m_server.errorString() };
}

void HttpServer::accept()
{
    while (m_connections.size() < m_most) {
        QTcpSocket* const socket = m_server.nextPendingConnection();
        if (socket == nullptr)
            break;
        auto* const connection = new HttpConnection(socket, m_limits, m_quiet, this);
        m_connections.append(connection);
        connect(connection, &HttpConnection::announced, this,
            [this, connection](
                const IncomingRequest& header) { Q_EMIT announced(*connection, header); });
        connect(connection, &HttpConnection::requested, this,
            [this, connection](
                const IncomingRequest& request) { Q_EMIT requested(*connection, request); });
        connect(connection, &HttpConnection::ended, this, [this, connection] { drop(connection); });
    }
    if (m_connections.size() >= m_most)
        m_server.pauseAccepting();
    if (!m_connections.isEmpty() && !m_clock.isActive())
        m_clock.start();
}

void HttpServer::drop(HttpConnection* connection)
{
    m_connections.removeOne(connection);
    if (m_connections.isEmpty() && !m_wasRefused)
        m_clock.stop();
    if (m_connections.size() == m_most - 1) {
        m_server.resumeAccepting();
        accept();
    }
}

} // namespace roadloom
