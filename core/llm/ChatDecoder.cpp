// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ChatDecoder.h"

#include "core/base/VectorRegisters.h"
#include "core/http/JsonMembers.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype startLimit = 2048;
constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
constexpr QByteArrayView doneMark = "[DONE]";
constexpr QByteArrayView errorMark = "[ERROR]";

bool saysSomething(const json::value& value)
{
    if (const json::string* string = value.if_string())
        return !string->empty();
    if (const json::object* object = value.if_object())
        return !object->empty();
    if (const json::array* array = value.if_array())
        return !array->empty();
    return !value.is_null() && value != json::value(false) && value != json::value(0);
}

/// Whether a payload without the `error` event type is a failure.
bool reportsError(const json::object& payload)
{
    const json::value* error = memberIn(payload, "error");
    return (error != nullptr && saysSomething(*error)) || stringIn(payload, "type") == "error"
        || stringIn(payload, "object") == "error";
}

bool isMark(QByteArrayView data)
{
    return data.trimmed().startsWith(doneMark) || data.trimmed().startsWith(errorMark);
}

/// In any order: bytes that come in parts would lose them one by one, too.
QByteArrayView withoutLeadingBlanks(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (bytes.startsWith(byteOrderMark))
            bytes = bytes.sliced(byteOrderMark.size());
        else if (QByteArrayView(" \t\r\n").contains(bytes.front()))
            bytes = bytes.sliced(1);
        else
            break;
    }
    return bytes;
}

/// The first field names of an event stream, or a comment.
bool beginsLikeEvents(QByteArrayView start)
{
    constexpr std::array<QByteArrayView, 6> beginnings { ":", "data", "event", "id", "retry",
        "error:" };
    return std::ranges::any_of(beginnings, [&](QByteArrayView beginning) {
        return start.startsWith(beginning) || beginning.startsWith(start);
    });
}

} // namespace

ChatDecoder::ChatDecoder(ServerFailures failures)
    : m_failures(std::move(failures))
{
}

void ChatDecoder::feed(QByteArrayView bytes, const Sink& sink)
{
    releaseUpperHalves();
    const QScopedValueRollback guard(m_sink, &sink);
    if (m_form != Form::Unknown) {
        consume(bytes);
        return;
    }
    m_start += bytes;
    m_start = withoutLeadingBlanks(m_start).toByteArray();
    if (!recognize())
        return;
    const QByteArray pending = std::exchange(m_start, {});
    consume(pending);
}

/// By the first byte that is no white space: neither the Content-Type nor what was asked for tells.
bool ChatDecoder::recognize()
{
    if (byteOrderMark.startsWith(m_start)) // none yet, or a mark that is still incomplete
        return false;
    switch (m_start.front()) {
    case '{':
    case '[':
        m_form = Form::Json;
        m_firstValue = JsonExtent(QLatin1Char(m_start.front()));
        break;
    case '<':
        m_form = Form::WebPage;
        break;
    default:
        m_form = Form::Events;
    }
    return true;
}

void ChatDecoder::consume(QByteArrayView bytes)
{
    if (m_over)
        return;
    if (m_start.size() < startLimit)
        m_start += bytes.first(std::min(bytes.size(), startLimit - m_start.size()));
    if (m_form == Form::Json) {
        consumeJson(bytes);
    } else if (m_form == Form::WebPage) {
        if (m_start.size() >= startLimit)
            fail(m_failures.webPage(m_start));
    } else if (m_form == Form::Events) {
        const bool fits = m_events.feed(bytes, [this](const SseEvent& event) { takeEvent(event); });
        if (!fits && !m_over)
            fail(m_failures.tooLarge(SseParser::maxBytes));
    }
}

void ChatDecoder::consumeJson(QByteArrayView bytes)
{
    const qsizetype before = m_json.size();
    if (before + bytes.size() > maxWholeBytes) {
        fail(m_failures.tooLarge(maxWholeBytes));
        return;
    }
    m_json += bytes;
    if (m_tookFirstValue)
        takeLines(before);
    else if (!m_firstValue.isComplete())
        takeFirstValue(before);
    countGrowth(bytes);
}

/// A text that grows is worth waiting for, even if it is all of the body. It has to grow beyond
/// those before it, or lines without a word that come in parts would count, too.
void ChatDecoder::countGrowth(QByteArrayView bytes)
{
    if (m_json.size() <= m_mostUntaken)
        return;
    m_mostUntaken = m_json.size();
    m_pieceCount += bytes.trimmed().isEmpty() ? 0 : 1;
}

/// As soon as it is whole: the connection may stay open behind it.
void ChatDecoder::takeFirstValue(qsizetype searchFrom)
{
    const qsizetype end = searchFrom + m_firstValue.take(QByteArrayView(m_json).sliced(searchFrom));
    if (!m_firstValue.isComplete())
        return;
    const QByteArrayView text = QByteArrayView(m_json).first(end);
    const json::value* value = m_parser.parse(text);
    if (value == nullptr) // the body is no JSON after all: its end will tell what it is
        return;
    m_tookFirstValue = true;
    takeValue(*value, text, false);
    m_json.remove(0, end);
    takeLines(0);
}

void ChatDecoder::takeLines(qsizetype searchFrom)
{
    qsizetype begin = 0;
    for (qsizetype end = m_json.indexOf('\n', searchFrom); end >= 0 && !m_over;
         end = m_json.indexOf('\n', begin)) {
        const QByteArrayView line = QByteArrayView(m_json).sliced(begin, end - begin).trimmed();
        const json::value* value = line.isEmpty() ? nullptr : m_parser.parse(line);
        if (value != nullptr)
            takeValue(*value, line, false);
        else if (!line.isEmpty())
            fail(m_failures.notAnAnswer(line));
        begin = end + 1;
    }
    m_json.remove(0, begin);
}

void ChatDecoder::finish(BodyEnd end, const Sink& sink)
{
    const QScopedValueRollback guard(m_sink, &sink);
    if (m_over)
        return;
    switch (m_form) {
    case Form::Unknown:
        fail(end == BodyEnd::Broken ? m_failures.cut() : m_failures.emptyBody());
        break;
    case Form::WebPage:
        fail(m_failures.webPage(m_start));
        break;
    case Form::Json:
        finishJson(end);
        break;
    case Form::Events:
        finishEvents();
        break;
    }
}

bool ChatDecoder::holdsFailure() const
{
    return m_form == Form::WebPage || (m_form == Form::Json && saysWhyNot());
}

bool ChatDecoder::saysWhyNot() const
{
    return !m_hasAnswer && !m_oddWords.text.isEmpty();
}

void ChatDecoder::finishEvents()
{
    const auto [type, data] = m_events.unfinishedEvent();
    // Half an event is a cut, not a malformed event.
    if (isMark(data) || parseLenientJson(data))
        takeData(data, type == "error");
    if (m_over)
        return;
    if (isComplete())
        this->end();
    else if (saysWhyNot())
        fail(m_failures.insteadOfAnswer(m_oddWords, m_start));
    else if (m_hasEvents || beginsLikeEvents(m_start))
        fail(m_failures.cut());
    else
        fail(m_failures.notAnAnswer(m_start));
}

void ChatDecoder::finishJson(BodyEnd end)
{
    JsonFault fault = JsonFault::None;
    const QByteArray rest = std::exchange(m_json, {}).trimmed();
    if (const auto value = parseLenientJson(rest, &fault))
        takeValue(*value, rest, false);
    if (m_over)
        return;
    if (isComplete())
        this->end();
    else if (saysWhyNot())
        fail(m_failures.insteadOfAnswer(m_oddWords, m_start));
    else if (m_hasAnswer || end == BodyEnd::Broken
        || (!rest.isEmpty() && fault == JsonFault::Incomplete))
        fail(m_failures.cut());
    else
        fail(m_failures.notAnAnswer(m_start));
}

void ChatDecoder::takeEvent(const SseEvent& event)
{
    if (m_over)
        return;
    m_hasEvents = true;
    takeData(event.data, event.type == "error");
}

void ChatDecoder::takeData(QByteArrayView data, bool isErrorEvent)
{
    data = data.trimmed();
    if (data.isEmpty())
        return;
    if (data.front() == '[' && takeMark(data))
        return;
    if (const json::value* value = m_parser.parse(data))
        takeValue(*value, data, isErrorEvent);
    else
        fail(isErrorEvent ? m_failures.insteadOfAnswer(
                 { .text = QString::fromUtf8(data), .code = {}, .type = {} }, data)
                          : m_failures.notAnAnswer(data));
}

/// False: it is no mark.
bool ChatDecoder::takeMark(QByteArrayView data)
{
    if (data.startsWith(doneMark) && m_hasAnswer)
        end();
    else if (data.startsWith(doneMark))
        fail(saysWhyNot() ? m_failures.insteadOfAnswer(m_oddWords, m_start)
                          : m_failures.emptyBody());
    else if (data.startsWith(errorMark))
        fail(m_failures.insteadOfAnswer({}, data));
    else
        return false;
    return true;
}

void ChatDecoder::takeValue(const json::value& value, QByteArrayView raw, bool isErrorEvent)
{
    const json::object* payload = value.if_object();
    const json::array* list = m_form == Form::Json ? value.if_array() : nullptr;
    if (list != nullptr && !list->empty() && list->front().is_object()) {
        for (const json::value& item : *list) { // a stream of objects that was gathered
            if (!m_over && item.is_object())
                takeValue(item, raw, false);
        }
        return;
    }
    if (payload != nullptr)
        takePayload(*payload);
    if (m_over)
        return;
    if (isErrorEvent || (payload != nullptr && reportsError(*payload)))
        fail(m_failures.insteadOfAnswer(serverWordsIn(value), raw));
    else if (m_isAtEnd)
        end();
    else if (!m_hasAnswer && !value.is_string())
        noteOddWords(serverWordsIn(value));
}

void ChatDecoder::noteOddWords(ServerWords words)
{
    if (!words.text.isEmpty()) // those behind them may be pings
        m_oddWords = std::move(words);
}

void ChatDecoder::emitText(QString text)
{
    if (text.isEmpty())
        return;
    m_hasSpoken = m_hasAnswer = true;
    ++m_pieceCount;
    QString whole = m_text.take(std::move(text));
    if (whole.isEmpty())
        return;
    if (m_think.passes(whole))
        (*m_sink)(TextDelta { std::move(whole) });
    else
        passOn(m_think.take(std::move(whole)));
}

void ChatDecoder::passOn(ThinkSplitter::Parts parts)
{
    if (parts.textWasReasoning)
        (*m_sink)(TextWasReasoning {});
    if (!parts.reasoning.isEmpty())
        (*m_sink)(ReasoningDelta { std::move(parts.reasoning) });
    if (!parts.text.isEmpty())
        (*m_sink)(TextDelta { std::move(parts.text) });
}

void ChatDecoder::emitReasoning(QString text)
{
    if (text.isEmpty())
        return;
    m_hasSpoken = m_hasAnswer = true;
    ++m_pieceCount;
    if (QString whole = m_reasoning.take(std::move(text)); !whole.isEmpty())
        (*m_sink)(ReasoningDelta { std::move(whole) });
}

void ChatDecoder::noteReason(FinishReason reason)
{
    m_pieceCount += m_reason ? 0 : 1;
    m_reason = reason;
    m_hasAnswer = true;
}

void ChatDecoder::noteFailedReason()
{
    noteReason(FinishReason::Other);
    m_reasonIsError = true;
}

/// Every chunk names it: it becomes text once, at the end.
void ChatDecoder::noteModel(json::string_view model)
{
    if (const QByteArrayView bytes(model.data(), qsizetype(model.size()));
        !bytes.isEmpty() && bytes != m_model)
        m_model = bytes.toByteArray();
}

void ChatDecoder::emitHeldBack()
{
    if (const QString rest = m_reasoning.finish(); !rest.isEmpty())
        (*m_sink)(ReasoningDelta { rest });
    if (const QString rest = m_text.finish(); !rest.isEmpty())
        passOn(m_think.take(rest));
    passOn(m_think.finish());
}

void ChatDecoder::end()
{
    if (m_over)
        return;
    if (m_reasonIsError) {
        fail(m_failures.insteadOfAnswer({}, m_start));
        return;
    }
    emitHeldBack();
    m_over = true;
    m_end.reason
        = m_isRefusal ? FinishReason::ContentFilter : m_reason.value_or(FinishReason::Stop);
    m_end.model = lenientText({ m_model.data(), std::size_t(m_model.size()) });
    (*m_sink)(m_end);
}

void ChatDecoder::fail(const Error& error)
{
    emitHeldBack();
    m_over = true;
    (*m_sink)(error);
}

} // namespace roadloom
