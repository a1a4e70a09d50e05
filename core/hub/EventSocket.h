// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

class QTcpSocket;
class QWebSocket;
class QWebSocketServer;

namespace roadloom {

class HttpConnection;
class HubRun;

/// Sends a run's events to one client over a WebSocket: each one's JSON is a text message. Like an
/// EventStream it begins after a number, goes as fast as the client takes them and no faster, and
/// goes with its connection. After the last one it closes with 1000.
///
/// Of the client's messages it answers two, `{"type":"ping"}` with `{"type":"pong","task_id":…}`
/// and `{"type":"get_status"}` with `{"type":"current_status",…}` and what statusOf() says; others
/// are nothing to it. A client that talks and does not read is ended.
class EventSocket : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostIncoming = qsizetype(64) * 1024; ///< bytes of a message

    /// The connection, whose child this is, has a request that isHandshake(). The protocol is one
    /// that the client offers, or empty.
    EventSocket(HttpConnection& connection, HubRun& run, qint64 after, const QByteArray& protocol);

    /// A ping where nothing else is on its way.
    void beat();

private:
    void begin();
    void send();
    void say(QByteArrayView json);
    void hear(const QString& message);
    [[nodiscard]] json::object answerTo(QByteArrayView message) const;
    void takeIncoming();

    HttpConnection& m_connection;
    QPointer<HubRun> m_run;
    QWebSocketServer* m_handshake; ///< a child, until it is done
    QTcpSocket& m_tcp;
    QWebSocket* m_socket = nullptr; ///< a child, from then on
    qint64 m_sent; ///< number of the last one
    qint64 m_mostBacklog = 2 * mostIncoming; ///< bytes
    bool m_hasEnded = false;
};

} // namespace roadloom
