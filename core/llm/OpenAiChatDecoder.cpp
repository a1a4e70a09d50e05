// SPDX-License-Identifier: Apache-2.0
#include "core/llm/OpenAiChatDecoder.h"

#include <QScopedValueRollback>

#include <boost/json/monotonic_resource.hpp>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype startLimit = 2048;
constexpr std::size_t scratchSize = 16 * 1024; // most events' values fit without the heap
constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
constexpr QByteArrayView doneMark = "[DONE]";
constexpr QByteArrayView errorMark = "[ERROR]";

struct NamedReason {
    json::string_view name;
    FinishReason reason;
};

constexpr std::array namedReasons {
    NamedReason { "stop", FinishReason::Stop },
    NamedReason { "eos", FinishReason::Stop },
    NamedReason { "end_turn", FinishReason::Stop },
    NamedReason { "length", FinishReason::Length },
    NamedReason { "max_tokens", FinishReason::Length },
    NamedReason { "model_length", FinishReason::Length },
    NamedReason { "tool_calls", FinishReason::ToolCall },
    NamedReason { "function_call", FinishReason::ToolCall },
    NamedReason { "content_filter", FinishReason::ContentFilter },
};

FinishReason reasonNamed(json::string_view name)
{
    const auto found = std::ranges::find(namedReasons, name, &NamedReason::name);
    return found == namedReasons.end() ? FinishReason::Other : found->reason;
}

const json::object* objectIn(const json::object& object, json::string_view key)
{
    const json::value* value = object.if_contains(key);
    return value ? value->if_object() : nullptr;
}

const json::array* arrayIn(const json::object& object, json::string_view key)
{
    const json::value* value = object.if_contains(key);
    return value ? value->if_array() : nullptr;
}

/// Empty for a missing member and for one of another type.
json::string_view stringIn(const json::object& object, json::string_view key)
{
    const json::value* value = object.if_contains(key);
    const json::string* string = value ? value->if_string() : nullptr;
    return string ? json::string_view(*string) : json::string_view();
}

std::optional<qint64> countIn(
    const json::object& object, json::string_view key, json::string_view otherKey)
{
    const json::value* value = object.if_contains(key);
    if (value == nullptr)
        value = object.if_contains(otherKey);
    if (value == nullptr || !value->is_int64() || value->get_int64() < 0)
        return std::nullopt;
    return value->get_int64();
}

/// The text of a list of typed parts, of one part, or of a plain string.
QString textOfParts(const json::value& parts, json::string_view key)
{
    if (const json::string* string = parts.if_string())
        return lenientText(*string);
    QString text;
    if (const json::array* array = parts.if_array()) {
        for (const json::value& part : *array) {
            if (const json::object* object = part.if_object())
                text += lenientText(stringIn(*object, key));
        }
    }
    return text;
}

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
    const json::value* error = payload.if_contains("error");
    return (error != nullptr && saysSomething(*error)) || stringIn(payload, "type") == "error"
        || stringIn(payload, "object") == "error";
}

bool isMark(QByteArrayView data)
{
    return data.trimmed().startsWith(doneMark) || data.trimmed().startsWith(errorMark);
}

QByteArrayView withoutLeadingBlanks(QByteArrayView bytes)
{
    if (bytes.startsWith(byteOrderMark))
        bytes = bytes.sliced(byteOrderMark.size());
    while (!bytes.isEmpty() && QByteArrayView(" \t\r\n").contains(bytes.front()))
        bytes = bytes.sliced(1);
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

OpenAiChatDecoder::OpenAiChatDecoder(ServerFailures failures)
    : m_failures(std::move(failures))
{
}

void OpenAiChatDecoder::feed(QByteArrayView bytes, const Sink& sink)
{
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
bool OpenAiChatDecoder::recognize()
{
    if (byteOrderMark.startsWith(m_start)) // none yet, or a mark that is still incomplete
        return false;
    switch (m_start.front()) {
    case '{':
    case '[':
        m_form = Form::Json;
        break;
    case '<':
        m_form = Form::WebPage;
        break;
    default:
        m_form = Form::Events;
    }
    return true;
}

void OpenAiChatDecoder::consume(QByteArrayView bytes)
{
    if (m_over)
        return;
    if (m_start.size() < startLimit)
        m_start += bytes.first(std::min(bytes.size(), startLimit - m_start.size()));
    if (m_form == Form::Json) {
        if (m_whole.size() + bytes.size() > maxWholeBytes)
            fail(m_failures.tooLarge(maxWholeBytes));
        else
            m_whole += bytes;
        m_pieceCount += bytes.trimmed().isEmpty() ? 0 : 1;
    } else if (m_form == Form::WebPage) {
        if (m_start.size() >= startLimit)
            fail(m_failures.webPage(m_start));
    } else if (m_form == Form::Events) {
        const bool fits = m_events.feed(bytes, [this](const SseEvent& event) { takeEvent(event); });
        if (!fits)
            fail(m_failures.tooLarge(SseParser::maxBytes));
    }
}

void OpenAiChatDecoder::finish(BodyEnd end, const Sink& sink)
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
        finishWhole(end);
        break;
    case Form::Events:
        finishEvents();
        break;
    }
}

bool OpenAiChatDecoder::holdsWholeBody() const
{
    return m_form == Form::WebPage || (m_form == Form::Json && parseLenientJson(m_whole));
}

void OpenAiChatDecoder::finishEvents()
{
    const auto [type, data] = m_events.unfinishedEvent();
    // Half an event is a cut, not a malformed event.
    if (isMark(data) || parseLenientJson(data))
        takeData(data, type == "error");
    if (m_over)
        return;
    if (m_reason)
        this->end();
    else if (m_hasEvents || beginsLikeEvents(m_start))
        fail(m_failures.cut());
    else
        fail(m_failures.notAnAnswer(m_start));
}

void OpenAiChatDecoder::finishWhole(BodyEnd end)
{
    JsonFault fault = JsonFault::None;
    const auto body = parseLenientJson(m_whole, {}, &fault);
    if (!body) {
        const bool cut = end == BodyEnd::Broken || fault == JsonFault::Incomplete;
        fail(cut ? m_failures.cut() : m_failures.notAnAnswer(m_start));
        return;
    }
    if (const json::object* payload = body->if_object(); payload && !reportsError(*payload))
        takePayload(*payload);
    if (m_hasChoice)
        this->end();
    else
        fail(noAnswerIn(*body));
}

Error OpenAiChatDecoder::noAnswerIn(const json::value& body) const
{
    const ServerWords words = serverWordsIn(body);
    return words.text.isEmpty() ? m_failures.notAnAnswer(m_start)
                                : m_failures.insteadOfAnswer(words, m_start);
}

void OpenAiChatDecoder::takeEvent(const SseEvent& event)
{
    if (m_over)
        return;
    m_hasEvents = true;
    takeData(event.data, event.type == "error");
}

void OpenAiChatDecoder::takeData(QByteArrayView data, bool isErrorEvent)
{
    data = data.trimmed();
    if (data.isEmpty())
        return;
    if (data.startsWith(doneMark)) {
        end();
        return;
    }
    if (data.startsWith(errorMark)) {
        fail(m_failures.insteadOfAnswer({}, data));
        return;
    }
    std::array<unsigned char, scratchSize> scratch; // NOLINT: only ever written before it is read
    json::monotonic_resource memory(scratch.data(), scratch.size());
    const auto value = parseLenientJson(data, &memory);
    if (!value) {
        fail(isErrorEvent ? m_failures.insteadOfAnswer(
                 { .text = QString::fromUtf8(data), .code = {}, .type = {} }, data)
                          : m_failures.notAnAnswer(data));
        return;
    }
    const json::object* payload = value->if_object();
    if (payload != nullptr)
        takePayload(*payload);
    if (isErrorEvent || (payload != nullptr && reportsError(*payload)))
        fail(m_failures.insteadOfAnswer(serverWordsIn(*value), data));
}

void OpenAiChatDecoder::takePayload(const json::object& payload)
{
    takeUsage(payload);
    if (const json::string_view model = stringIn(payload, "model"); !model.empty())
        m_end.model = lenientText(model);
    const json::array* choices = arrayIn(payload, "choices");
    if (choices == nullptr)
        return;
    for (const json::value& choice : *choices) {
        const json::object* object = choice.if_object();
        if (object == nullptr)
            continue;
        const json::value* index = object->if_contains("index");
        if (index == nullptr || !index->is_int64() || index->get_int64() == 0)
            takeChoice(*object);
    }
}

void OpenAiChatDecoder::takeChoice(const json::object& choice)
{
    m_hasChoice = true;
    if (const json::object* delta = objectIn(choice, "delta"))
        takeSpeech(*delta);
    else if (const json::object* message = objectIn(choice, "message"); message && !m_hasSpoken)
        takeSpeech(*message); // a whole answer; after deltas it would repeat them
    const json::string_view reason = stringIn(choice, "finish_reason");
    if (reason.empty() || reason == "null")
        return;
    m_pieceCount += m_reason ? 0 : 1;
    m_reason = reasonNamed(reason);
    m_reasonIsError = reason == "error";
}

void OpenAiChatDecoder::takeSpeech(const json::object& speech)
{
    takeReasoning(speech);
    if (const json::value* content = speech.if_contains("content"))
        takeContent(*content);
    // A refusal is the answer that the learner gets.
    emitText(lenientText(stringIn(speech, "refusal")));
}

void OpenAiChatDecoder::takeContent(const json::value& content)
{
    if (const json::array* parts = content.if_array()) {
        for (const json::value& part : *parts)
            takePart(part);
    } else {
        takePart(content);
    }
}

void OpenAiChatDecoder::takePart(const json::value& part)
{
    if (const json::string* text = part.if_string()) {
        emitText(lenientText(*text));
        return;
    }
    const json::object* object = part.if_object();
    if (object == nullptr)
        return;
    const json::string_view type = stringIn(*object, "type");
    if (type == "text" || type == "output_text")
        emitText(lenientText(stringIn(*object, "text")));
    else if (const json::value* thinking = object->if_contains("thinking"))
        emitReasoning(textOfParts(*thinking, "text"));
}

/// Servers that write it into several members write the same into each: the first counts.
void OpenAiChatDecoder::takeReasoning(const json::object& speech)
{
    for (const json::string_view key : { "reasoning_content", "reasoning" }) {
        if (const json::string_view text = stringIn(speech, key); !text.empty()) {
            emitReasoning(lenientText(text));
            return;
        }
    }
    if (const json::value* details = speech.if_contains("reasoning_details")) {
        emitReasoning(textOfParts(*details, "text"));
        emitReasoning(textOfParts(*details, "summary"));
    }
}

void OpenAiChatDecoder::takeUsage(const json::object& payload)
{
    const json::object* usage = objectIn(payload, "usage");
    if (const json::object* groq = objectIn(payload, "x_groq"); groq && !usage)
        usage = objectIn(*groq, "usage");
    if (usage == nullptr)
        return;
    // Cumulative where it comes in every chunk: the last counts.
    if (const auto input = countIn(*usage, "prompt_tokens", "input_tokens"))
        m_end.usage.inputTokens = input;
    if (const auto output = countIn(*usage, "completion_tokens", "output_tokens"))
        m_end.usage.outputTokens = output;
}

void OpenAiChatDecoder::emitText(const QString& text)
{
    if (text.isEmpty())
        return;
    m_hasSpoken = true;
    ++m_pieceCount;
    if (const QString whole = m_text.take(text); !whole.isEmpty())
        (*m_sink)(TextDelta { whole });
}

void OpenAiChatDecoder::emitReasoning(const QString& text)
{
    if (text.isEmpty())
        return;
    m_hasSpoken = true;
    ++m_pieceCount;
    if (const QString whole = m_reasoning.take(text); !whole.isEmpty())
        (*m_sink)(ReasoningDelta { whole });
}

void OpenAiChatDecoder::emitHeldBack()
{
    if (const QString rest = m_reasoning.finish(); !rest.isEmpty())
        (*m_sink)(ReasoningDelta { rest });
    if (const QString rest = m_text.finish(); !rest.isEmpty())
        (*m_sink)(TextDelta { rest });
}

void OpenAiChatDecoder::end()
{
    if (m_reasonIsError) {
        fail(m_failures.insteadOfAnswer({}, m_start));
        return;
    }
    emitHeldBack();
    m_over = true;
    m_end.reason = m_reason.value_or(FinishReason::Stop);
    (*m_sink)(m_end);
}

void OpenAiChatDecoder::fail(const Error& error)
{
    emitHeldBack();
    m_over = true;
    (*m_sink)(error);
}

} // namespace roadloom
