// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ProviderSetup.h"

#include "core/http/Fingerprint.h"
#include "core/http/ServerOrigin.h"
#include "core/llm/ApiKey.h"
#include "core/llm/ServerUrl.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ProviderSetup)
};

constexpr qsizetype maxTextCharacters = 1000;
constexpr int maxMilliseconds = 24 * 60 * 60 * 1000;

Error invalid(const QString& sentence)
{
    return { ErrorKind::InvalidInput, sentence, {} };
}

QString readText(JsonReader& reader, json::string_view key)
{
    QString text = reader.string(key);
    if (text.size() > maxTextCharacters)
        reader.problem(key, u"at most %1 characters"_s.arg(maxTextCharacters));
    return text;
}

QString readId(JsonReader& reader)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9_-]{0,59}\\z"_s);
    QString id = reader.requiredString("id");
    if (!pattern.match(id).hasMatch() || id == "offline"_L1)
        reader.problem("id", u"an id of a-z, 0-9, hyphen and underscore, not \"offline\""_s);
    return id;
}

/// A server's address, or none yet.
QUrl readServerUrl(JsonReader& reader, json::string_view key)
{
    const QString text = reader.string(key);
    if (text.isEmpty())
        return {};
    QUrl url(text, QUrl::StrictMode);
    if (text.size() > maxTextCharacters || !isServerUrl(url))
        reader.problem(key, u"a web address without user name or password"_s);
    return url;
}

void readMilliseconds(JsonReader& reader, json::string_view key, std::chrono::milliseconds& time)
{
    const int count = reader.integer(key, int(time.count()));
    if (count < 0 || count > maxMilliseconds)
        reader.problem(key, u"milliseconds from 0 to %1"_s.arg(maxMilliseconds));
    else
        time = std::chrono::milliseconds(count);
}

Patience readPatience(JsonReader& reader)
{
    Patience patience;
    readMilliseconds(reader, "connecting_ms", patience.connecting);
    readMilliseconds(reader, "first_word_ms", patience.firstWord);
    readMilliseconds(reader, "silence_ms", patience.silence);
    return patience;
}

NetworkSettings readNetwork(JsonReader& reader)
{
    NetworkSettings network;
    network.proxyUse = reader.optionalWord("proxy", proxyUseWords).value_or(network.proxyUse);
    const QString proxy = readText(reader, "proxy_url");
    network.proxy = QUrl(proxy, QUrl::StrictMode);
    if (!proxy.isEmpty() && !isProxyUrl(network.proxy))
        reader.problem("proxy_url", u"http://HOST:PORT or socks5://HOST:PORT"_s);
    network.caFile = readText(reader, "ca_file");
    if (const QString pinned = readText(reader, "pinned_certificate"); !pinned.isEmpty()) {
        const auto fingerprint = readFingerprint(pinned);
        if (!fingerprint)
            reader.problem("pinned_certificate", u"64 hexadecimal digits"_s);
        network.pinnedCertificate = fingerprint.value_or(QByteArray());
    }
    network.allowsHttp2 = reader.boolean("http2", network.allowsHttp2);
    return network;
}

void writePatience(json::object& object, const Patience& patience)
{
    object["connecting_ms"] = patience.connecting.count();
    object["first_word_ms"] = patience.firstWord.count();
    object["silence_ms"] = patience.silence.count();
}

void writeNetwork(json::object& object, const NetworkSettings& network)
{
    object["proxy"] = toJsonString(wordFor(network.proxyUse, proxyUseWords));
    if (!network.proxy.isEmpty())
        object["proxy_url"] = toJsonString(network.proxy.toString(QUrl::FullyEncoded));
    if (!network.caFile.isEmpty())
        object["ca_file"] = toJsonString(network.caFile);
    if (!network.pinnedCertificate.isEmpty())
        object["pinned_certificate"]
            = toJsonString(QString::fromLatin1(network.pinnedCertificate.toHex()));
    object["http2"] = network.allowsHttp2;
}

std::optional<Error> findNetworkProblem(const NetworkSettings& network)
{
    if (network.proxyUse == ProxyUse::Custom && !isProxyUrl(network.proxy))
        return invalid(Translation::tr("The proxy needs an address such as http://HOST:PORT or "
                                       "socks5://HOST:PORT, without user name and password."));
    if (!network.caFile.isEmpty() && !QFileInfo(network.caFile).isReadable())
        return invalid(Translation::tr("The file of certificate authorities %1 cannot be read. "
                                       "Choose another one, or none.")
                           .arg(network.caFile));
    return std::nullopt;
}

/// Local servers and unknown ones may have a single model, which they use whatever is asked for.
bool needsModel(const ProviderSetup& setup, const Provider& preset)
{
    return setup.style != ApiStyle::OpenAi || preset.key.needed || !preset.models.isEmpty();
}

} // namespace

ProviderSetup setupFrom(const Provider& preset)
{
    return {
        .id = preset.id,
        .presetId = preset.id,
        .baseUrl = preset.baseUrlIsExample ? QUrl() : preset.baseUrl,
        .style = preset.style,
        .model = preset.models.value(0),
        .parallel = preset.parallel,
    };
}

QString unusedId(const QString& wanted, const QStringList& taken)
{
    QString id = wanted;
    for (int number = 2; taken.contains(id); ++number)
        id = u"%1-%2"_s.arg(wanted).arg(number);
    return id;
}

const Provider& presetOf(const ProviderSetup& setup)
{
    const Provider* preset = findProvider(setup.presetId);
    if (preset == nullptr)
        preset = findProvider(u"other");
    Q_ASSERT(preset != nullptr);
    return *preset;
}

QString titleOf(const ProviderSetup& setup, Language language)
{
    if (!setup.title.isEmpty())
        return setup.title;
    const Provider& preset = presetOf(setup);
    // Such a server has no name of its own, and there may be several.
    const bool isNamedByPlace = preset.baseUrlIsExample && !preset.key.needed
        && isServerUrl(setup.baseUrl) && setup.baseUrl != preset.baseUrl;
    return isNamedByPlace ? hostAndPort(setup.baseUrl) : preset.name.in(language);
}

QString titleOf(const ServiceSetup& setup)
{
    return setup.title.isEmpty() ? hostAndPort(setup.url) : setup.title;
}

std::optional<Error> findProblem(const ProviderSetup& setup)
{
    const Provider& preset = presetOf(setup);
    if (!isServerUrl(setup.baseUrl))
        return invalid(
            Translation::tr("The provider needs a web address such as "
                            "http://127.0.0.1:8080/v1, without user name and password."));
    if (preset.baseUrlIsExample && setup.baseUrl == preset.baseUrl)
        return invalid(Translation::tr("%1 is only an example. Write the address of your own "
                                       "server.")
                           .arg(setup.baseUrl.toDisplayString()));
    if (setup.model.isEmpty() && needsModel(setup, preset))
        return invalid(
            Translation::tr("Choose a model: this provider does not choose one by itself."));
    if (setup.parallel < 1 || setup.parallel > mostParallel)
        return invalid(Translation::tr("From 1 to %1 answers can be asked for at the same time.")
                           .arg(mostParallel));
    return findNetworkProblem(setup.network);
}

std::optional<Error> findProblem(const ServiceSetup& setup)
{
    if (!isServerUrl(setup.url))
        return invalid(Translation::tr("The service needs a web address such as "
                                       "https://hub.example.org, without user name and password."));
    return findNetworkProblem(setup.network);
}

ModelEndpoint endpointFor(const ProviderSetup& setup, const Provider& preset, const ApiKey& key)
{
    ModelEndpoint endpoint;
    endpoint.baseUrl = setup.baseUrl;
    endpoint.style = setup.style;
    endpoint.model = setup.model;
    endpoint.apiKey = key.value;
    endpoint.keyHeader = preset.key.header;
    if (!key.variable.isEmpty())
        endpoint.keyVariable = key.variable;
    endpoint.isKeyFromVariable = key.isFromEnvironment;
    endpoint.patience = setup.patience;
    endpoint.network = setup.network;
    endpoint.structuredOutput = setup.structuredOutput.value_or(preset.structuredOutput);
    if (setup.reasoning == ReasoningUse::On)
        endpoint.extraMembers = preset.reasoningOn;
    else if (setup.reasoning == ReasoningUse::Off)
        endpoint.extraMembers = preset.reasoningOff;
    endpoint.outputLimit = preset.outputLimit;
    return endpoint;
}

ProviderSetup readProviderSetup(
    const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    ProviderSetup setup {
        .id = readId(reader),
        .presetId = readText(reader, "preset"),
        .title = readText(reader, "title"),
        .baseUrl = readServerUrl(reader, "base_url"),
        .style = reader.requiredWord("api_style", apiStyleWords),
        .model = readText(reader, "model"),
        .patience = readPatience(reader),
        .network = readNetwork(reader),
        .structuredOutput = reader.optionalWord("structured_output", structuredOutputWords),
        .reasoning
        = reader.optionalWord("reasoning", reasoningUseWords).value_or(ReasoningUse::Default),
        .parallel = reader.integer("parallel", 1),
        .reviewRounds = reader.integer("review_rounds", mostReviewRounds),
        .asksLearner = reader.boolean("asks_learner", false),
        .keyPlace = reader.optionalWord("key_place", keyPlaceWords).value_or(KeyPlace::None),
        .others = reader.extras(),
    };
    if (setup.parallel < 1 || setup.parallel > mostParallel)
        reader.problem("parallel", u"a whole number from 1 to %1"_s.arg(mostParallel));
    if (setup.reviewRounds < 0 || setup.reviewRounds > mostReviewRounds)
        reader.problem("review_rounds", u"a whole number from 0 to %1"_s.arg(mostReviewRounds));
    return setup;
}

ServiceSetup readServiceSetup(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    return {
        .id = readId(reader),
        .title = readText(reader, "title"),
        .url = readServerUrl(reader, "url"),
        .patience = readPatience(reader),
        .network = readNetwork(reader),
        .keyPlace = reader.optionalWord("key_place", keyPlaceWords).value_or(KeyPlace::None),
        .seatName = readText(reader, "seat_name"),
        .others = reader.extras(),
    };
}

json::object toJson(const ProviderSetup& setup)
{
    json::object object;
    object["id"] = toJsonString(setup.id);
    object["preset"] = toJsonString(setup.presetId);
    if (!setup.title.isEmpty())
        object["title"] = toJsonString(setup.title);
    object["base_url"] = toJsonString(setup.baseUrl.toString(QUrl::FullyEncoded));
    object["api_style"] = toJsonString(wordFor(setup.style, apiStyleWords));
    object["model"] = toJsonString(setup.model);
    if (setup.structuredOutput)
        object["structured_output"]
            = toJsonString(wordFor(*setup.structuredOutput, structuredOutputWords));
    object["reasoning"] = toJsonString(wordFor(setup.reasoning, reasoningUseWords));
    object["parallel"] = setup.parallel;
    object["review_rounds"] = setup.reviewRounds;
    object["asks_learner"] = setup.asksLearner;
    object["key_place"] = toJsonString(wordFor(setup.keyPlace, keyPlaceWords));
    writePatience(object, setup.patience);
    writeNetwork(object, setup.network);
    addMissing(object, setup.others);
    return object;
}

json::object toJson(const ServiceSetup& setup)
{
    json::object object;
    object["id"] = toJsonString(setup.id);
    if (!setup.title.isEmpty())
        object["title"] = toJsonString(setup.title);
    object["url"] = toJsonString(setup.url.toString(QUrl::FullyEncoded));
    if (setup.keyPlace != KeyPlace::None)
        object["key_place"] = toJsonString(wordFor(setup.keyPlace, keyPlaceWords));
    if (!setup.seatName.isEmpty())
        object["seat_name"] = toJsonString(setup.seatName);
    writePatience(object, setup.patience);
    writeNetwork(object, setup.network);
    addMissing(object, setup.others);
    return object;
}

} // namespace roadloom
