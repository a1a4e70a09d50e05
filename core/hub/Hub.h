// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/HubBeacon.h"
#include "core/hub/ClassBoard.h"
#include "core/hub/HttpServer.h"
#include "core/hub/HubApi.h"
#include "core/hub/HubCertificate.h"

#include <QHostAddress>

namespace roadloom {

/// Where and how a hub serves.
struct HubSetup {
    QHostAddress address { QHostAddress::LocalHost };
    quint16 port = 8000; ///< 0: one that the system chooses
    /// What seats join with. Empty: nobody has to, which only this machine's own address may have.
    QByteArray classCode {};
    /// With which other hubs of the same class know its seats, as it knows theirs. Empty: none do.
    QByteArray secret {};
    QString name {}; ///< with which the ids of its tasks begin; may be empty
    std::optional<HubCertificate> certificate {}; ///< with it the hub speaks TLS, and nothing else
    QString className {}; ///< as whoever looks for it sees it; may be empty
    bool isFound = false; ///< by seats that look for hubs on their network
    quint16 searchPort = HubAd::usualPort; ///< UDP, where they ask
    AllowedOrigins allowedOrigins {};
    TrustedProxies proxies {};
    HubLimits limits {};
    HubPatience patience {};
    ConnectionLimits connections {};
};

/// The classroom hub: one machine has the model, and every seat gets its runs as streams of events.
/// Lives on one thread, which may be any that has an event loop.
class Hub : public QObject {
    Q_OBJECT
public:
    Hub(const HubSetup& setup, HubRuns::SourceFactory factory, QObject* parent = nullptr);

    /// An error says what to do. ErrorKind::InvalidInput: the address is the network's, and there
    /// is no class code.
    [[nodiscard]] std::optional<Error> listen();
    [[nodiscard]] quint16 port() const { return m_server.port(); }
    /// From now on seats find it, if the setup says so. Only when it listens. The error, without
    /// which it serves as well, says what to do.
    [[nodiscard]] std::optional<Error> beFound();

    [[nodiscard]] HubRuns& runs() { return m_runs; }
    [[nodiscard]] const HubRuns& runs() const { return m_runs; }
    [[nodiscard]] ClassBoard& board() { return m_board; }
    [[nodiscard]] SeatBook* seats() { return m_seats ? &*m_seats : nullptr; } ///< null: no class
    [[nodiscard]] const SeatBook* seats() const { return m_seats ? &*m_seats : nullptr; }
    [[nodiscard]] int connectionCount() const { return m_server.connectionCount(); }
    /// Its tokens count no more, and its runs end.
    void removeSeat(const QString& seat);

Q_SIGNALS:
    /// See HubApi.
    void seatJoined(const QString& seat);
    void codeRefused();
    /// By the teacher.
    void seatRemoved(const QString& seat);

private:
    HubSetup m_setup;
    HttpServer m_server;
    std::optional<SeatBook> m_seats;
    HubRuns m_runs;
    ClassBoard m_board;
    HubApi m_api;
    std::optional<HubBeacon> m_beacon; ///< while seats find it
};

} // namespace roadloom
