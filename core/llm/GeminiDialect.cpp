// SPDX-License-Identifier: Apache-2.0
#include "core/llm/GeminiDialect.h"

#include "core/http/JsonMembers.h"
#include "core/llm/DialectParts.h"
#include "core/llm/GeminiSchema.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

FinishReason reasonNamed(json::string_view name)
{
    constexpr std::array<json::string_view, 7> filters { "SAFETY", "RECITATION", "BLOCKLIST",
        "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY", "LANGUAGE" };
    if (name == "STOP")
        return FinishReason::Stop;
    if (name == "MAX_TOKENS")
        return FinishReason::Length;
    return std::ranges::find(filters, name) != filters.end() ? FinishReason::ContentFilter
                                                             : FinishReason::Other;
}

/// There is no end mark: a finish reason is the end.
class GeminiDecoder final : public ChatDecoder {
public:
    using ChatDecoder::ChatDecoder;

private:
    void takePayload(const json::object& payload) override
    {
        noteModel(stringIn(payload, "modelVersion"));
        takeUsage(payload);
        forEachObjectIn(payload, "candidates", [this](const json::object& candidate) {
            const auto index = countIn(candidate, "index");
            if (!index || *index == 0)
                takeCandidate(candidate);
        });
        if (const json::object* feedback = objectIn(payload, "promptFeedback");
            feedback != nullptr && !stringIn(*feedback, "blockReason").empty())
            refuse(textIn(*feedback, "blockReason"));
    }

    void takeCandidate(const json::object& candidate)
    {
        noteAnswer();
        if (const json::object* content = objectIn(candidate, "content"))
            forEachObjectIn(*content, "parts", [this](const json::object& part) {
                const QString text = textIn(part, "text");
                isTrueIn(part, "thought") ? emitReasoning(text) : emitText(text);
            });
        const json::string_view reason = stringIn(candidate, "finishReason");
        if (!reason.empty() && reason != "FINISH_REASON_UNSPECIFIED")
            noteReason(reasonNamed(reason));
    }

    void takeUsage(const json::object& payload)
    {
        const json::object* usage = objectIn(payload, "usageMetadata");
        if (usage == nullptr)
            return;
        if (const auto count = countIn(*usage, "promptTokenCount"))
            noteInputTokens(*count);
        if (const auto count = countIn(*usage, "candidatesTokenCount"))
            noteOutputTokens(*count);
    }
};

json::object partsOf(const QString& text)
{
    json::object content;
    content["parts"] = json::array { json::object { { "text", toJsonString(text) } } };
    return content;
}

void addForm(json::object& body, const AnswerSchema& schema, StructuredOutput form)
{
    json::object config { { "responseMimeType", "application/json" } };
    if (form == StructuredOutput::JsonSchema)
        config["responseSchema"] = geminiSchema(schema.schema);
    mergeInto(body, { { "generationConfig", std::move(config) } });
}

QUrl requestUrl(const ModelEndpoint& endpoint, ReplyMode mode)
{
    const QString path = basePath(endpoint.baseUrl);
    const QString version = endsInVersion(path) ? QString() : u"/v1beta"_s;
    const QString model
        = endpoint.model.startsWith("models/"_L1) ? endpoint.model : "models/"_L1 + endpoint.model;
    const bool streams = mode == ReplyMode::Stream;
    QUrl url = extendedUrl(endpoint.baseUrl,
        version + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(model, "/"))
            + (streams ? ":streamGenerateContent"_L1 : ":generateContent"_L1));
    if (streams) {
        QUrlQuery query(url);
        query.addQueryItem(u"alt"_s, u"sse"_s);
        url.setQuery(query);
    }
    return url;
}

} // namespace

HttpRequest GeminiDialect::request(
    const ModelEndpoint& endpoint, const ChatQuestion& question) const
{
    const Instructed apart = withInstructionsApart(messagesFor(endpoint, question));
    json::object body;
    if (!apart.instructions.isEmpty())
        body["systemInstruction"] = partsOf(apart.instructions);
    json::array& contents = body["contents"].emplace_array();
    for (const ChatMessage& message : apart.messages) {
        json::object content = partsOf(message.text);
        content["role"] = message.role == ChatRole::Assistant ? "model" : "user";
        contents.emplace_back(std::move(content));
    }
    if (endpoint.outputLimit)
        body["generationConfig"] = json::object { { "maxOutputTokens", *endpoint.outputLimit } };
    if (const StructuredOutput form = formAsked(endpoint, question); form != StructuredOutput::None)
        addForm(body, *question.schema, form);
    mergeInto(body, endpoint.extraMembers);
    return { .url = requestUrl(endpoint, question.mode),
        .headers = keyHeaders(endpoint, "x-goog-api-key"_ba),
        .body = writeJson(body) };
}

std::unique_ptr<ChatDecoder> GeminiDialect::decoder(ServerFailures failures) const
{
    return std::make_unique<GeminiDecoder>(std::move(failures));
}

HttpRequest GeminiDialect::modelsRequest(const ModelEndpoint& endpoint) const
{
    const bool hasVersion = endsInVersion(basePath(endpoint.baseUrl));
    QUrl url = extendedUrl(endpoint.baseUrl, hasVersion ? u"/models"_s : u"/v1beta/models"_s);
    QUrlQuery query(url);
    query.addQueryItem(u"pageSize"_s, u"1000"_s);
    url.setQuery(query);
    return { .url = url, .headers = keyHeaders(endpoint, "x-goog-api-key"_ba) };
}

std::optional<QStringList> GeminiDialect::modelNames(const json::value& answer) const
{
    auto names = namesIn(answer, "models", "name");
    if (names)
        names->replaceInStrings(QRegularExpression(u"^models/"_s), QString());
    return names;
}

} // namespace roadloom
