// SPDX-License-Identifier: Apache-2.0
#include "core/llm/OllamaDialect.h"

#include "core/http/JsonMembers.h"
#include "core/llm/DialectParts.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

class OllamaDecoder final : public ChatDecoder {
public:
    using ChatDecoder::ChatDecoder;

private:
    void takePayload(const json::object& payload) override
    {
        noteModel(stringIn(payload, "model"));
        if (const json::object* message = objectIn(payload, "message")) {
            noteAnswer();
            emitReasoning(textIn(*message, "thinking"));
            emitText(textIn(*message, "content"));
        }
        if (!isTrueIn(payload, "done"))
            return;
        if (const auto count = countIn(payload, "prompt_eval_count"))
            noteInputTokens(*count);
        if (const auto count = countIn(payload, "eval_count"))
            noteOutputTokens(*count);
        const json::string_view reason = stringIn(payload, "done_reason");
        noteReason(reason.empty() || reason == "stop" ? FinishReason::Stop
                : reason == "length"                  ? FinishReason::Length
                                                      : FinishReason::Other);
        noteEndMark();
    }
};

/// The server's address without the path of one of its sides. That of its OpenAI-style side, which
/// many have at hand, means the same server.
QUrl serverRoot(QUrl url)
{
    const QString path = basePath(url);
    for (const QLatin1StringView side : { "/api/chat"_L1, "/api"_L1, "/v1"_L1 }) {
        if (path.endsWith(side)) {
            url.setPath(path.chopped(side.size()), QUrl::TolerantMode);
            break;
        }
    }
    return url;
}

} // namespace

HttpRequest OllamaDialect::request(
    const ModelEndpoint& endpoint, const ChatQuestion& question) const
{
    json::object body;
    body["model"] = toJsonString(endpoint.model);
    body["messages"] = roleAndContent(messagesFor(endpoint, question));
    body["stream"] = question.mode == ReplyMode::Stream;
    if (endpoint.outputLimit)
        body["options"] = json::object { { "num_predict", *endpoint.outputLimit } };
    const StructuredOutput form = formAsked(endpoint, question);
    if (form == StructuredOutput::JsonSchema)
        body["format"] = question.schema->schema;
    else if (form == StructuredOutput::JsonObject)
        body["format"] = "json";
    mergeInto(body, endpoint.extraMembers);
    return { .url = extendedUrl(serverRoot(endpoint.baseUrl), u"/api/chat"_s),
        .headers = keyHeaders(endpoint, "Authorization"_ba, "Bearer "_ba),
        .body = writeJson(body) };
}

std::unique_ptr<ChatDecoder> OllamaDialect::decoder(ServerFailures failures) const
{
    return std::make_unique<OllamaDecoder>(std::move(failures));
}

HttpRequest OllamaDialect::modelsRequest(const ModelEndpoint& endpoint) const
{
    return { .url = extendedUrl(serverRoot(endpoint.baseUrl), u"/api/tags"_s),
        .headers = keyHeaders(endpoint, "Authorization"_ba, "Bearer "_ba) };
}

std::optional<QStringList> OllamaDialect::modelNames(const json::value& answer) const
{
    return namesIn(answer, "models", "name");
}

} // namespace roadloom
