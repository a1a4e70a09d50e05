// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <functional>
#include <optional>

namespace roadloom {

/// One dispatched server-sent event. The views are valid only during the call that hands it over.
struct SseEvent {
    QByteArrayView type; ///< the `event` field; empty means "message"
    QByteArrayView data; ///< the `data` lines joined by '\n'; raw bytes, to be decoded as UTF-8
    QByteArrayView lastEventId; ///< the last `id` seen up to this event
};

/// Server-sent events from bytes, without I/O, after the WHATWG HTML standard, section 9.2.6
/// "Interpreting an event stream". feed() may be called with any split of the input, at any byte,
/// and yields the same events. An event without its blank line at the end of input is dropped, as
/// the standard says; unfinishedEvent() tells what was lost.
///
/// Linear in the bytes, whatever their pieces. A line that lies whole in the piece is looked at in
/// place, and an event with a single `data` line is handed out as a view into the piece; only what
/// a piece leaves unfinished is copied.
///
/// Bounded: a line, or the data of one event, over the limit puts the parser into a failed state,
/// in which it has let go of its memory and takes no more input. Events before that are handed out.
class SseParser {
public:
    static constexpr qsizetype maxBytes = qsizetype(8) * 1024 * 1024; ///< the usual limit
    /// The longest reconnection time given out, about 24 days: what a QTimer can count. A `retry`
    /// beyond it is taken as this.
    static constexpr std::chrono::milliseconds maxRetry { 0x7fff'ffff };
    using Sink = std::function<void(const SseEvent&)>;

    SseParser() = default;
    /// With another limit, in bytes.
    explicit SseParser(qsizetype limit)
        : m_limit(limit)
    {
    }

    /// Parses bytes, calling sink for each event they complete. False: the limit was exceeded.
    /// The sink must neither feed nor destroy the parser, and leave the bytes alone.
    bool feed(QByteArrayView bytes, const Sink& sink);

    [[nodiscard]] bool hasFailed() const { return m_failed; }
    /// The reconnection time a `retry` field asked for, if any did.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; }
    /// What a client that reconnects sends as Last-Event-ID: the id as of the last blank line. An
    /// `id` in an event that is still unfinished does not count yet.
    [[nodiscard]] QByteArrayView lastEventId() const { return m_lastEventId; }
    struct UnfinishedEvent {
        QByteArray type;
        QByteArray data;
    };
    /// What would be dispatched if a line end and a blank line followed now; empty if nothing
    /// would. Some servers omit the blank line, or even the newline, after their last event.
    [[nodiscard]] UnfinishedEvent unfinishedEvent() const;

private:
    QByteArrayView skipByteOrderMark(QByteArrayView bytes);
    QByteArrayView completeLine(QByteArrayView endOfLine);
    bool keepForNextPiece(QByteArrayView startOfLine);
    bool takeLine(QByteArrayView line, const Sink& sink);
    void takeField(QByteArrayView name, QByteArrayView value);
    bool addData(QByteArrayView value);
    void ownData();
    void dispatch(const Sink& sink);
    bool fail();

    qsizetype m_limit = maxBytes;
    QByteArray m_line; ///< the start of a line whose end is in a later piece, if m_lineIsOpen
    bool m_lineIsOpen = false;
    bool m_skipLineFeed = false; ///< the last piece ended in CR; an LF that follows belongs to it
    int m_byteOrderMarkBytes = 0; ///< matched so far; 3 once it is settled whether there is one

    QByteArray m_data; ///< the event's data, unless m_dataView holds them
    QByteArrayView m_dataView; ///< the event's only data line, in place; never outlives feed()
    bool m_hasData = false;
    bool m_dataIsInPlace = false;
    QByteArray m_eventType;
    QByteArray m_nextEventId; ///< becomes m_lastEventId at the blank line, if m_hasNextEventId
    bool m_hasNextEventId = false;

    bool m_failed = false;
    std::optional<std::chrono::milliseconds> m_retry;
    QByteArray m_lastEventId;
};

} // namespace roadloom
