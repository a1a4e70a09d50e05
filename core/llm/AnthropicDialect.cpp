// SPDX-License-Identifier: Apache-2.0
#include "core/llm/AnthropicDialect.h"

#include "core/http/JsonMembers.h"
#include "core/llm/DialectParts.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// The protocol wants a limit. Most of today's models accept this one, and no roadmap is longer.
constexpr int mostTokens = 32'000;

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

/// Blocks, deltas and events of kinds that are not words (tools, citations, signatures) are passed
/// over.
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
                takeBlock(*block);
        } else if (type == "content_block_delta") {
            if (const json::object* delta = objectIn(payload, "delta"))
                takeDelta(*delta);
        } else if (type == "message_delta") {
            if (const json::object* delta = objectIn(payload, "delta"))
                takeReason(*delta);
            takeUsage(payload);
        } else if (type == "message_stop") {
            noteWholeAnswer(); // gateways that call tools let another message follow
        } else if (type == "message") {
            takeMessage(payload);
            noteWholeAnswer();
        }
    }

    void takeMessage(const json::object& message)
    {
        noteAnswer();
        noteModel(textIn(message, "model"));
        takeUsage(message);
        forEachObjectIn(
            message, "content", [this](const json::object& block) { takeBlock(block); });
        takeReason(message);
    }

    void takeBlock(const json::object& block)
    {
        const json::string_view type = stringIn(block, "type");
        if (type == "text")
            emitText(textIn(block, "text"));
        else if (type == "thinking")
            emitReasoning(textIn(block, "thinking"));
    }

    void takeDelta(const json::object& delta)
    {
        const json::string_view type = stringIn(delta, "type");
        if (type == "text_delta")
            emitText(textIn(delta, "text"));
        else if (type == "thinking_delta")
            emitReasoning(textIn(delta, "thinking"));
    }

    void takeReason(const json::object& holder)
    {
        if (const json::string_view reason = stringIn(holder, "stop_reason"); !reason.empty())
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
};

std::pair<QByteArray, QByteArray> protocolVersion()
{
    return { "anthropic-version"_ba, "2023-06-01"_ba };
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
    const Instructed apart = withInstructionsApart(question.messages);
    json::object body;
    body["model"] = toJsonString(endpoint.model);
    body["max_tokens"] = endpoint.outputLimit.value_or(mostTokens);
    if (!apart.instructions.isEmpty())
        body["system"] = toJsonString(apart.instructions);
    body["messages"] = roleAndContent(apart.messages);
    body["stream"] = question.mode == ReplyMode::Stream;
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
    HttpRequest request { .url = extendedUrl(base, hasVersion ? u"/models"_s : u"/v1/models"_s),
        .headers = keyHeaders(endpoint, "x-api-key"_ba) };
    request.headers.append(protocolVersion());
    return request;
}

std::optional<QStringList> AnthropicDialect::modelNames(const json::value& answer) const
{
    return namesIn(answer, "data", "id");
}

} // namespace roadloom
