// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/HubAd.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>
#include <QUdpSocket>
#include <QUrl>

#include <chrono>

namespace roadloom {

/// A hub on the network, as it says of itself: nobody has checked it.
struct FoundHub {
    QUrl url {}; ///< http(s)://ADDRESS:PORT; the address is where the answer came from
    QString name {}; ///< of the class, safe to show as plain text; may be empty
    QByteArray fingerprint {}; ///< SHA-256 of its certificate, 32 bytes; empty: none is told
    bool needsCode = false;

    bool operator==(const FoundHub&) const = default;
};

/// Looks for hubs: asks three times, for the sake of datagrams that get lost, and listens for two
/// seconds. A hub of this machine that answers from several of its addresses is one. Bounded,
/// whatever comes.
class HubSearch final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostFound = 100;
    static constexpr qsizetype mostOfMachine = 10; ///< of those

    /// All that the networks of this machine have, and the machine itself.
    [[nodiscard]] static QList<QHostAddress> everybody();

    explicit HubSearch(QObject* parent = nullptr);
    HubSearch(quint16 port, QList<QHostAddress> asked, std::chrono::milliseconds pause,
        QObject* parent = nullptr);

    /// Once more from the beginning, if it is on.
    void start();
    /// Without ended().
    void stop();

Q_SIGNALS:
    /// Each one once a search, from the event loop.
    void found(const roadloom::FoundHub& hub);
    void ended();

private:
    void ask();
    void read();
    [[nodiscard]] bool isRoomFor(const QUrl& url) const;
    [[nodiscard]] bool isKnown(const FoundHub& hub) const;

    quint16 m_port;
    QList<QHostAddress> m_asked;
    QUdpSocket m_socket;
    QTimer m_clock;
    QByteArray m_nonce; ///< of this search
    QList<FoundHub> m_found;
    int m_questions = 0;
};

} // namespace roadloom
