// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>

namespace roadloom {

/// How far a stream of identified events has come, so that it can be taken up again after a break
/// (Last-Event-ID) without an event shown twice or missed. After reconnect() the server may
///  - go on behind the last event,
///  - repeat some events before that: from the very first one, from the last one, or, where ids are
///    numbers that grow, from any,
///  - have begun anew: without ids, with the same ids over other events, or with other ids over the
///    same first event.
///
/// Its memory does not grow with the stream: the first id, the last, and hashes of the first data
/// and of all data up to the last. That suffices since a server can repeat only in the order of the
/// first time.
class ResumePoint {
public:
    enum class Place {
        Next, ///< not seen before
        Repeated, ///< seen before the break
        Elsewhere, ///< of another stream, or of none: the event has no id
    };

    /// The next event of a stream. `id` is the last id as of this event, as SseEvent tells it.
    [[nodiscard]] Place take(QByteArrayView id, QByteArrayView data);
    /// The connection is a new one, whose parser starts without an id.
    void reconnect();

    /// The last event had an id of its own, one that fits into a header field.
    [[nodiscard]] bool canResume() const { return m_canResume; }
    [[nodiscard]] const QByteArray& lastEventId() const { return m_lastId; }

private:
    enum class State {
        Live, ///< what comes is new
        Returning, ///< after a break, nothing new yet
        Replaying, ///< the server repeats from the first event
        Lost, ///< the connection is that of another stream
    };

    Place findBack(QByteArrayView id, QByteArrayView data);
    Place advance(QByteArrayView id, QByteArrayView data);
    Place compare(QByteArrayView id, QByteArrayView data);
    [[nodiscard]] bool isBegunAnew(QByteArrayView data) const;
    [[nodiscard]] bool isBehind(QByteArrayView id) const;

    State m_state = State::Live;
    bool m_hasEvents = false;
    bool m_canResume = false;
    QByteArray m_firstId;
    QByteArray m_lastId;
    std::size_t m_firstHash = 0; ///< of the first event's data
    bool m_firstIsUnique = true; ///< no later event had the same data
    std::size_t m_hash = 0; ///< of all data up to the last event
    std::size_t m_replayHash = 0; ///< of all data repeated so far
};

} // namespace roadloom
