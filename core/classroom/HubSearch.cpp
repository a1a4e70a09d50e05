// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/HubSearch.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr int mostQuestions = 3;
constexpr auto usualPause = 650ms; // between the questions, and behind the last one
constexpr int mostReadAtOnce = 100; // so that a flood stands nobody else in the way

QByteArray newNonce()
{
    std::array<quint32, 4> words {};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray::fromRawData(reinterpret_cast<const char*>(words.data()), sizeof words)
        .toHex();
}

QUrl urlOf(const HubAd& ad, const QHostAddress& address)
{
    QUrl url;
    url.setScheme(ad.usesTls ? u"https"_s : u"http"_s);
    url.setHost(address.toString());
    url.setPort(ad.port);
    return url;
}

bool isOfThisMachine(const QUrl& url)
{
    const QHostAddress address(url.host());
    return address.isLoopback() || QNetworkInterface::allAddresses().contains(address);
}

} // namespace

QList<QHostAddress> HubSearch::everybody()
{
    QList<QHostAddress> addresses { QHostAddress(QHostAddress::LocalHost) };
    for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp)
            || !flags.testFlag(QNetworkInterface::CanBroadcast))
            continue;
        for (const QNetworkAddressEntry& entry : interface.addressEntries()) {
            if (!entry.broadcast().isNull() && !addresses.contains(entry.broadcast()))
                addresses.append(entry.broadcast());
        }
    }
    return addresses;
}

HubSearch::HubSearch(QObject* parent)
    : HubSearch(HubAd::usualPort, everybody(), usualPause, parent)
{
}

HubSearch::HubSearch(
    quint16 port, QList<QHostAddress> asked, std::chrono::milliseconds pause, QObject* parent)
    : QObject(parent)
    , m_port(port)
    , m_asked(std::move(asked))
{
    m_clock.setInterval(pause);
    connect(&m_clock, &QTimer::timeout, this, &HubSearch::ask);
    connect(&m_socket, &QUdpSocket::readyRead, this, &HubSearch::read);
}

void HubSearch::start()
{
    stop();
    m_nonce = newNonce();
    m_found.clear();
    m_questions = 0;
    m_socket.bind(QHostAddress(QHostAddress::AnyIPv4)); // else nobody is found
    m_clock.start();
    ask();
}

void HubSearch::stop()
{
    m_clock.stop();
    m_socket.abort();
}

void HubSearch::ask()
{
    if (m_questions == mostQuestions) {
        stop();
        Q_EMIT ended();
        return;
    }
    ++m_questions;
    // A network that does not take it is none where a hub could be found.
    for (const QHostAddress& address : std::as_const(m_asked))
        m_socket.writeDatagram(hubQuestion(m_nonce), address, m_port);
}

/// What is left is read in the event loop's next turn.
void HubSearch::read()
{
    for (int i = 0; i < mostReadAtOnce && m_socket.hasPendingDatagrams(); ++i) {
        const QNetworkDatagram datagram = m_socket.receiveDatagram(HubAd::mostBytes + 1);
        const auto ad = readHubAnswer(datagram.data(), m_nonce);
        if (!ad)
            continue;
        const FoundHub hub { .url = urlOf(*ad, datagram.senderAddress()),
            .name = ad->name,
            .fingerprint = ad->fingerprint,
            .needsCode = ad->needsCode };
        if (!isRoomFor(hub.url) || isKnown(hub))
            continue;
        m_found.append(hub);
        Q_EMIT found(hub);
    }
}

bool HubSearch::isRoomFor(const QUrl& url) const
{
    const auto ofMachine = std::ranges::count(
        m_found, url.host(), [](const FoundHub& one) { return one.url.host(); });
    return m_found.size() < mostFound && ofMachine < mostOfMachine;
}

/// Two programs of a machine cannot both serve at a port of all its addresses.
bool HubSearch::isKnown(const FoundHub& hub) const
{
    return std::ranges::any_of(m_found, [&hub](const FoundHub& one) {
        if (one.url == hub.url)
            return true;
        FoundHub elsewhere = one;
        elsewhere.url.setHost(hub.url.host());
        return elsewhere == hub && isOfThisMachine(one.url) && isOfThisMachine(hub.url);
    });
}

} // namespace roadloom
