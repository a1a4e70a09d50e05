// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ScriptedHttpServer.h"

#include "tests/support/ScriptedConnection.h"

#include <QSslServer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom::test {

bool RecordedRequest::hasHeader(const QByteArray& lowerCaseName) const
{
    return std::ranges::any_of(
        headers, [&](const auto& field) { return field.first == lowerCaseName; });
}

QByteArray RecordedRequest::header(const QByteArray& lowerCaseName) const
{
    const auto found = std::ranges::find_if(
        headers, [&](const auto& field) { return field.first == lowerCaseName; });
    return found == headers.end() ? QByteArray() : found->second;
}

ScriptedHttpServer::ScriptedHttpServer(QObject* parent)
    : QObject(parent)
    , m_listener(std::make_unique<QTcpServer>())
    , m_scheme(u"http"_s)
{
    listen();
}

ScriptedHttpServer::ScriptedHttpServer(const QSslConfiguration& tls, QObject* parent)
    : QObject(parent)
    , m_scheme(u"https"_s)
{
    auto listener = std::make_unique<QSslServer>();
    listener->setSslConfiguration(tls);
    m_listener = std::move(listener);
    listen();
}

// Out of line, where ScriptedConnection is complete.
ScriptedHttpServer::~ScriptedHttpServer() = default;

QUrl ScriptedHttpServer::url(const QString& path) const
{
    QUrl url;
    url.setScheme(m_scheme);
    url.setHost(m_listener->serverAddress().toString());
    url.setPort(m_listener->serverPort());
    url.setPath(path);
    return url;
}

void ScriptedHttpServer::enqueue(const ScriptedAnswer& answer)
{
    m_script.append(answer);
}

void ScriptedHttpServer::setResponder(Responder responder)
{
    m_responder = std::move(responder);
}

void ScriptedHttpServer::release()
{
    if (m_held.isEmpty())
        ++m_releases;
    else
        m_held.takeFirst()->resume();
}

int ScriptedHttpServer::openConnectionCount() const
{
    return int(
        std::ranges::count_if(findChildren<ScriptedConnection*>(), &ScriptedConnection::isOpen));
}

void ScriptedHttpServer::listen()
{
    connect(m_listener.get(), &QTcpServer::pendingConnectionAvailable, this,
        &ScriptedHttpServer::acceptConnections);
    if (!m_listener->listen(QHostAddress::LocalHost))
        qFatal("The scripted server cannot listen on 127.0.0.1.");
}

void ScriptedHttpServer::acceptConnections()
{
    while (QTcpSocket* socket = m_listener->nextPendingConnection()) {
        auto* connection = new ScriptedConnection(socket, m_connectionCount++, this);
        connect(connection, &ScriptedConnection::requestRead, this,
            [this, connection](
                const RecordedRequest& request) { handleRequest(connection, request); });
        connect(connection, &ScriptedConnection::held, this,
            [this, connection] { holdOrResume(connection); });
        connect(connection, &ScriptedConnection::ended, this, &ScriptedHttpServer::answerEnded);
        connect(connection, &ScriptedConnection::closedByClient, this,
            &ScriptedHttpServer::clientClosed);
        connect(connection, &ScriptedConnection::closed, this, [this, connection] {
            m_held.removeAll(connection);
            connection->deleteLater();
        });
        connection->start();
    }
}

void ScriptedHttpServer::handleRequest(ScriptedConnection* connection, RecordedRequest request)
{
    const int index = int(m_requests.size());
    m_requests.append(std::move(request));
    Q_EMIT requestReceived(index);
    connection->play(answerFor(m_requests.at(index)), index);
}

void ScriptedHttpServer::holdOrResume(ScriptedConnection* connection)
{
    if (m_releases > 0) {
        --m_releases;
        connection->resume();
    } else {
        m_held.append(connection);
    }
}

ScriptedAnswer ScriptedHttpServer::answerFor(const RecordedRequest& request)
{
    if (!m_script.isEmpty())
        return m_script.takeFirst();
    if (m_responder)
        return m_responder(request);
    return { .status = 500,
        .contentType = "text/plain",
        .pieces = { { "This request was not in the test's script." } } };
}

} // namespace roadloom::test
