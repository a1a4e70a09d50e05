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
/// the standard says; unfinishedData() tells what was lost.
///
/// Bounded: a line, or the data of one event, over maxBytes puts the parser into a failed state in which it
/// takes no more input.
class SseParser {
public:
    static constexpr qsizetype maxBytes = 8 * 1024 * 1024;
    using Sink = std::function<void(const SseEvent&)>;

    /// Parses bytes, calling sink for each event they complete. False: the limit was exceeded.
    /// The sink must not feed the same parser.
    bool feed(QByteArrayView bytes, const Sink& sink);

    [[nodiscard]] bool hasFailed() const { return m_failed; }
    /// The reconnection time a `retry` field asked for, if any did.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry() const { return m_retry; }
    [[nodiscard]] QByteArrayView lastEventId() const { return m_lastEventId; }
    /// Data of an event that has begun but not been dispatched, and the text of an unfinished line.
    /// Some servers omit the blank line, or even the newline, after their last event.
    [[nodiscard]] QByteArray unfinishedData() const;

private:
    // implementation to be designed by whoever writes SseParser.cpp
    bool m_failed = false;
    std::optional<std::chrono::milliseconds> m_retry;
    QByteArray m_lastEventId;
};

} // namespace roadloom
