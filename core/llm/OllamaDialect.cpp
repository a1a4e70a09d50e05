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
        noteModel(textIn(payload, "model"));
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
        end();
    }
};

/// The address of Ollama's OpenAI-style side, which many have at hand, means the same server.
QString pathBehind(const QString& path)
{
    if (path.endsWith("/api/chat"_L1))
        return {};
    return path.endsWith("/api"_L1) ? u"/chat"_s : u"/api/chat"_s;
}

} // namespace

HttpRequest OllamaDialect::request(
    const ModelEndpoint& endpoint, const ChatQuestion& question) const
{
    json::object body;
    body["model"] = toJsonString(endpoint.model);
    body["messages"] = roleAndContent(question.messages);
    body["stream"] = question.mode == ReplyMode::Stream;
    if (endpoint.outputLimit)
        body["options"] = json::object { { "num_predict", *endpoint.outputLimit } };
    mergeInto(body, endpoint.extraMembers);
    QUrl base = endpoint.baseUrl;
    if (const QString path = basePath(base); path.endsWith("/v1"_L1))
        base.setPath(path.chopped(3));
    return { .url = extendedUrl(base, pathBehind(basePath(base))),
        .headers = keyHeaders(endpoint, "Authorization"_ba, "Bearer "_ba),
        .body = writeJson(body) };
}

std::unique_ptr<ChatDecoder> OllamaDialect::decoder(ServerFailures failures) const
{
    return std::make_unique<OllamaDecoder>(std::move(failures));
}

} // namespace roadloom
