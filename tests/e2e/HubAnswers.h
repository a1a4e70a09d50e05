// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslSocket>
#include <QTest>
#include <QUrl>

namespace roadloom::test {

/// The hub's answer, whole; empty if there is none. A certificate of its own is taken as it is.
inline QByteArray answerOf(const QUrl& hub, const QByteArray& path)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (hub.scheme() == QStringLiteral("https"))
        socket.connectToHostEncrypted(hub.host(), quint16(hub.port()));
    else
        socket.connectToHost(hub.host(), quint16(hub.port()));
    socket.write("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
    QByteArray answer;
    const bool isWhole = QTest::qWaitFor(
        [&] {
            answer += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        },
        10'000);
    return isWhole ? answer : QByteArray();
}

/// The JSON of a stream's events.
inline QByteArrayList eventsIn(const QByteArray& stream)
{
    QByteArrayList events;
    for (const QByteArray& line : stream.split('\n')) {
        if (line.startsWith("data: "))
            events.append(line.mid(6));
    }
    return events;
}

/// What the hub has of a run, once that has ended.
inline QByteArrayList logOf(const QUrl& hub, const QByteArray& task)
{
    return eventsIn(answerOf(hub, "/api/v1/roadmaps/" + task + "/events"));
}

} // namespace roadloom::test
