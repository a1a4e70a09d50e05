// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace roadloom::test {

/// Passes bytes on between the seats of a class and their hub, and cuts connections as a bad
/// network does. It knows a seat by the word "Seat 17." in the wish, and the task by where the hub
/// says that its events are.
class CuttingRelay : public QObject {
    Q_OBJECT
public:
    struct Cut {
        qint64 after = 0; ///< bytes of the answer that get through
        bool isReset = false; ///< rather than closed
    };

    /// Each seat's first connection gets the first of its cuts, the next one the second, …
    CuttingRelay(quint16 hubPort, QHash<int, QList<Cut>> cuts);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// How many connections of a seat were cut.
    [[nodiscard]] int cutsOf(int seat) const { return m_made.value(seat); }
    /// The one whose events the seat got last.
    [[nodiscard]] QByteArray taskOf(int seat) const { return m_tasks.value(seat); }

private:
    void accept();
    void pass(QTcpSocket* seat);

    quint16 m_hubPort;
    QHash<int, QList<Cut>> m_cuts;
    QHash<int, int> m_made;
    QHash<int, QByteArray> m_tasks;
    QTcpServer m_server;
};

} // namespace roadloom::test
