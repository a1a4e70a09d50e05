// SPDX-License-Identifier: Apache-2.0
#include "app/SourceOptions.h"

#include "core/llm/ApiKey.h"
#include "core/workflow/LlmSource.h"
#include "core/workflow/OfflineSource.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(SourceOptions)
};

constexpr int maxSilenceSeconds = 24 * 60 * 60;

Error invalid(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

Result<QUrl> readBaseUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool usable = url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    if (!usable)
        return invalid(Translation::tr("--base-url needs a web address such as "
                                       "http://127.0.0.1:8080/v1; \"%1\" is none.")
                           .arg(text));
    if (!url.userInfo().isEmpty())
        return invalid(Translation::tr("--base-url must not hold a user name or password. Give "
                                       "the key in the environment as ROADLOOM_API_KEY."));
    return url;
}

Result<std::chrono::milliseconds> readTimeout(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"timeout"_s))
        return Patience().silence;
    bool isNumber = false;
    const int seconds = parser.value(u"timeout"_s).toInt(&isNumber);
    if (!isNumber || seconds < 0 || seconds > maxSilenceSeconds)
        return invalid(
            Translation::tr("--timeout needs a number of seconds from 0 (no limit) to %1; "
                            "\"%2\" is none.")
                .arg(maxSilenceSeconds)
                .arg(parser.value(u"timeout"_s)));
    return std::chrono::milliseconds(std::chrono::seconds(seconds));
}

Result<RetryPolicy> readRetries(const QCommandLineParser& parser)
{
    RetryPolicy policy;
    if (!parser.isSet(u"retries"_s))
        return policy;
    bool isNumber = false;
    const int retries = parser.value(u"retries"_s).toInt(&isNumber);
    if (!isNumber || retries < 0 || retries > policy.mostRetries)
        return invalid(Translation::tr("--retries needs a number from 0 to %1; \"%2\" is none.")
                           .arg(policy.mostRetries)
                           .arg(parser.value(u"retries"_s)));
    policy.mostRetries = retries;
    return policy;
}

QString modelTitle(const ModelEndpoint& endpoint)
{
    const QString place = endpoint.baseUrl.port() > 0
        ? "%1:%2"_L1.arg(endpoint.baseUrl.host()).arg(endpoint.baseUrl.port())
        : endpoint.baseUrl.host();
    return endpoint.model.isEmpty()
        ? Translation::tr("the model at %1").arg(place)
        : Translation::tr("%1 at %2", "a model at a host").arg(endpoint.model, place);
}

Result<ApiStyle> readStyle(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"api-style"_s))
        return ApiStyle::OpenAi;
    const QString name = parser.value(u"api-style"_s);
    if (const auto style = valueFor(name, apiStyleWords))
        return *style;
    return invalid(
        Translation::tr("--api-style needs openai, anthropic, gemini or ollama; \"%1\" is "
                        "none of them.")
            .arg(name));
}

Result<SourceChoice> readModelChoice(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"base-url"_s))
        return invalid(Translation::tr("A model needs an address: add --base-url URL, for "
                                       "example http://127.0.0.1:8080/v1."));
    const Result<QUrl> url = readBaseUrl(parser.value(u"base-url"_s));
    if (!url)
        return url.error();
    const Result<std::chrono::milliseconds> timeout = readTimeout(parser);
    if (!timeout)
        return timeout.error();
    const Result<ApiKey> key = apiKeyFromEnvironment(url.value());
    if (!key)
        return key.error();
    const Result<ApiStyle> style = readStyle(parser);
    if (!style)
        return style.error();

    const Result<RetryPolicy> retries = readRetries(parser);
    if (!retries)
        return retries.error();

    ModelEndpoint endpoint;
    endpoint.baseUrl = url.value();
    endpoint.style = style.value();
    endpoint.model = parser.value(u"model"_s);
    endpoint.apiKey = key.value().value;
    endpoint.keyVariable = key.value().variable;
    endpoint.patience.firstWord = endpoint.patience.silence = timeout.value();
    return SourceChoice { .endpoint = endpoint,
        .mode = parser.isSet(u"no-stream"_s) ? ReplyMode::Whole : ReplyMode::Stream,
        .retries = retries.value() };
}

/// Options that name what this version does not speak yet.
std::optional<Error> findUnsupported(const QCommandLineParser& parser)
{
    for (const QString& option : { u"provider"_s, u"service-url"_s, u"parallel"_s }) {
        if (parser.isSet(option))
            return invalid(Translation::tr("--%1 is not available in this version. Name a model "
                                           "server with --base-url.")
                               .arg(option));
    }
    return std::nullopt;
}

/// Options that only a model listens to, where none was asked for.
std::optional<Error> findUseless(const QCommandLineParser& parser)
{
    for (const QString& option :
        { u"base-url"_s, u"model"_s, u"api-style"_s, u"no-stream"_s, u"timeout"_s, u"retries"_s }) {
        if (parser.isSet(option))
            return invalid(Translation::tr("--%1 is for a model, but the built-in library would "
                                           "answer. Add --base-url URL, or leave it out.")
                               .arg(option));
    }
    return std::nullopt;
}

} // namespace

void addSourceOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        { u"source"_s,
            Translation::tr("Who answers: offline (the built-in library, default) or llm (a model, "
                            "default with --base-url)."),
            u"SOURCE"_s },
        { u"base-url"_s,
            Translation::tr("Address of a model server, OpenAI-compatible unless --api-style says "
                            "otherwise, for example http://127.0.0.1:8080/v1."),
            u"URL"_s },
        { u"model"_s, Translation::tr("Name of the model on that server."), u"NAME"_s },
        { u"api-style"_s,
            Translation::tr("How the server is spoken to: openai (default), anthropic, gemini or "
                            "ollama."),
            u"STYLE"_s },
        { u"no-stream"_s, Translation::tr("Ask for one answer at the end instead of a stream.") },
        { u"timeout"_s,
            Translation::tr("Seconds of silence after which an answer counts as dead; default 300, "
                            "0 = none."),
            u"SECONDS"_s },
        { u"retries"_s,
            Translation::tr("How often a step is tried again after a failure that may pass, 0 to 4 "
                            "(default)."),
            u"NUMBER"_s },
    });
    for (const QString& name : { u"provider"_s, u"service-url"_s, u"parallel"_s }) {
        QCommandLineOption option(name, {}, u"VALUE"_s);
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(option);
    }
}

Result<SourceChoice> readSourceChoice(const QCommandLineParser& parser)
{
    if (const auto error = findUnsupported(parser))
        return *error;
    const QString fallback = parser.isSet(u"base-url"_s) ? u"llm"_s : u"offline"_s;
    const QString name = parser.isSet(u"source"_s) ? parser.value(u"source"_s) : fallback;
    if (name == "llm"_L1)
        return readModelChoice(parser);
    if (name == "offline"_L1) {
        if (const auto error = findUseless(parser))
            return *error;
        return SourceChoice {};
    }
    return invalid(
        Translation::tr("There is no source \"%1\" in this version. Choose offline or llm.")
            .arg(name));
}

SourceParts makeSource(const SourceChoice& choice)
{
    SourceParts parts;
    if (!choice.endpoint) {
        parts.source = std::make_unique<OfflineSource>();
        return parts;
    }
    parts.model = std::make_unique<HttpChatModel>(*choice.endpoint);
    parts.source = std::make_unique<LlmSource>(
        AgentSetup { .model = *parts.model, .retries = choice.retries }, choice.mode,
        modelTitle(*choice.endpoint));
    return parts;
}

} // namespace roadloom
