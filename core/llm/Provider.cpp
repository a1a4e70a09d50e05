// SPDX-License-Identifier: Apache-2.0
#include "core/llm/Provider.h"

#include "core/base/JsonReader.h"
#include "core/llm/ServerUrl.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int maxOrder = 9999;
constexpr int maxOutputTokens = 10'000'000;
constexpr qsizetype maxTextCharacters = 200;
constexpr qsizetype maxListItems = 50;

/// What a text has to look like, from its first character to its last. Compiled once: all presets
/// are read as the program starts.
struct Pattern {
    explicit Pattern(const QString& pattern)
        : words(pattern)
        , expression(QRegularExpression::anchoredPattern(pattern))
    {
    }

    [[nodiscard]] bool fits(const QString& text) const { return expression.match(text).hasMatch(); }

    QString words;
    QRegularExpression expression;
};

/// Notes a problem for every member that was not asked for.
void refuseExtras(JsonReader& reader)
{
    const json::object extras = reader.extras(); // a copy: problem() does not ask
    for (const auto& member : extras)
        reader.problem(member.key(), u"no such member"_s);
}

QString readText(JsonReader& reader, json::string_view key)
{
    QString text = reader.requiredString(key);
    if (text.trimmed().isEmpty() || text.size() > maxTextCharacters)
        reader.problem(key, u"a text of 1 to %1 characters"_s.arg(maxTextCharacters));
    return text;
}

QString readPattern(JsonReader& reader, json::string_view key, const Pattern& pattern)
{
    QString text = reader.string(key);
    if (!text.isEmpty() && !pattern.fits(text))
        reader.problem(key, u"a text like %1"_s.arg(pattern.words));
    return text;
}

std::optional<int> readInteger(JsonReader& reader, json::string_view key, int least, int most)
{
    if (reader.member(key) == nullptr)
        return std::nullopt;
    const int number = reader.requiredInteger(key);
    if (number < least || number > most)
        reader.problem(key, u"a whole number from %1 to %2"_s.arg(least).arg(most));
    return number;
}

BilingualText readName(JsonReader& owner)
{
    const json::value* value = owner.requiredMember("name");
    if (value == nullptr)
        return {};
    JsonReader reader(*value, owner.pathOf("name"), owner.problems());
    BilingualText name { .english = readText(reader, "en"), .chinese = readText(reader, "zh") };
    refuseExtras(reader);
    return name;
}

QStringList readTexts(JsonReader& reader, json::string_view key)
{
    QStringList texts = reader.strings(key);
    const bool tooLong = std::ranges::any_of(texts, [](const QString& text) {
        return text.trimmed().isEmpty() || text.size() > maxTextCharacters;
    });
    if (texts.size() > maxListItems || tooLong)
        reader.problem(key, u"at most %1 short texts"_s.arg(maxListItems));
    return texts;
}

QUrl readPage(JsonReader& reader)
{
    QUrl page(reader.string("page"), QUrl::StrictMode);
    if (!page.isEmpty() && (page.scheme() != "https"_L1 || page.host().isEmpty()))
        reader.problem("page", u"an https address"_s);
    return page;
}

ProviderKey readKey(JsonReader& owner)
{
    const json::value* value = owner.requiredMember("key");
    if (value == nullptr)
        return {};
    JsonReader reader(*value, owner.pathOf("key"), owner.problems());
    static const Pattern variable(u"[A-Z][A-Z0-9_]{0,63}"_s);
    static const Pattern header(u"[a-z][a-z0-9-]{0,63}"_s);
    static const Pattern domain(u"[a-z0-9-]+(\\.[a-z0-9-]+)+"_s);
    ProviderKey key {
        .variable = readPattern(reader, "variable", variable),
        .domains = readTexts(reader, "domains"),
        .header = readPattern(reader, "header", header).toLatin1(),
        .needed = reader.boolean("needed", true),
        .page = readPage(reader),
    };
    const bool wellFormed
        = std::ranges::all_of(key.domains, [](const QString& name) { return domain.fits(name); });
    if (!wellFormed)
        reader.problem("domains", u"domains such as example.com"_s);
    refuseExtras(reader);
    return key;
}

json::object readMembers(JsonReader& reader, json::string_view key)
{
    const json::value* value = reader.member(key);
    if (value == nullptr)
        return {};
    if (const json::object* members = value->if_object())
        return *members;
    reader.problem(key, u"an object"_s);
    return {};
}

void readReasoning(JsonReader& owner, Provider& provider)
{
    const json::value* value = owner.member("reasoning");
    if (value == nullptr)
        return;
    JsonReader reader(*value, owner.pathOf("reasoning"), owner.problems());
    provider.reasoningOn = readMembers(reader, "on");
    provider.reasoningOff = readMembers(reader, "off");
    refuseExtras(reader);
}

void checkBaseUrl(JsonReader& reader, const Provider& provider)
{
    const QUrl& url = provider.baseUrl;
    if (provider.localPort) {
        if (!isServerUrl(url) || url.scheme() != "http"_L1 || url.host() != "127.0.0.1"_L1
            || url.port(80) != *provider.localPort)
            reader.problem(
                "base_url", u"http://127.0.0.1:%1 and a path"_s.arg(*provider.localPort));
    } else if (!isServerUrl(url) || url.scheme() != "https"_L1) {
        reader.problem("base_url", u"an https address"_s);
    } else if (!provider.key.variable.isEmpty() && !isServerOf(provider, url)) {
        reader.problem("base_url", u"an address within the key's domains"_s);
    }
}

Provider readMembersOf(JsonReader& reader)
{
    Provider provider {
        .id = reader.requiredString("id"),
        .order = readInteger(reader, "order", 0, maxOrder).value_or(maxOrder),
        .name = readName(reader),
        .baseUrl = QUrl(reader.requiredString("base_url"), QUrl::StrictMode),
        .baseUrlIsExample = reader.boolean("base_url_is_example", false),
        .style = reader.requiredWord("api_style", apiStyleWords),
        .key = readKey(reader),
        .structuredOutput = reader.requiredWord("structured_output", structuredOutputWords),
        .parallel = readInteger(reader, "parallel", 1, mostParallel).value_or(1),
        .outputLimit = readInteger(reader, "output_limit", 1, maxOutputTokens),
        .models = readTexts(reader, "models"),
    };
    static const Pattern id(u"[a-z][a-z0-9_-]{0,39}"_s);
    if (!id.fits(provider.id))
        reader.problem("id", u"an id of a-z, 0-9, hyphen and underscore"_s);
    if (const auto port = readInteger(reader, "local_port", 1, 65535))
        provider.localPort = quint16(*port);
    readReasoning(reader, provider);
    checkBaseUrl(reader, provider);
    refuseExtras(reader);
    return provider;
}

QList<Provider> readPresets()
{
    QList<Provider> presets;
    const QDir shelf(u":/providers"_s);
    for (const QString& name : shelf.entryList({ u"*.json"_s }, QDir::Files, QDir::Name)) {
        QFile file(shelf.filePath(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        const Result<json::value> text = parseJson(opened ? file.readAll() : QByteArray());
        Q_ASSERT_X(text, "readPresets", qPrintable(name));
        Result<Provider> provider = text ? readProvider(text.value()) : text.error();
        Q_ASSERT_X(provider, "readPresets", qPrintable(name));
        if (provider)
            presets.append(std::move(provider).value());
    }
    std::ranges::stable_sort(presets, {}, &Provider::order);
    return presets;
}

} // namespace

Result<Provider> readProvider(const json::value& value)
{
    ReadProblems problems;
    JsonReader reader(value, {}, problems);
    Provider provider = readMembersOf(reader);
    if (problems.isEmpty())
        return provider;
    return Error { ErrorKind::InvalidInput,
        QCoreApplication::translate("Provider", "This is no usable provider. First problem: %1")
            .arg(problems.lines().constFirst()),
        problems.lines().join(u'\n') };
}

const QList<Provider>& providerPresets()
{
    static const QList<Provider> presets = readPresets();
    return presets;
}

const Provider* findProvider(QStringView id)
{
    const QList<Provider>& presets = providerPresets();
    const auto found = std::ranges::find_if(
        presets, [id](const Provider& provider) { return provider.id == id; });
    return found != presets.cend() ? &*found : nullptr;
}

bool isServerOf(const Provider& provider, const QUrl& server)
{
    const QString host = server.host();
    if (server.scheme() != "https"_L1 || host.isEmpty())
        return false;
    const QStringList domains = provider.key.domains.isEmpty()
        ? QStringList { provider.baseUrl.host() }
        : provider.key.domains;
    return std::ranges::any_of(domains, [&host](const QString& domain) {
        return host == domain
            || (host.endsWith(domain) && host.chopped(domain.size()).endsWith(u'.'));
    });
}

} // namespace roadloom
