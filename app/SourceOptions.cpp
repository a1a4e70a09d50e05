// SPDX-License-Identifier: Apache-2.0
#include "app/SourceOptions.h"

#include "app/OptionLevels.h"
#include "core/classroom/JoinLink.h"
#include "core/http/Fingerprint.h"
#include "core/http/ServerOrigin.h"
#include "core/storage/ProviderSettings.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

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

Result<QUrl> readUrl(const OptionLevels& options, LeveledName option, const QString& example,
    const QString& secretVariable = u"ROADLOOM_API_KEY"_s)
{
    const QString text = options.value(option);
    const QUrl url(text, QUrl::StrictMode);
    const bool usable = url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
    if (!usable)
        return invalid(Translation::tr("%1 needs a web address such as %2; \"%3\" is none.")
                           .arg(options.nameOf(option), example, text));
    if (!url.userInfo().isEmpty())
        return invalid(Translation::tr("%1 must not hold a user name or password. Give the key "
                                       "in the environment as %2.")
                           .arg(options.nameOf(option), secretVariable));
    return url;
}

std::optional<Error> readTimeout(const OptionLevels& options, Patience& patience)
{
    if (!options.isSet("timeout"))
        return std::nullopt;
    bool isNumber = false;
    const int seconds = options.value("timeout").toInt(&isNumber);
    if (!isNumber || seconds < 0 || seconds > maxSilenceSeconds)
        return invalid(Translation::tr("%1 needs a number of seconds from 0 (no limit) to %2; "
                                       "\"%3\" is none.")
                           .arg(options.nameOf("timeout"))
                           .arg(maxSilenceSeconds)
                           .arg(options.value("timeout")));
    patience.firstWord = patience.silence = std::chrono::seconds(seconds);
    return std::nullopt;
}

Result<ProviderSetup> setupNamed(
    const Policy& policy, const ConfiguredProviders& configured, const QString& name)
{
    const bool isKnown = !name.isEmpty() && configured.provider(name) != nullptr;
    if (!isKnown && (policy.answerer || !policy.allowsAdding()))
        return invalid(Translation::tr(
            "Your administrator allows nobody else to answer than those in Settings."));
    if (name.isEmpty())
        return setupFrom(*findProvider(u"other"));
    if (const ProviderSetup* setup = configured.provider(name))
        return *setup;
    if (const Provider* preset = findProvider(name))
        return setupFrom(*preset);
    return invalid(Translation::tr("There is no provider \"%1\". See those there are with "
                                   "\"roadloom providers list\".")
                       .arg(name));
}

Result<RetryPolicy> readRetries(const OptionLevels& options)
{
    RetryPolicy policy;
    const auto retries = options.number("retries", 0, policy.mostRetries);
    if (!retries)
        return retries.error();
    policy.mostRetries = retries.value().value_or(policy.mostRetries);
    return policy;
}

/// How the agents go about it.
std::optional<Error> readPlan(const OptionLevels& options, ProviderSetup& setup)
{
    const auto parallel = options.number("parallel", 1, mostParallel);
    if (!parallel)
        return parallel.error();
    setup.parallel = parallel.value().value_or(setup.parallel);
    const auto rounds = options.number("rounds", 0, mostReviewRounds);
    if (!rounds)
        return rounds.error();
    setup.reviewRounds = rounds.value().value_or(setup.reviewRounds);
    setup.asksLearner = setup.asksLearner || options.isSet("review");
    return std::nullopt;
}

std::optional<Error> readServer(const OptionLevels& options, ProviderSetup& setup)
{
    if (options.isSet("base-url")) {
        const Result<QUrl> url = readUrl(options, "base-url", u"http://127.0.0.1:8080/v1"_s);
        if (!url)
            return url.error();
        // A key that is kept for one server must not go to another.
        if (originOf(url.value()) != originOf(setup.baseUrl))
            setup.keyPlace = KeyPlace::None;
        setup.baseUrl = url.value();
    }
    if (options.isSet("model"))
        setup.model = options.value("model");
    if (options.isSet("api-style")) {
        const QString name = options.value("api-style");
        const auto style = valueFor(name, apiStyleWords);
        if (!style)
            return invalid(
                Translation::tr("%1 needs openai, anthropic, gemini or ollama; \"%2\" is none of "
                                "them.")
                    .arg(options.nameOf("api-style"), name));
        setup.style = *style;
    }
    return readTimeout(options, setup.patience);
}

/// The service that --provider names, else the default one, else the only one; null if none is.
const ServiceSetup* serviceMeant(const OptionLevels& options, const ConfiguredProviders& configured)
{
    if (const ServiceSetup* named = configured.service(options.value("provider")))
        return named;
    if (const ServiceSetup* standard = configured.service(configured.defaultId))
        return standard;
    return configured.services.size() == 1 ? &configured.services.constFirst() : nullptr;
}

/// The certificate that the learner confirms for this run.
std::optional<Error> readFingerprintOf(ServiceSetup& setup)
{
    const QString text = qEnvironmentVariable("ROADLOOM_HUB_FINGERPRINT");
    if (text.isEmpty())
        return std::nullopt;
    const auto fingerprint = readFingerprint(text);
    if (!fingerprint)
        return invalid(Translation::tr("ROADLOOM_HUB_FINGERPRINT needs the fingerprint that the "
                                       "hub prints: 64 hexadecimal digits."));
    setup.network.pinnedCertificate = *fingerprint;
    return std::nullopt;
}

Result<SourceChoice> readServiceChoice(
    const OptionLevels& options, const ConfiguredProviders& configured)
{
    ServiceChoice choice;
    if (const QString text = options.value("service-url"); isJoinLink(text)) {
        const auto link = readJoinLink(text);
        if (!link)
            return invalid(Translation::tr("The join link in %1 is incomplete or damaged. Copy the "
                                           "whole link, or give the address of the hub.")
                               .arg(options.nameOf("service-url")));
        choice.setup.url = link->hub;
        choice.setup.network.pinnedCertificate = link->fingerprint;
        choice.classCode = link->code;
    } else if (options.isSet("service-url")) {
        const Result<QUrl> url
            = readUrl(options, "service-url", u"http://127.0.0.1:8000"_s, u"ROADLOOM_CLASS_CODE"_s);
        if (!url)
            return url.error();
        choice.setup.url = url.value();
    } else if (const ServiceSetup* setup = serviceMeant(options, configured)) {
        choice.setup = *setup;
    } else {
        return invalid(Translation::tr("A service needs an address: add --service-url URL, for "
                                       "example http://127.0.0.1:8000."));
    }
    if (const auto error = readFingerprintOf(choice.setup))
        return *error;
    if (const auto error = readTimeout(options, choice.setup.patience))
        return *error;
    const Result<RetryPolicy> retries = readRetries(options);
    if (!retries)
        return retries.error();
    choice.retries = retries.value();
    return SourceChoice(choice);
}

Result<SourceChoice> readLlmChoice(
    const OptionLevels& options, const ConfiguredProviders& configured)
{
    QString name = options.value("provider");
    const bool isOpen = name.isEmpty() && !options.isSet("base-url");
    if (isOpen && configured.provider(configured.defaultId) == nullptr)
        return invalid(
            Translation::tr("A model needs an address: add --provider NAME, or --base-url URL, for "
                            "example http://127.0.0.1:8080/v1."));
    if (isOpen)
        name = configured.defaultId;
    const Result<ModelChoice> choice = readModelChoice(options, configured, name);
    if (!choice)
        return choice.error();
    return SourceChoice(choice.value());
}

/// Options that are given though whoever answers would not listen to them.
std::optional<Error> findUseless(
    const OptionLevels& levels, const QList<LeveledName>& options, const QString& whoAnswers)
{
    // What an administrator or the environment says may well be for somebody else.
    if (levels.policy().answerer)
        return std::nullopt;
    for (const LeveledName option : options) {
        if (levels.isTyped(option))
            return invalid(
                Translation::tr("--%1 is of no use here: %2 would answer. Leave it out, or say who "
                                "answers with --provider, --base-url or --service-url.")
                    .arg(option.text(), whoAnswers));
    }
    return std::nullopt;
}

QList<LeveledName> modelOptions()
{
    return { "provider", "base-url", "model", "api-style", "no-stream", "parallel", "rounds",
        "review" };
}

QList<LeveledName> allOptions()
{
    return modelOptions() + QList<LeveledName> { "source", "service-url", "timeout", "retries" };
}

QString sourceName(const OptionLevels& options, const ConfiguredProviders& configured)
{
    if (options.isSet("source"))
        return options.value("source");
    if (options.isSet("service-url") || configured.service(options.value("provider")) != nullptr)
        return u"service"_s;
    if (options.isSet("provider") || options.isSet("base-url"))
        return u"llm"_s;
    if (configured.provider(configured.defaultId) != nullptr)
        return u"llm"_s;
    return configured.service(configured.defaultId) != nullptr ? u"service"_s : u"offline"_s;
}

} // namespace

void addModelOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        { u"base-url"_s,
            Translation::tr("Address of a model server, OpenAI-compatible unless --api-style says "
                            "otherwise, for example http://127.0.0.1:8080/v1."),
            u"URL"_s },
        { u"model"_s, Translation::tr("Name of the model on that server."), u"NAME"_s },
        { u"api-style"_s,
            Translation::tr("How the server is spoken to: openai (default), anthropic, gemini or "
                            "ollama."),
            u"STYLE"_s },
        { u"timeout"_s,
            Translation::tr("Seconds of silence after which an answer counts as dead; default 300, "
                            "0 = none."),
            u"SECONDS"_s },
    });
}

void addSourceOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        { u"source"_s,
            Translation::tr("Who answers: offline (the built-in courses), llm (a model) or service "
                            "(a hub). Default: what the settings say, else offline."),
            u"SOURCE"_s },
        { u"provider"_s,
            Translation::tr("A configured provider or a preset, see \"roadloom providers list\"."),
            u"NAME"_s },
    });
    addModelOptions(parser);
    parser.addOptions({
        { u"service-url"_s,
            Translation::tr("A hub, or any server that designs roadmaps as a stream, for example "
                            "http://127.0.0.1:8000; or the join link of a class."),
            u"URL"_s },
        { u"no-stream"_s, Translation::tr("Ask for one answer at the end instead of a stream.") },
        { u"retries"_s,
            Translation::tr("How often a step is tried again after a failure that may pass, 0 to 4 "
                            "(default)."),
            u"NUMBER"_s },
        { u"parallel"_s,
            Translation::tr("Stages designed at the same time, 1 to 6. Default: what suits the "
                            "provider, 1 for a single model on this machine."),
            u"NUMBER"_s },
        { u"rounds"_s,
            Translation::tr("Rounds in which the model checks the roadmap and mends what it "
                            "found, 0 to 3 (default)."),
            u"NUMBER"_s },
        { u"review"_s,
            Translation::tr("Ask for approval, or for what to change, before the roadmap counts "
                            "as done.") },
    });
}

bool isSourceChosen(const OptionLevels& options)
{
    return std::ranges::any_of(
        allOptions(), [&](LeveledName option) { return options.isChosen(option); });
}

bool isSourceTyped(const OptionLevels& options)
{
    return std::ranges::any_of(
        allOptions(), [&](LeveledName option) { return options.isTyped(option); });
}

Result<ModelChoice> readModelChoice(
    const OptionLevels& options, const ConfiguredProviders& configured, const QString& name)
{
    Result<ProviderSetup> setup = setupNamed(options.policy(), configured, name);
    if (!setup)
        return setup.error();
    ModelChoice choice { .setup = std::move(setup).value(), .isNamed = !name.isEmpty() };
    if (const auto error = readServer(options, choice.setup))
        return *error;
    if (const auto problem = findProblem(choice.setup))
        return *problem;
    return choice;
}

Result<SourceChoice> readSourceChoice(
    const OptionLevels& options, const ConfiguredProviders& configured)
{
    const QString name = sourceName(options, configured);
    if (name == "offline"_L1) {
        QList<LeveledName> useless = allOptions();
        useless.removeOne(LeveledName("source"));
        if (const auto error
            = findUseless(options, useless, Translation::tr("the built-in courses")))
            return *error;
        return SourceChoice(OfflineChoice {});
    }
    if (name == "service"_L1) {
        QList<LeveledName> useless = modelOptions();
        if (configured.service(options.value("provider")) != nullptr)
            useless.removeOne(LeveledName("provider"));
        if (const auto error = findUseless(options, useless, Translation::tr("a service")))
            return *error;
        return readServiceChoice(options, configured);
    }
    if (name != "llm"_L1)
        return invalid(Translation::tr("There is no source \"%1\". Choose offline, llm or service.")
                           .arg(name));
    if (const auto error = findUseless(options, { "service-url" }, Translation::tr("a model")))
        return *error;
    const Result<RetryPolicy> retries = readRetries(options);
    if (!retries)
        return retries.error();
    Result<SourceChoice> choice = readLlmChoice(options, configured);
    if (!choice)
        return choice;
    auto model = std::get<ModelChoice>(std::move(choice).value());
    if (const auto error = readPlan(options, model.setup))
        return *error;
    model.mode = options.isSet("no-stream") ? ReplyMode::Whole : ReplyMode::Stream;
    model.retries = retries.value();
    return SourceChoice(model);
}

} // namespace roadloom
