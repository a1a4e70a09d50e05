// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/BodyEnd.h"
#include "core/http/LenientJson.h"
#include "core/http/ServerFailures.h"
#include "core/llm/ChatDelta.h"
#include "core/stream/JsonExtent.h"
#include "core/stream/SseParser.h"
#include "core/stream/ThinkSplitter.h"

#include <functional>
#include <optional>

namespace roadloom {

/// The body of a model's answer, without I/O: bytes in, deltas out. What the dialects share: it
/// takes server-sent events, lines of JSON and one whole JSON body, whatever was asked for, by what
/// the bytes are; a dialect only says what one JSON object means. Any split of the bytes yields the
/// same text, reasoning and end.
///
/// The answer's end is the protocol's end mark, or the body's end after a finish reason; a JSON
/// body is complete when it parses. Everything else is an Error: an error event or member (the text
/// beside it is given first), a web page, no answer, the body's end before the answer's
/// (ErrorKind::Cut). Reasoning between <think> tags at the answer's start is told from its text
/// (see ThinkSplitter).
///
/// Bounded: an event to SseParser::maxBytes, a JSON body, or a line of one, to maxWholeBytes.
class ChatDecoder {
public:
    static constexpr qsizetype maxWholeBytes = qsizetype(64) * 1024 * 1024;
    using Sink = std::function<void(const ChatDelta&)>;

    explicit ChatDecoder(ServerFailures failures);
    Q_DISABLE_COPY_MOVE(ChatDecoder)
    virtual ~ChatDecoder() = default;

    /// Bytes after the answer's end are ignored. The sink must not call back.
    void feed(QByteArrayView bytes, const Sink& sink);
    /// The body has ended. Yields the AnswerEnd or Error, unless that came already.
    void finish(BodyEnd end, const Sink& sink);

    /// An AnswerEnd or Error was given; nothing more will be.
    [[nodiscard]] bool isOver() const { return m_over; }
    /// The answer is all there, but usage or the end mark may still come: finish() would succeed.
    [[nodiscard]] bool isComplete() const { return m_reason || m_isWhole; }
    /// No answer, but a body that says all that it will, even if the connection stays open.
    [[nodiscard]] bool holdsFailure() const;
    /// How many pieces of text or reasoning have come, and one for a finish reason; of one JSON
    /// text, pieces of any kind. Keep-alives are none: comments, pings, blanks, chunks and lines
    /// without a word.
    [[nodiscard]] qint64 pieceCount() const { return m_pieceCount; }

protected:
    /// One JSON object: an event's, a line's, or the whole body. Objects that report an error are
    /// handed over, too; the error is told afterwards.
    virtual void takePayload(const json::object& payload) = 0;

    // What a dialect makes of it.
    void emitText(QString text);
    void emitReasoning(QString text);
    void noteReason(FinishReason reason);
    /// The model's finish reason is that something failed.
    void noteFailedReason();
    /// The model's words say that it will not answer: whatever its finish reason, it is
    /// FinishReason::ContentFilter.
    void noteRefusal() { m_isRefusal = true; }
    /// The object was part of an answer, if perhaps without words.
    void noteAnswer() { m_hasAnswer = true; }
    /// The object was all of an answer: no end mark will follow.
    void noteWholeAnswer() { m_hasAnswer = m_isWhole = true; }
    void noteModel(json::string_view model);
    void noteInputTokens(qint64 count) { m_end.usage.inputTokens = count; }
    void noteOutputTokens(qint64 count) { m_end.usage.outputTokens = count; }
    /// The server will not answer, for this reason.
    void refuse(const QString& reason) { fail(m_failures.refused(reason)); }
    /// The object is the protocol's end mark: unless it reports an error, the answer ends with it.
    void noteEndMark() { m_isAtEnd = true; }
    [[nodiscard]] bool hasSpoken() const { return m_hasSpoken; }
    [[nodiscard]] bool hasAnswer() const { return m_hasAnswer; }

private:
    enum class Form { Unknown, Events, Json, WebPage };

    [[nodiscard]] bool recognize();
    void consume(QByteArrayView bytes);
    void consumeJson(QByteArrayView bytes);
    void countGrowth(QByteArrayView bytes);
    void takeFirstValue(qsizetype searchFrom);
    void takeLines(qsizetype searchFrom);
    void takeEvent(const SseEvent& event);
    void takeData(QByteArrayView data, bool isErrorEvent);
    [[nodiscard]] bool takeMark(QByteArrayView data);
    void takeValue(const json::value& value, QByteArrayView raw, bool isErrorEvent);
    void noteOddWords(ServerWords words);
    /// The body holds the server's words where its answer should be.
    [[nodiscard]] bool saysWhyNot() const;
    void finishEvents();
    void finishJson(BodyEnd end);
    void end();
    void passOn(ThinkSplitter::Parts parts);
    void fail(const Error& error);
    void emitHeldBack();

    ServerFailures m_failures;
    SseParser m_events;
    LenientJsonParser m_parser;
    Form m_form = Form::Unknown;
    QByteArray m_start; ///< the first bytes: they tell what the body is
    QByteArray m_json; ///< of a JSON body, what has not been taken yet
    JsonExtent m_firstValue; ///< where the JSON body's first text ends
    bool m_tookFirstValue = false; ///< what follows are lines, each a JSON text of its own
    qsizetype m_mostUntaken = 0; ///< how long m_json has been at most
    ServerWords m_oddWords; ///< of objects that came before, or instead of, any answer
    const Sink* m_sink = nullptr; ///< during a call only
    SurrogateJoiner m_text;
    SurrogateJoiner m_reasoning;
    ThinkSplitter m_think;
    AnswerEnd m_end;
    QByteArray m_model; ///< as the last payload names it
    std::optional<FinishReason> m_reason;
    qint64 m_pieceCount = 0;
    bool m_hasSpoken = false; ///< text or reasoning has come
    bool m_hasAnswer = false;
    bool m_isWhole = false;
    bool m_isAtEnd = false; ///< behind the last object nothing of the answer comes
    bool m_hasEvents = false;
    bool m_reasonIsError = false;
    bool m_isRefusal = false;
    bool m_over = false;
};

} // namespace roadloom
