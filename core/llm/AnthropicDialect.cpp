// SPDX-License-Identifier: Apache-2.0
#include "core/llm/AnthropicDialect.h"

#include "core/http/JsonMembers.h"
#include "core/llm/DialectParts.h"

#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// The protocol wants a limit. Most of today's models accept this one, and no roadmap is longer.
constexpr int mostTokens = 32'000;

/// The protocol's way to hold a model to a schema is a tool that it has to call: what it calls the
/// tool with is the answer.
constexpr json::string_view answerTool = "answer";

FinishReason reasonNamed(json::string_view name)
{
    if (name == "max_tokens" || name == "model_context_window_exceeded")
        return FinishReason::Length;
    if (name == "tool_use")
        return FinishReason::ToolCall;
    if (name == "refusal")
        return FinishReason::ContentFilter;
    return name == "end_turn" || name == "stop_sequence" ? FinishReason::Stop : FinishReason::Other;
}

/// Blocks, deltas and events of kinds that are not words (other tools, citations, signatures) are
/// passed over. Blocks do not overlap: a delta belongs to the one that began last.
class AnthropicDecoder final : public ChatDecoder {
public:
    using ChatDecoder::ChatDecoder;

private:
    void takePayload(const json::object& payload) override
    {
        const json::string_view type = stringIn(payload, "type");
        if (type == "message_start") {
            if (const json::object* message = objectIn(payload, "message"))
                takeMessage(*message);
        } else if (type == "content_block_start") {
            if (const json::object* block = objectIn(payload, "content_block"))
                beginBlock(*block);
        } else if (type == "content_block_delta") {
            if (const json::object* delta = objectIn(payload, "delta"))
                takeDelta(*delta);
        } else if (type == "message_delta") {
            if (const json::object* delta = objectIn(payload, "delta"))
                takeReason(*delta);
            takeUsage(payload);
        } else if (type == "message_stop" && hasAnswer()) {
            noteWholeAnswer(); // gateways that call tools let another message follow
        } else if (type == "message") {
            takeMessage(payload);
            noteWholeAnswer();
        }
    }

    void takeMessage(const json::object& message)
    {
        noteAnswer();
        noteModel(stringIn(message, "model"));
        takeUsage(message);
        forEachObjectIn(
            message, "content", [this](const json::object& block) { takeBlock(block); });
        takeReason(message);
    }

    /// The input of a tool comes in deltas; a gateway that has it at once may put it here.
    void beginBlock(const json::object& block)
    {
        const json::object* input = objectIn(block, "input");
        m_awaitsInput = isAnswer(block) && (input == nullptr || input->empty());
        takeBlock(block);
    }

    void takeBlock(const json::object& block)
    {
        const json::string_view type = stringIn(block, "type");
        if (type == "text")
            takeText(textIn(block, "text"));
        else if (type == "thinking")
            emitReasoning(textIn(block, "thinking"));
        else if (isAnswer(block))
            takeAnswer(block);
    }

    /// A model that calls the tool twice has said what it had to say the first time.
    [[nodiscard]] bool isAnswer(const json::object& block) const
    {
        return !m_hasAnswered && stringIn(block, "type") == "tool_use"
            && stringIn(block, "name") == answerTool;
    }

    void takeAnswer(const json::object& block)
    {
        m_hasAnswered = true;
        if (std::exchange(m_isInLine, false))
            emitText(u"\n"_s); // so that the object is found at the beginning of a line
        if (const json::object* input = objectIn(block, "input"); input && !input->empty()) {
            const QByteArray written = writeJson(*input);
            emitText(lenientText({ written.data(), std::size_t(written.size()) }));
        }
    }

    void takeText(const QString& text)
    {
        m_isInLine = m_isInLine || !text.isEmpty();
        emitText(text);
    }

    void takeDelta(const json::object& delta)
    {
        const json::string_view type = stringIn(delta, "type");
        if (type == "text_delta")
            takeText(textIn(delta, "text"));
        else if (type == "input_json_delta" && m_awaitsInput)
            emitText(textIn(delta, "partial_json"));
        else if (type == "thinking_delta")
            emitReasoning(textIn(delta, "thinking"));
    }

    void takeReason(const json::object& holder)
    {
        const json::string_view reason = stringIn(holder, "stop_reason");
        if (reason == "tool_use" && m_hasAnswered)
            noteReason(FinishReason::Stop);
        else if (!reason.empty())
            noteReason(reasonNamed(reason));
    }

    /// Told in parts; the later value wins.
    void takeUsage(const json::object& holder)
    {
        const json::object* usage = objectIn(holder, "usage");
        if (usage == nullptr)
            return;
        if (const auto count = countIn(*usage, "input_tokens"))
            noteInputTokens(*count);
        if (const auto count = countIn(*usage, "output_tokens"))
            noteOutputTokens(*count);
    }

    bool m_awaitsInput = false; ///< the block that began last is the answer, without its input
    bool m_hasAnswered = false; ///< with the tool
    bool m_isInLine = false; ///< there was text
};

std::pair<QByteArray, QByteArray> protocolVersion()
{
    return { "anthropic-version"_ba, "2023-06-01"_ba };
}

/// Without eager_input_streaming, a member of the input comes when it is whole: the narration would
/// not stream.
void addAnswerTool(json::object& body, const AnswerSchema& form, ReplyMode mode)
{
    json::object tool { { "name", answerTool }, { "description", "Takes the whole answer." },
        { "input_schema", form.schema } };
    if (mode == ReplyMode::Stream)
        tool["eager_input_streaming"] = true;
    body["tools"] = json::array({ std::move(tool) });
    body["tool_choice"] = { { "type", "tool" }, { "name", answerTool } };
}

QString pathBehind(const QString& path)
{
    if (path.endsWith("/messages"_L1))
        return {};
    return endsInVersion(path) ? u"/messages"_s : u"/v1/messages"_s;
}

} // namespace

HttpRequest AnthropicDialect::request(
    const ModelEndpoint& endpoint, const ChatQuestion& question) const
{
    const Instructed apart = withInstructionsApart(messagesFor(endpoint, question));
    json::object body;
    body["model"] = toJsonString(endpoint.model);
    body["max_tokens"] = endpoint.outputLimit.value_or(mostTokens);
    if (!apart.instructions.isEmpty())
        body["system"] = toJsonString(apart.instructions);
    body["messages"] = roleAndContent(apart.messages);
    body["stream"] = question.mode == ReplyMode::Stream;
    if (formAsked(endpoint, question) == StructuredOutput::JsonSchema)
        addAnswerTool(body, *question.schema, question.mode);
    mergeInto(body, endpoint.extraMembers);
    HttpRequest request { .url
        = extendedUrl(endpoint.baseUrl, pathBehind(basePath(endpoint.baseUrl))),
        .headers = keyHeaders(endpoint, "x-api-key"_ba),
        .body = writeJson(body) };
    request.headers.append(protocolVersion());
    return request;
}

std::unique_ptr<ChatDecoder> AnthropicDialect::decoder(ServerFailures failures) const
{
    return std::make_unique<AnthropicDecoder>(std::move(failures));
}

HttpRequest AnthropicDialect::modelsRequest(const ModelEndpoint& endpoint) const
{
    QUrl base = endpoint.baseUrl;
    if (const QString path = basePath(base); path.endsWith("/messages"_L1))
        base.setPath(path.chopped(QLatin1StringView("/messages").size()));
    const bool hasVersion = endsInVersion(basePath(base));
    QUrl url = extendedUrl(base, hasVersion ? u"/models"_s : u"/v1/models"_s);
    QUrlQuery query(url);
    query.addQueryItem(u"limit"_s, u"1000"_s); // of the API's pages, the longest; by itself 20
    url.setQuery(query);
    HttpRequest request { .url = url, .headers = keyHeaders(endpoint, "x-api-key"_ba) };
    request.headers.append(protocolVersion());
    return request;
}

std::optional<QStringList> AnthropicDialect::modelNames(const json::value& answer) const
{
    return namesIn(answer, "data", "id");
}

} // namespace roadloom
