// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <memory>
#include <vector>

namespace roadloom::test {

/// A port where the kernel answers no attempt to connect: its queue of connections that wait to be
/// accepted is full, and nobody accepts.
class FullPort {
public:
    FullPort()
    {
        m_listener.setListenBacklogSize(0);
        if (!m_listener.listen(QHostAddress::LocalHost))
            qFatal("No port could be had.");
        m_listener.pauseAccepting();
        constexpr int more = 4; // than fit
        for (int i = 0; i < more; ++i) {
            m_waiting.push_back(std::make_unique<QTcpSocket>());
            m_waiting.back()->connectToHost(QHostAddress::LocalHost, m_listener.serverPort());
        }
    }

    /// Some attempts got in, some did not.
    [[nodiscard]] bool isFull() const
    {
        const auto connected = std::ranges::count_if(m_waiting,
            [](const auto& socket) { return socket->state() == QAbstractSocket::ConnectedState; });
        return connected > 0 && connected < qsizetype(m_waiting.size());
    }
    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }

private:
    QTcpServer m_listener;
    std::vector<std::unique_ptr<QTcpSocket>> m_waiting;
};

} // namespace roadloom::test
