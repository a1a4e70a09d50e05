// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/ClassJoining.h"
#include "core/roadmap/Roadmap.h"
#include "core/stream/SseParser.h"

#include <QList>
#include <QTimer>

#include <chrono>
#include <optional>

namespace roadloom {

/// A roadmap that the teacher has handed to the class.
struct HandedOut {
    QString id {}; ///< of the roadmap; never empty
    QString title {}; ///< safe to show as plain text
    Roadmap roadmap {}; ///< breaks no critical rule

    bool operator==(const HandedOut&) const = default;
};

/// What goes between a seat and its class besides runs, from its making on: what the teacher hands
/// out is heard, what the learner hands in is sent.
///
/// Where the hub is gone, it is looked for again, after pauses that grow; what was handed out
/// meanwhile follows. Where the token does not count any more, the class is joined again. Events
/// that are no roadmap are passed over. Signals come from the event loop; destroying it ends all,
/// from one of its slots only by deleteLater().
class ClassFeed final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostBytes = qsizetype(1024) * 1024; ///< of a roadmap, as JSON
    static constexpr int mostHandedOut = 500; ///< roadmaps that are heard of, all in all

    /// Before the hub is looked for again: doubles with each further try.
    struct Pauses {
        std::chrono::milliseconds first { 1000 };
        std::chrono::milliseconds longest { 60'000 };
    };

    /// With an empty token the class is joined first, if it wants to be.
    ClassFeed(const ClassPlace& place, const ClassTicket& ticket, const Pauses& pauses,
        QObject* parent = nullptr);
    ClassFeed(const ClassPlace& place, const ClassTicket& ticket, QObject* parent = nullptr)
        : ClassFeed(place, ticket, Pauses(), parent)
    {
    }

    /// For the teacher alone. One of handedIn and handInFailed follows, in the order of the calls.
    void handIn(const Roadmap& roadmap);
    /// Looks for a hub that is gone now, whatever the pause.
    void retryNow();

Q_SIGNALS:
    /// Maybe more than once for the same one.
    void handedOut(const roadloom::HandedOut& handed);
    void handedIn();
    void handInFailed(const roadloom::Error& error);
    /// The class was joined again: from now on this token counts.
    void joined(const roadloom::ClassTicket& ticket);
    /// Nothing more is heard: see ClassJoining::failed(); or the hub is not to be trusted, or
    /// hands out more than it may.
    void failed(const roadloom::Error& error);

private:
    [[nodiscard]] HttpRequest requestFor(QStringView what) const;
    void listen();
    void take(QByteArrayView bytes);
    void takeEvent(const SseEvent& event);
    void handleEnd();
    void handleFailure(const Error& error);
    void listenLater(std::chrono::milliseconds wanted = {});
    void send();
    void handleSent();
    void handleRefusal(const Error& error);
    void settle(const std::optional<Error>& error);
    void join();
    void takeTicket(const ClassTicket& ticket);
    void failJoining(const Error& error);
    void stop(const Error& error);

    ClassPlace m_place;
    ClassTicket m_ticket;
    Pauses m_pauses;
    ServerFailures m_failures;
    HttpExchange* m_stream = nullptr; ///< a child, while the hub is asked for events
    HttpExchange* m_sending = nullptr; ///< a child, with the first that is to be handed in
    ClassJoining* m_joining = nullptr; ///< a child, while the class is joined
    bool m_hasJoinedToHear = false; ///< since events came last
    bool m_hasJoinedToSend = false; ///< for the first that is to be handed in
    bool m_isOver = false; ///< nothing more is heard
    SseParser m_parser;
    QByteArray m_lastEventId;
    int m_heard = 0; ///< roadmaps
    QTimer m_pause;
    int m_tries = 0; ///< in a row that brought nothing
    QList<QByteArray> m_toHandIn;
};

} // namespace roadloom
