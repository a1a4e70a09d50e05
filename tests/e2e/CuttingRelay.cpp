// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/CuttingRelay.h"

#include <QRegularExpression>
#include <QTcpSocket>

#include <memory>
#include <optional>
#include <utility>

namespace roadloom::test {

namespace {

/// One connection through the relay.
struct Passage {
    QByteArray asked; ///< until the seat is known
    QByteArray head; ///< of the answer
    int seat = -1;
    std::optional<CuttingRelay::Cut> cut;
    qint64 passed = 0;
};

int seatIn(const QByteArray& request)
{
    static const QRegularExpression seat(QStringLiteral("Seat (\\d+)\\."));
    const auto found = seat.match(QString::fromLatin1(request));
    return found.hasMatch() ? found.captured(1).toInt() : -1;
}

QByteArray taskIn(const QByteArray& head)
{
    const QByteArray before = "Content-Location: /api/v1/roadmaps/";
    const qsizetype at = head.indexOf(before);
    return at < 0 ? QByteArray() : head.mid(at + before.size(), 36);
}

} // namespace

CuttingRelay::CuttingRelay(quint16 hubPort, QHash<int, QList<Cut>> cuts)
    : m_hubPort(hubPort)
    , m_cuts(std::move(cuts))
{
    m_server.setListenBacklogSize(200);
    connect(&m_server, &QTcpServer::newConnection, this, &CuttingRelay::accept);
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        qFatal("nothing can be relayed");
}

void CuttingRelay::accept()
{
    while (QTcpSocket* const seat = m_server.nextPendingConnection())
        pass(seat);
}

void CuttingRelay::pass(QTcpSocket* seat)
{
    auto* const hub = new QTcpSocket(seat);
    hub->connectToHost(QHostAddress::LocalHost, m_hubPort);
    auto passage = std::make_shared<Passage>();
    connect(seat, &QTcpSocket::disconnected, seat, &QObject::deleteLater);
    connect(hub, &QTcpSocket::disconnected, seat, &QTcpSocket::disconnectFromHost);
    connect(seat, &QTcpSocket::readyRead, hub, [=, this] {
        const QByteArray bytes = seat->readAll();
        hub->write(bytes);
        if (passage->seat >= 0)
            return;
        passage->asked += bytes;
        passage->seat = seatIn(passage->asked);
        if (QList<Cut>& cuts = m_cuts[passage->seat]; passage->seat >= 0 && !cuts.isEmpty())
            passage->cut = cuts.takeFirst();
    });
    connect(hub, &QTcpSocket::readyRead, seat, [=, this] {
        const QByteArray bytes = hub->readAll();
        if (passage->head.size() < 4096)
            passage->head += bytes;
        if (const QByteArray task = taskIn(passage->head); !task.isEmpty())
            m_tasks[passage->seat] = task;
        const auto& cut = passage->cut;
        if (!cut || passage->passed + bytes.size() <= cut->after) {
            passage->passed += bytes.size();
            seat->write(bytes);
            return;
        }
        ++m_made[passage->seat];
        seat->write(bytes.first(cut->after - passage->passed));
        seat->flush();
        hub->disconnect(seat);
        seat->disconnect(hub);
        hub->abort();
        if (cut->isReset)
            seat->abort();
        else
            seat->disconnectFromHost();
    });
}

} // namespace roadloom::test
