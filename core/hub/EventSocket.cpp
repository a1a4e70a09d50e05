// SPDX-License-Identifier: Apache-2.0
#include "core/hub/EventSocket.h"

#include "core/hub/HttpConnection.h"
#include "core/hub/HubRun.h"
#include "core/hub/RunStatus.h"

#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>

namespace roadloom {

namespace {

/// A frame is taken when all of it is there, and has up to 14 bytes before its content.
constexpr qsizetype readAhead = EventSocket::mostIncoming + 16;

} // namespace

EventSocket::EventSocket(
    HttpConnection& connection, HubRun& run, qint64 after, const QByteArray& protocol)
    : QObject(&connection)
    , m_connection(connection)
    , m_run(&run)
    , m_handshake(
          new QWebSocketServer(QStringLiteral("Roadloom"), QWebSocketServer::NonSecureMode, this))
    , m_tcp(connection.handOver(readAhead))
    , m_sent(std::clamp(after, qint64(0), run.log().last()))
{
    if (!protocol.isEmpty())
        m_handshake->setSupportedSubprotocols({ QString::fromLatin1(protocol) });
    connect(m_handshake, &QWebSocketServer::newConnection, this, &EventSocket::begin);
    connect(&m_tcp, &QTcpSocket::readyRead, this, &EventSocket::takeIncoming);
    m_handshake->handleConnection(&m_tcp);
}

void EventSocket::begin()
{
    m_socket = m_handshake->nextPendingConnection();
    m_socket->setParent(this);
    m_tcp.setParent(m_socket); // which says farewell on it
    m_handshake->deleteLater();
    m_connection.beQuiet();
    m_socket->setMaxAllowedIncomingFrameSize(mostIncoming);
    m_socket->setMaxAllowedIncomingMessageSize(mostIncoming);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &EventSocket::hear);
    connect(&m_connection, &HttpConnection::drained, this, &EventSocket::send);
    if (m_run)
        connect(&m_run->log(), &EventLog::grew, this, &EventSocket::send);
    send();
}

void EventSocket::beat()
{
    if (m_socket == nullptr || m_hasEnded || m_connection.backlog() > 0)
        return;
    m_connection.beginWriting();
    m_socket->ping();
}

void EventSocket::send()
{
    if (m_hasEnded)
        return;
    while (m_run && m_sent < m_run->log().last() && m_connection.hasRoom())
        say(m_run->log().json(++m_sent)); // counted before, since saying may bring us here again
    if (m_hasEnded || (m_run && !(m_run->hasEnded() && m_sent >= m_run->log().last())))
        return;
    m_hasEnded = true;
    m_connection.beginWriting();
    m_socket->close(
        m_run ? QWebSocketProtocol::CloseCodeNormal : QWebSocketProtocol::CloseCodeGoingAway);
}

void EventSocket::say(QByteArrayView json)
{
    m_connection.beginWriting();
    m_socket->sendTextMessage(QString::fromUtf8(json));
    m_mostBacklog = m_connection.backlog() + 2 * mostIncoming;
    m_socket->flush();
}

void EventSocket::hear(const QString& message)
{
    if (m_hasEnded || !m_run || !m_connection.hasRoom())
        return;
    const json::object answer = answerTo(message.toUtf8());
    if (!answer.empty())
        say(writeJson(answer));
}

json::object EventSocket::answerTo(QByteArrayView message) const
{
    const Result<json::value> value = parseJson(message);
    const json::object* const object = value.ok() ? value.value().if_object() : nullptr;
    const json::value* const type = object != nullptr ? object->if_contains("type") : nullptr;
    if (type == nullptr || !type->is_string())
        return {};
    json::object answer;
    if (type->get_string() == "ping") {
        answer["type"] = "pong";
        answer["task_id"] = toJsonString(m_run->id());
    } else if (type->get_string() == "get_status") {
        answer["type"] = "current_status";
        addMissing(answer, statusOf(*m_run));
    }
    return answer;
}

/// The protocol's own pings are answered without asking us, also to a client that reads nothing.
void EventSocket::takeIncoming()
{
    if (m_connection.backlog() > m_mostBacklog) {
        m_connection.abort();
        return;
    }
    // Once it is read. A client says little: it answers pings.
    QMetaObject::invokeMethod(&m_connection, &HttpConnection::beQuiet, Qt::QueuedConnection);
}

} // namespace roadloom
