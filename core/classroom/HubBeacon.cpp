// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/HubBeacon.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>

#include <algorithm>

namespace roadloom {

namespace {

constexpr int mostReadAtOnce = 100; // so that a flood stands nobody else in the way
constexpr qint64 second = 1000; // ms

/// Whether it stands for all that this machine has.
bool isAny(const QHostAddress& address)
{
    return address == QHostAddress::AnyIPv4 || address == QHostAddress::Any;
}

} // namespace

HubBeacon::HubBeacon(const HubAd& ad, const QHostAddress& address, quint16 port, QObject* parent)
    : QObject(parent)
    , m_ad(ad)
    , m_address(address)
    , m_port(port)
{
    connect(&m_socket, &QUdpSocket::readyRead, this, &HubBeacon::read);
}

std::optional<Error> HubBeacon::listen()
{
    // What is sent to all comes only to those that listen at all addresses.
    const QHostAddress all(QHostAddress::AnyIPv4);
    if (m_socket.bind(all, m_port, QUdpSocket::ShareAddress)
        && m_voice.bind(isAny(m_address) ? all : m_address))
        return std::nullopt;
    return Error { ErrorKind::InvalidInput,
        tr("Seats cannot find this hub by themselves: the system does not give it UDP port %1. "
           "Give them its address or the join link.")
            .arg(m_port),
        (m_socket.state() == QUdpSocket::BoundState ? m_voice : m_socket).errorString() };
}

/// What is left is read in the event loop's next turn.
void HubBeacon::read()
{
    for (int i = 0; i < mostReadAtOnce && m_socket.hasPendingDatagrams(); ++i)
        take(m_socket.receiveDatagram(HubAd::mostBytes + 1));
}

void HubBeacon::take(const QNetworkDatagram& datagram)
{
    const auto nonce = readHubQuestion(datagram.data());
    if (!nonce || !mayAnswer() || !isMeant(datagram))
        return;
    const QByteArray answer = hubAnswer(m_ad, *nonce);
    if (answer.size() <= datagram.data().size())
        m_voice.writeDatagram(answer, datagram.senderAddress(), quint16(datagram.senderPort()));
}

bool HubBeacon::mayAnswer()
{
    if (!m_second.isValid() || m_second.hasExpired(second)) {
        m_second.start();
        m_answers = 0;
    }
    return ++m_answers <= mostAnswers;
}

bool HubBeacon::isMeant(const QNetworkDatagram& datagram) const
{
    if (isAny(m_address))
        return true;
    const auto interface = QNetworkInterface::interfaceFromIndex(int(datagram.interfaceIndex()));
    const bool isOwn = interface.flags().testFlag(QNetworkInterface::IsLoopBack)
        && datagram.destinationAddress() == m_address; // asked on this machine
    return isOwn
        || std::ranges::any_of(interface.addressEntries(),
            [this](const QNetworkAddressEntry& entry) { return entry.ip() == m_address; });
}

} // namespace roadloom
