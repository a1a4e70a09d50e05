// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatDelta.h"
#include "core/llm/LenientJson.h"
#include "core/llm/ServerFailures.h"
#include "core/stream/SseParser.h"

#include <functional>
#include <optional>

namespace roadloom {

/// How the bytes of a response body ended.
enum class BodyEnd {
    Proper,
    Broken, ///< the connection failed: what came is not all
};

/// The body of a chat completion in the OpenAI style, without I/O: bytes in, deltas out. It takes
/// an event stream as well as one JSON body, whatever was asked for, by what the bytes are. Any
/// split of the bytes yields the same text, reasoning and end.
///
/// The protocol's end is [DONE], or the body's end after a finish reason; a JSON body is complete
/// when it parses. Everything else is an Error: an error event or field (the text beside it is
/// given first), a web page, no completion, the body's end before the answer's (ErrorKind::Cut).
///
/// Bounded: an event to SseParser::maxBytes, a JSON body to maxWholeBytes.
class OpenAiChatDecoder {
public:
    static constexpr qsizetype maxWholeBytes = qsizetype(64) * 1024 * 1024;
    using Sink = std::function<void(const ChatDelta&)>;

    explicit OpenAiChatDecoder(ServerFailures failures);

    /// Bytes after the answer's end are ignored. The sink must not call back.
    void feed(QByteArrayView bytes, const Sink& sink);
    /// The body has ended. Yields the AnswerEnd or Error, unless that came already.
    void finish(BodyEnd end, const Sink& sink);

    /// An AnswerEnd or Error was given; nothing more will be.
    [[nodiscard]] bool isOver() const { return m_over; }
    /// The model has ended its answer, but usage or [DONE] may still come.
    [[nodiscard]] bool hasFinishReason() const { return m_reason.has_value(); }
    /// No events, but a body that says all that it will, even if the connection stays open.
    [[nodiscard]] bool holdsWholeBody() const;
    /// How many pieces of text or reasoning have come, and one for a finish reason; of a JSON body,
    /// pieces of any kind. Keep-alives are none: comments, pings, blanks, chunks without a word.
    [[nodiscard]] qint64 pieceCount() const { return m_pieceCount; }

private:
    enum class Form { Unknown, Events, Json, WebPage };

    [[nodiscard]] bool recognize();
    void consume(QByteArrayView bytes);
    void takeEvent(const SseEvent& event);
    void takeData(QByteArrayView data, bool isErrorEvent);
    void takePayload(const json::object& payload);
    void takeChoice(const json::object& choice);
    void takeSpeech(const json::object& speech);
    void takeContent(const json::value& content);
    void takePart(const json::value& part);
    void takeReasoning(const json::object& speech);
    void takeUsage(const json::object& payload);
    void finishEvents();
    void finishWhole(BodyEnd end);
    [[nodiscard]] Error noAnswerIn(const json::value& body) const;

    void emitText(const QString& text);
    void emitReasoning(const QString& text);
    void end();
    void fail(const Error& error);
    void emitHeldBack();

    ServerFailures m_failures;
    SseParser m_events;
    Form m_form = Form::Unknown;
    QByteArray m_start; ///< the first bytes: they tell what the body is
    QByteArray m_whole; ///< a JSON body
    const Sink* m_sink = nullptr; ///< during a call only
    SurrogateJoiner m_text;
    SurrogateJoiner m_reasoning;
    AnswerEnd m_end;
    std::optional<FinishReason> m_reason;
    qint64 m_pieceCount = 0;
    bool m_hasSpoken = false; ///< text or reasoning has come
    bool m_hasChoice = false;
    bool m_hasEvents = false;
    bool m_reasonIsError = false; ///< finish_reason: "error"
    bool m_over = false;
};

} // namespace roadloom
