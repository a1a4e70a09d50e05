// SPDX-License-Identifier: Apache-2.0
#include "core/llm/Provider.h"

#include <QDir>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

class ProviderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryFileOfTheShelf_data();
    void readsEveryFileOfTheShelf();
    void shipsEveryFileInOrder();
    void knowsTheProviders_data();
    void knowsTheProviders();
    void acceptsAProviderNobodyKnew();
    void takesDefaultsForWhatIsMissing();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void knowsAProvidersOwnServers_data();
    void knowsAProvidersOwnServers();
};

namespace {

const QString shelf = u"" ROADLOOM_SOURCE_DIR "/resources/providers"_s;

QStringList files()
{
    return QDir(shelf).entryList({ u"*.json"_s }, QDir::Files, QDir::Name);
}

Result<Provider> read(const QByteArray& text)
{
    const Result<json::value> value = parseJson(text);
    return value ? readProvider(value.value()) : value.error();
}

/// A whole preset in which one member is another; null: is missing.
QByteArray presetWith(const char* key, const json::value& value)
{
    json::object key_ { { "variable", "NOVA_API_KEY" } };
    json::object preset { { "id", "nova" }, { "order", 5 },
        { "name", { { "en", "Nova" }, { "zh", "新星" } } }, { "api_style", "openai" },
        { "base_url", "https://api.nova.example/v1" }, { "key", key_ },
        { "structured_output", "json_object" }, { "parallel", 3 } };
    if (value.is_null())
        preset.erase(key);
    else if (*key != '\0')
        preset[key] = value;
    return writeJson(preset);
}

} // namespace

void ProviderTest::readsEveryFileOfTheShelf_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : files())
        QTest::addRow("%s", qUtf8Printable(name)) << name;
}

void ProviderTest::readsEveryFileOfTheShelf()
{
    QFETCH(const QString, name);
    QFile file(shelf + u'/' + name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<Provider> provider = read(file.readAll());
    QVERIFY2(provider, provider ? "" : qUtf8Printable(provider.error().details));
    QCOMPARE(provider.value().id + u".json"_s, name);
    const Provider* shipped = findProvider(provider.value().id);
    QVERIFY2(shipped != nullptr, "not named in core/llm/CMakeLists.txt");
    QVERIFY(*shipped == provider.value());
}

void ProviderTest::shipsEveryFileInOrder()
{
    const QList<Provider>& presets = providerPresets();
    QCOMPARE(presets.size(), files().size());
    QVERIFY(std::ranges::is_sorted(presets, std::ranges::less_equal {}, &Provider::order));
    QCOMPARE(presets.constFirst().id, u"openai"_s);
    QCOMPARE(presets.constLast().id, u"other"_s);
    QSet<QString> variables;
    for (const Provider& provider : presets) {
        QVERIFY2(!variables.contains(provider.key.variable), qUtf8Printable(provider.id));
        if (!provider.key.variable.isEmpty())
            variables.insert(provider.key.variable);
    }
    QCOMPARE(findProvider(u"nobody"), nullptr);
}

void ProviderTest::knowsTheProviders_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<ApiStyle>("style");
    QTest::addColumn<int>("localPort");
    QTest::addColumn<int>("parallel");
    const auto row = [](const char* id, ApiStyle style, int port, int parallel) {
        QTest::addRow("%s", id) << QString::fromLatin1(id) << style << port << parallel;
    };
    row("openai", ApiStyle::OpenAi, 0, 6);
    row("anthropic", ApiStyle::Anthropic, 0, 4);
    row("gemini", ApiStyle::Gemini, 0, 4);
    row("deepseek", ApiStyle::OpenAi, 0, 6);
    row("azure", ApiStyle::OpenAi, 0, 4);
    row("ollama", ApiStyle::Ollama, 11434, 1);
    row("lmstudio", ApiStyle::OpenAi, 1234, 1);
    row("llamacpp", ApiStyle::OpenAi, 8080, 1);
    row("vllm", ApiStyle::OpenAi, 8000, 4);
    row("litellm", ApiStyle::OpenAi, 4000, 4);
}

void ProviderTest::knowsTheProviders()
{
    QFETCH(const QString, id);
    const Provider* provider = findProvider(id);
    QVERIFY(provider != nullptr);
    QTEST(provider->style, "style");
    QTEST(int(provider->localPort.value_or(0)), "localPort");
    QTEST(provider->parallel, "parallel");
    QCOMPARE(provider->key.needed, !provider->localPort);
    QCOMPARE(provider->baseUrlIsExample, id == "azure"_L1);
}

void ProviderTest::acceptsAProviderNobodyKnew()
{
    const QByteArray text = presetWith("reasoning", { { "off", { { "think", "no" } } } });
    const Result<Provider> provider = read(text);
    QVERIFY2(provider, provider ? "" : qUtf8Printable(provider.error().details));
    const Provider expected {
        .id = u"nova"_s,
        .order = 5,
        .name = { u"Nova"_s, u"新星"_s },
        .baseUrl = QUrl(u"https://api.nova.example/v1"_s),
        .key = { .variable = u"NOVA_API_KEY"_s },
        .structuredOutput = StructuredOutput::JsonObject,
        .reasoningOff = { { "think", "no" } },
        .parallel = 3,
    };
    QVERIFY(provider.value() == expected);
}

void ProviderTest::takesDefaultsForWhatIsMissing()
{
    for (const char* name : { "parallel", "order" })
        QVERIFY2(read(presetWith(name, nullptr)), name);
    QCOMPARE(read(presetWith("parallel", nullptr)).value().parallel, 1);
}

void ProviderTest::refusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("path");
    const auto row = [](const char* what, const char* key, const char* value, const char* path) {
        QTest::addRow("%s", what) << QByteArray(key) << QByteArray(value)
                                  << QString::fromLatin1(path);
    };
    row("no id", "id", "null", "id");
    row("capitals in the id", "id", "\"Nova\"", "id");
    row("a path as id", "id", "\"../nova\"", "id");
    row("no Chinese name", "name", "{\"en\":\"Nova\"}", "name.zh");
    row("a blank name", "name", "{\"en\":\" \",\"zh\":\"n\"}", "name.en");
    row("an unknown style", "api_style", "\"soap\"", "api_style");
    row("no style", "api_style", "null", "api_style");
    row("plain http", "base_url", "\"http://api.nova.example/v1\"", "base_url");
    row("a user in the address", "base_url", "\"https://a:b@api.nova.example\"", "base_url");
    row("no address", "base_url", "\"nova\"", "base_url");
    row("an address outside its domains", "key",
        "{\"variable\":\"NOVA_API_KEY\",\"domains\":[\"nova.example.org\"]}", "base_url");
    row("a local port, but elsewhere", "local_port", "1234", "base_url");
    row("a port that is none", "local_port", "70000", "local_port");
    row("none parallel", "parallel", "0", "parallel");
    row("too many parallel", "parallel", "7", "parallel");
    row("half a place", "order", "1.5", "order");
    row("no tokens", "output_limit", "0", "output_limit");
    row("a wrong variable", "key", "{\"variable\":\"nova key\"}", "key.variable");
    row("a wrong header", "key", "{\"header\":\"x key: 1\"}", "key.header");
    row("a wrong domain", "key", "{\"domains\":[\"example\"]}", "key.domains");
    row("a wrong page", "key", "{\"page\":\"javascript:alert(1)\"}", "key.page");
    row("reasoning that is no object", "reasoning", "{\"on\":true}", "reasoning.on");
    row("a blank model", "models", "[\"\"]", "models");
    row("a typo", "modles", "[]", "modles");
    row("a typo within", "key", "{\"variabel\":\"NOVA\"}", "key.variabel");
    row("no object", "key", "\"NOVA_API_KEY\"", "key");
}

void ProviderTest::refusesWhatIsWrong()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, path);
    const Result<Provider> provider = read(presetWith(key.constData(), parseJson(value).value()));
    QVERIFY(!provider);
    QCOMPARE(errorKindName(provider.error().kind), errorKindName(ErrorKind::InvalidInput));
    QVERIFY2(provider.error().message.contains(path + u": expected"_s),
        qUtf8Printable(provider.error().message));
}

void ProviderTest::knowsAProvidersOwnServers_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* id, const char* server, bool expected) {
        QTest::addRow("%s, %s", id, server)
            << QString::fromLatin1(id) << QString::fromLatin1(server) << expected;
    };
    row("deepseek", "https://api.deepseek.com/v1", true);
    row("deepseek", "https://beta.api.deepseek.com", true);
    row("deepseek", "http://api.deepseek.com/v1", false);
    row("deepseek", "https://notdeepseek.com/v1", false);
    row("qwen", "https://dashscope-intl.aliyuncs.com/compatible-mode/v1", true);
    row("qwen", "https://bucket.oss-cn-hangzhou.aliyuncs.com", false);
    row("zhipu", "https://api.z.ai/api/paas/v4", true);
    row("zhipu", "https://notz.ai/api/paas/v4", false);
    row("mistral", "https://api.mistral.ai:8443/v1", true);
    row("mistral", "https://mistral.ai/v1", false);
    row("azure", "https://mine.openai.azure.com/openai/v1", true);
    row("azure", "https://mine.azure.com", false);
    row("ollama", "http://127.0.0.1:11434", false);
    row("other", "", false);
}

void ProviderTest::knowsAProvidersOwnServers()
{
    QFETCH(const QString, id);
    QFETCH(const QString, server);
    QTEST(isServerOf(*findProvider(id), QUrl(server)), "expected");
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ProviderTest)
#include "ProviderTest.moc"
