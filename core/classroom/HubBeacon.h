// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/classroom/HubAd.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QObject>
#include <QUdpSocket>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QNetworkDatagram)

namespace roadloom {

/// Answers seats that look for a hub, over IPv4: only those whose question came in on the interface
/// that the hub serves on. So many a second and no more, each with no more than was asked with.
class HubBeacon final : public QObject {
    Q_OBJECT
public:
    static constexpr int mostAnswers = 100; ///< a second

    /// The hub's own address; 0.0.0.0 stands for all that this machine has.
    HubBeacon(const HubAd& ad, const QHostAddress& address, quint16 port = HubAd::usualPort,
        QObject* parent = nullptr);

    /// Where a machine has several hubs, all of them answer what is asked of all. The error says
    /// what to do.
    [[nodiscard]] std::optional<Error> listen();
    /// Where it is asked; another than given only if 0 was given.
    [[nodiscard]] quint16 port() const { return m_socket.localPort(); }

private:
    void read();
    void take(const QNetworkDatagram& datagram);
    [[nodiscard]] bool mayAnswer();
    [[nodiscard]] bool isMeant(const QNetworkDatagram& datagram) const;

    HubAd m_ad;
    QHostAddress m_address;
    quint16 m_port;
    QUdpSocket m_socket;
    QUdpSocket m_voice; ///< at the hub's own address: there it is looked for
    QElapsedTimer m_second; ///< since the first answer that is counted
    int m_answers = 0;
};

} // namespace roadloom
