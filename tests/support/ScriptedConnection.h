// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/ScriptedHttpServer.h"

#include <QTcpSocket>
#include <QTimer>

namespace roadloom::test {

/// One accepted connection of a ScriptedHttpServer: reads requests one after the other and plays
/// the answer it is given for each.
class ScriptedConnection final : public QObject {
    Q_OBJECT
public:
    /// Takes the socket.
    ScriptedConnection(QTcpSocket* socket, int number, QObject* parent);

    /// Begins reading, once the signals are connected.
    void start();
    /// Plays an answer to the request just announced.
    void play(const ScriptedAnswer& answer, int requestIndex);
    /// Goes on behind the gate of a held piece.
    void resume();
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void requestRead(const roadloom::test::RecordedRequest& request);
    void held();
    void ended(int requestIndex);
    void closedByClient(int requestIndex);
    void closed();

private:
    /// What the next piece still has to wait for.
    enum class Gate { Release, Delay, Open };

    void readRequests();
    [[nodiscard]] bool takeRequest(RecordedRequest& request);
    [[nodiscard]] qint64 unsentBytes() const;
    void advance();
    [[nodiscard]] bool passGate(const ScriptedPiece& piece);
    void finish();
    void reset();
    void handleDisconnected();

    QTcpSocket* m_socket;
    QTimer m_delay;
    QByteArray m_input;
    ScriptedAnswer m_answer;
    qsizetype m_next = 0;
    Gate m_gate = Gate::Release;
    int m_number;
    int m_requestIndex = 0;
    bool m_playing = false;
};

} // namespace roadloom::test
