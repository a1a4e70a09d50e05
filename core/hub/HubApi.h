// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/Admission.h"
#include "core/hub/HubRuns.h"
#include "core/hub/SeatBook.h"
#include "core/hub/TrustedProxies.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace roadloom {

class ClassBoard;
class HttpConnection;
class EventLog;
class EventStream;
class HttpServer;

/// How the hub treats those who read its streams.
struct HubPatience {
    std::chrono::milliseconds heartbeat { 15'000 }; ///< between comments to each stream
    /// For how long a run that lost its last reader goes on: as long as a seat tries to come back.
    std::chrono::milliseconds grace { 300'000 };
};

/// What the hub does for its clients: the routes of the generation service, see routeOf().
///
/// With a class, every seat has its token and sees its own runs only; a run of another one is not
/// there. Without, runs queue by the `user_id` that their requests name. See Admission for who may.
class HubApi : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    HubApi(HttpServer& server, HubRuns& runs, ClassBoard& board, SeatBook* seats,
        AllowedOrigins allowed = {}, const HubPatience& patience = {}, TrustedProxies proxies = {},
        QObject* parent = nullptr);

    /// Nothing that it hears goes on.
    void dropSeat(const QString& seat) { Q_EMIT seatRemoved(seat); }

Q_SIGNALS:
    void seatRemoved(const QString& seat);
    /// Time for a sign of life.
    void beat();
    /// With the class code, for the first time or again.
    void seatJoined(const QString& seat);
    /// Somebody asked to join with a wrong code, or after too many of them.
    void codeRefused();

private:
    /// Nothing: it is answered, with a refusal. What it sends besides its header is not looked at.
    [[nodiscard]] std::optional<Admitted> admit(
        HttpConnection& connection, const IncomingRequest& header);
    [[nodiscard]] static HttpAnswer tooLong();
    void receive(HttpConnection& connection, const IncomingRequest& header);
    void take(HttpConnection& connection, const IncomingRequest& request);
    void serve(
        HttpConnection& connection, const IncomingRequest& request, const Admitted& admitted);
    void join(HttpConnection& connection, const IncomingRequest& request);
    void generate(HttpConnection& connection, const IncomingRequest& request, const Asker& asker,
        bool isStream);
    void stream(
        HttpConnection& connection, const IncomingRequest& request, HubRun& run, qint64 after);
    void streamClass(
        HttpConnection& connection, const IncomingRequest& request, const Asker& asker);
    EventStream* streamLog(
        HttpConnection& connection, const IncomingRequest& request, EventLog& log, qint64 after);
    [[nodiscard]] HttpAnswer handIn(const IncomingRequest& request, const Asker& asker);
    void openSocket(HttpConnection& connection, const IncomingRequest& request, HubRun& run);
    [[nodiscard]] HubRun* findRun(const QString& task, const Asker& asker) const;
    [[nodiscard]] HttpAnswer roadmap(const QString& id, const Asker& asker) const;
    [[nodiscard]] HttpAnswer cancelled(HubRun& run) const;
    [[nodiscard]] HttpAnswer metrics() const;
    [[nodiscard]] std::chrono::seconds now() const
    {
        return std::chrono::seconds(m_clock.elapsed() / 1000);
    }

    HttpServer& m_server;
    HubRuns& m_runs;
    ClassBoard& m_board;
    SeatBook* m_seats;
    Admission m_admission;
    HubPatience m_patience;
    TrustedProxies m_proxies;
    QTimer m_heart;
    QElapsedTimer m_clock; ///< never jumps
};

} // namespace roadloom
