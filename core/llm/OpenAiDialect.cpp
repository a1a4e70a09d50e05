// SPDX-License-Identifier: Apache-2.0
#include "core/llm/OpenAiDialect.h"

#include "core/http/JsonMembers.h"
#include "core/llm/DialectParts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr QLatin1StringView chatPath = "/chat/completions"_L1;

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

/// The text of a list of typed parts, of one part, or of a plain string.
QString textOfParts(const json::value& parts, json::string_view key)
{
    if (const json::string* string = parts.if_string())
        return lenientText(*string);
    QString text;
    if (const json::array* array = parts.if_array()) {
        for (const json::value& part : *array) {
            if (const json::object* object = part.if_object())
                text += textIn(*object, key);
        }
    }
    return text;
}

class OpenAiDecoder final : public ChatDecoder {
public:
    using ChatDecoder::ChatDecoder;

private:
    void takePayload(const json::object& payload) override
    {
        takeUsage(payload);
        noteModel(stringIn(payload, "model"));
        qint64 place = 0; // which stands in for an index
        forEachObjectIn(payload, "choices", [&](const json::object& choice) {
            const json::value* index = memberIn(choice, "index");
            if ((index != nullptr && index->is_int64() ? index->get_int64() : place) == 0)
                takeChoice(choice);
            ++place;
        });
    }

    void takeChoice(const json::object& choice)
    {
        noteAnswer();
        if (const json::object* delta = objectIn(choice, "delta")) {
            takeSpeech(*delta);
        } else if (const json::object* message = objectIn(choice, "message");
                   message != nullptr && !hasSpoken()) { // after deltas it would repeat them
            takeSpeech(*message);
            if (hasSpoken()) // an empty one may only begin the answer
                noteWholeAnswer();
        }
        const json::string_view reason = stringIn(choice, "finish_reason");
        if (reason == "error")
            noteFailedReason();
        else if (!reason.empty() && reason != "null")
            noteReason(reasonNamed(reason));
    }

    static FinishReason reasonNamed(json::string_view name)
    {
        const auto found = std::ranges::find(namedReasons, name, &NamedReason::name);
        return found == namedReasons.end() ? FinishReason::Other : found->reason;
    }

    void takeSpeech(const json::object& speech)
    {
        takeReasoning(speech);
        if (const json::value* content = memberIn(speech, "content"))
            takeContent(*content);
        takeRefusal(speech);
    }

    /// The answer that the learner gets.
    void takeRefusal(const json::object& holder)
    {
        const json::string_view words = stringIn(holder, "refusal");
        if (words.empty())
            return;
        noteRefusal();
        emitText(lenientText(words));
    }

    void takeContent(const json::value& content)
    {
        if (const json::array* parts = content.if_array()) {
            for (const json::value& part : *parts)
                takePart(part);
        } else {
            takePart(content);
        }
    }

    void takePart(const json::value& part)
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
            emitText(textIn(*object, "text"));
        else if (const json::value* thinking = memberIn(*object, "thinking"))
            emitReasoning(textOfParts(*thinking, "text"));
        else if (type == "refusal")
            takeRefusal(*object);
    }

    /// Servers that write it into several members write the same into each: the first counts.
    void takeReasoning(const json::object& speech)
    {
        for (const json::string_view key : { "reasoning_content", "reasoning" }) {
            if (const QString text = textIn(speech, key); !text.isEmpty()) {
                emitReasoning(text);
                return;
            }
        }
        if (const json::value* details = memberIn(speech, "reasoning_details")) {
            emitReasoning(textOfParts(*details, "text"));
            emitReasoning(textOfParts(*details, "summary"));
        }
    }

    /// Cumulative where it comes in every chunk: the last counts.
    void takeUsage(const json::object& payload)
    {
        const json::object* usage = objectIn(payload, "usage");
        if (const json::object* groq = objectIn(payload, "x_groq"); groq != nullptr && !usage)
            usage = objectIn(*groq, "usage");
        if (usage == nullptr)
            return;
        for (const json::string_view key : { "input_tokens", "prompt_tokens" }) {
            if (const auto count = countIn(*usage, key))
                noteInputTokens(*count);
        }
        for (const json::string_view key : { "output_tokens", "completion_tokens" }) {
            if (const auto count = countIn(*usage, key))
                noteOutputTokens(*count);
        }
    }
};

json::object responseFormat(const AnswerSchema& form, StructuredOutput asked)
{
    if (asked == StructuredOutput::JsonObject)
        return { { "type", "json_object" } };
    return {
        { "type", "json_schema" },
        { "json_schema",
            { { "name", toJsonString(form.name) }, { "strict", true }, { "schema", form.schema } } }
    };
}

} // namespace

/// Model, messages and stream, and nothing unasked: servers refuse members that they do not know,
/// so no stream_options (usage is told where a server tells it unasked).
HttpRequest OpenAiDialect::request(
    const ModelEndpoint& endpoint, const ChatQuestion& question) const
{
    json::object body;
    body["model"] = toJsonString(endpoint.model.isEmpty() ? u"default"_s : endpoint.model);
    body["messages"] = roleAndContent(messagesFor(endpoint, question));
    body["stream"] = question.mode == ReplyMode::Stream;
    if (endpoint.outputLimit)
        body["max_tokens"] = *endpoint.outputLimit;
    const StructuredOutput form = formAsked(endpoint, question);
    if (form != StructuredOutput::None)
        body["response_format"] = responseFormat(*question.schema, form);
    mergeInto(body, endpoint.extraMembers);
    const bool isWhole = basePath(endpoint.baseUrl).endsWith(chatPath);
    return { .url = extendedUrl(endpoint.baseUrl, isWhole ? QString() : QString(chatPath)),
        .headers = keyHeaders(endpoint, "Authorization"_ba, "Bearer "_ba),
        .body = writeJson(body) };
}

std::unique_ptr<ChatDecoder> OpenAiDialect::decoder(ServerFailures failures) const
{
    return std::make_unique<OpenAiDecoder>(std::move(failures));
}

HttpRequest OpenAiDialect::modelsRequest(const ModelEndpoint& endpoint) const
{
    QUrl base = endpoint.baseUrl;
    if (const QString path = basePath(base); path.endsWith(chatPath))
        base.setPath(path.chopped(chatPath.size()));
    return { .url = extendedUrl(base, u"/models"_s),
        .headers = keyHeaders(endpoint, "Authorization"_ba, "Bearer "_ba) };
}

std::optional<QStringList> OpenAiDialect::modelNames(const json::value& answer) const
{
    return namesIn(answer, "data", "id");
}

} // namespace roadloom
