// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ProviderSetup.h"

#include "core/llm/ApiKey.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

class ProviderSetupTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsFromThePreset();
    void takesNoExampleForAnAddress();
    void findsAFreeId();
    void isCalledByTitlePresetOrPlace();
    void standsInForAPresetThatIsGone();
    void makesAnEndpoint();
    void addsWhatReasoningNeeds_data();
    void addsWhatReasoningNeeds();
    void everyPresetCanBeUsedOnceItsGapsAreFilled_data();
    void everyPresetCanBeUsedOnceItsGapsAreFilled();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void survivesWritingAndReading();
    void survivesWritingAndReadingOfEveryPreset();
    void servicesSurviveWritingAndReading();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
};

namespace {

ProviderSetup fullSetup()
{
    return {
        .id = u"deepseek-2"_s,
        .presetId = u"deepseek"_s,
        .title = u"学校的账户"_s,
        .baseUrl = QUrl(u"https://gateway.example.org/v1"_s),
        .style = ApiStyle::Anthropic,
        .model = u"deepseek-v4-pro"_s,
        .patience = { .connecting = 1s, .firstWord = 0s, .silence = 90s },
        .network = { .proxyUse = ProxyUse::Custom,
            .proxy = QUrl(u"socks5://127.0.0.1:1080"_s),
            .caFile = u"/etc/ssl/school.pem"_s,
            .pinnedCertificate = QByteArray(32, '\xa7'),
            .allowsHttp2 = false },
        .structuredOutput = StructuredOutput::None,
        .reasoning = ReasoningUse::Off,
        .parallel = 2,
        .keyPlace = KeyPlace::File,
        .others = { { "color", "green" }, { "later", { 1, 2 } } },
    };
}

} // namespace

void ProviderSetupTest::startsFromThePreset()
{
    const Provider& preset = *findProvider(u"deepseek");
    const ProviderSetup setup = setupFrom(preset);
    QCOMPARE(setup.id, u"deepseek"_s);
    QCOMPARE(setup.presetId, u"deepseek"_s);
    QCOMPARE(setup.baseUrl, preset.baseUrl);
    QCOMPARE(setup.model, preset.models.constFirst());
    QCOMPARE(setup.parallel, preset.parallel);
    QVERIFY(!setup.structuredOutput);
    QVERIFY(setup.keyPlace == KeyPlace::None);
    QVERIFY(&presetOf(setup) == &preset);
}

void ProviderSetupTest::takesNoExampleForAnAddress()
{
    for (const Provider& preset : providerPresets())
        QCOMPARE(setupFrom(preset).baseUrl, preset.baseUrlIsExample ? QUrl() : preset.baseUrl);
}

void ProviderSetupTest::findsAFreeId()
{
    QCOMPARE(unusedId(u"a"_s, {}), u"a"_s);
    QCOMPARE(unusedId(u"a"_s, { u"b"_s, u"a"_s }), u"a-2"_s);
    QCOMPARE(unusedId(u"a"_s, { u"a-2"_s, u"a"_s, u"a-3"_s }), u"a-4"_s);
}

void ProviderSetupTest::isCalledByTitlePresetOrPlace()
{
    ProviderSetup setup = setupFrom(*findProvider(u"zhipu"));
    QCOMPARE(titleOf(setup, Language::English), u"Zhipu GLM"_s);
    QCOMPARE(titleOf(setup, Language::Chinese), u"智谱 GLM"_s);
    setup.title = u"Mine"_s;
    QCOMPARE(titleOf(setup, Language::Chinese), u"Mine"_s);
    ProviderSetup other = setupFrom(*findProvider(u"other"));
    QCOMPARE(titleOf(other, Language::English), u"Another server"_s);
    other.baseUrl = QUrl(u"http://10.0.0.2:8123/v1"_s);
    QCOMPARE(titleOf(other, Language::English), u"10.0.0.2:8123"_s);
    other.title = u"Mine"_s;
    QCOMPARE(titleOf(other, Language::English), u"Mine"_s);
    ServiceSetup service { .id = u"hub"_s, .url = QUrl(u"http://10.0.0.2:8100/x"_s) };
    QCOMPARE(titleOf(service), u"10.0.0.2:8100"_s);
    service.title = u"Class 3b"_s;
    QCOMPARE(titleOf(service), u"Class 3b"_s);
}

void ProviderSetupTest::standsInForAPresetThatIsGone()
{
    ProviderSetup setup = setupFrom(*findProvider(u"zhipu"));
    setup.presetId = u"nova"_s;
    QCOMPARE(presetOf(setup).id, u"other"_s);
    QVERIFY(!findProblem(setup));
}

void ProviderSetupTest::makesAnEndpoint()
{
    const ProviderSetup setup = fullSetup();
    const ApiKey key { .value = "geheim", .variable = u"DEEPSEEK_API_KEY"_s };
    ModelEndpoint endpoint = endpointFor(setup, *findProvider(u"azure"), key);
    QCOMPARE(endpoint.baseUrl, setup.baseUrl);
    QVERIFY(endpoint.style == setup.style);
    QCOMPARE(endpoint.model, setup.model);
    QCOMPARE(endpoint.apiKey, "geheim"_ba);
    QCOMPARE(endpoint.keyHeader, "api-key"_ba);
    QCOMPARE(endpoint.keyVariable, u"DEEPSEEK_API_KEY"_s);
    QVERIFY(endpoint.patience == setup.patience);
    QVERIFY(endpoint.network == setup.network);
    QVERIFY(endpoint.structuredOutput == StructuredOutput::None);
    endpoint = endpointFor(setupFrom(*findProvider(u"anthropic")), *findProvider(u"anthropic"), {});
    QVERIFY(endpoint.structuredOutput == StructuredOutput::JsonSchema);
    QCOMPARE(endpoint.outputLimit, std::optional(32000));
    QCOMPARE(endpoint.keyVariable, u"ROADLOOM_API_KEY"_s);
}

void ProviderSetupTest::addsWhatReasoningNeeds_data()
{
    QTest::addColumn<ReasoningUse>("use");
    QTest::addColumn<QByteArray>("members");
    QTest::addRow("default") << ReasoningUse::Default << "{}"_ba;
    QTest::addRow("on") << ReasoningUse::On << R"({"think":true})"_ba;
    QTest::addRow("off") << ReasoningUse::Off << R"({"think":false})"_ba;
}

void ProviderSetupTest::addsWhatReasoningNeeds()
{
    QFETCH(const ReasoningUse, use);
    const Provider& preset = *findProvider(u"ollama");
    ProviderSetup setup = setupFrom(preset);
    setup.reasoning = use;
    QTEST(writeJson(endpointFor(setup, preset, {}).extraMembers), "members");
}

void ProviderSetupTest::everyPresetCanBeUsedOnceItsGapsAreFilled_data()
{
    QTest::addColumn<QString>("id");
    for (const Provider& preset : providerPresets())
        QTest::addRow("%s", qUtf8Printable(preset.id)) << preset.id;
}

void ProviderSetupTest::everyPresetCanBeUsedOnceItsGapsAreFilled()
{
    QFETCH(const QString, id);
    const Provider& preset = *findProvider(id);
    ProviderSetup setup = setupFrom(preset);
    QCOMPARE(findProblem(setup).has_value(),
        preset.baseUrlIsExample || preset.style == ApiStyle::Ollama);
    if (preset.baseUrlIsExample)
        setup.baseUrl = QUrl(u"https://mine.openai.azure.com/openai/v1"_s);
    if (setup.model.isEmpty())
        setup.model = u"some-model"_s;
    QVERIFY(!findProblem(setup));
}

void ProviderSetupTest::saysWhatIsMissing_data()
{
    QTest::addColumn<ProviderSetup>("setup");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* what, const auto& change, const char* words) {
        ProviderSetup setup = setupFrom(*findProvider(u"deepseek"));
        change(setup);
        QTest::addRow("%s", what) << setup << QString::fromLatin1(words);
    };
    row(
        "no address", [](ProviderSetup& setup) { setup.baseUrl = {}; }, "web address");
    row(
        "a file", [](ProviderSetup& setup) { setup.baseUrl = QUrl(u"file:///tmp"_s); },
        "web address");
    row(
        "a password in it",
        [](ProviderSetup& setup) { setup.baseUrl = QUrl(u"https://u:geheim@example.org"_s); },
        "without user name and password");
    row(
        "no model", [](ProviderSetup& setup) { setup.model.clear(); }, "Choose a model");
    row(
        "the example's address",
        [](ProviderSetup& setup) {
            setup = setupFrom(*findProvider(u"azure"));
            setup.baseUrl = findProvider(u"azure")->baseUrl;
            setup.model = u"mine"_s;
        },
        "only an example");
    row(
        "a wrong proxy", [](ProviderSetup& setup) { setup.network.proxyUse = ProxyUse::Custom; },
        "proxy needs");
    row(
        "a password in the proxy",
        [](ProviderSetup& setup) {
            setup.network.proxyUse = ProxyUse::Custom;
            setup.network.proxy = QUrl(u"http://u:geheim@127.0.0.1:3128"_s);
        },
        "proxy needs");
    row(
        "no authorities there",
        [](ProviderSetup& setup) { setup.network.caFile = u"/nowhere/ca.pem"_s; },
        "/nowhere/ca.pem");
    row(
        "seven at once", [](ProviderSetup& setup) { setup.parallel = 7; }, "From 1 to 6");
}

void ProviderSetupTest::saysWhatIsMissing()
{
    QFETCH(const ProviderSetup, setup);
    QFETCH(const QString, words);
    const std::optional<Error> problem = findProblem(setup);
    QVERIFY(problem);
    QVERIFY2(problem->message.contains(words), qUtf8Printable(problem->message));
    QVERIFY(!problem->message.contains("geheim"_L1));
}

void ProviderSetupTest::survivesWritingAndReading()
{
    const ProviderSetup setup = fullSetup();
    ReadProblems problems;
    const ProviderSetup read = readProviderSetup(toJson(setup), {}, problems);
    QCOMPARE(problems.lines(), QStringList());
    QVERIFY(read == setup);
    QCOMPARE(writeJson(toJson(read)), writeJson(toJson(setup)));
}

void ProviderSetupTest::survivesWritingAndReadingOfEveryPreset()
{
    for (const Provider& preset : providerPresets()) {
        ReadProblems problems;
        const ProviderSetup setup = setupFrom(preset);
        const ProviderSetup read = readProviderSetup(toJson(setup), preset.id, problems);
        QCOMPARE(problems.lines(), QStringList());
        QVERIFY2(read == setup, qUtf8Printable(preset.id));
    }
}

void ProviderSetupTest::servicesSurviveWritingAndReading()
{
    const ServiceSetup setup {
        .id = u"hub"_s,
        .title = u"Class"_s,
        .url = QUrl(u"https://hub.example.org/v1"_s),
        .patience = { .silence = 10s },
        .network = { .proxyUse = ProxyUse::None },
        .keyPlace = KeyPlace::File,
        .seatName = u"Ada"_s,
        .others = { { "room", 12 } },
    };
    ReadProblems problems;
    const ServiceSetup read = readServiceSetup(toJson(setup), {}, problems);
    QCOMPARE(problems.lines(), QStringList());
    QVERIFY(read == setup);
    QVERIFY(!findProblem(setup));
    QVERIFY(findProblem(ServiceSetup { .id = u"hub"_s }));
}

void ProviderSetupTest::refusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* what, const char* key, const char* value) {
        QTest::addRow("%s", what) << QByteArray(key) << QByteArray(value);
    };
    row("a blank id", "id", R"("")");
    row("a taken word as id", "id", "\"offline\"");
    row("a line end in the id", "id", "\"deepseek\\n\"");
    row("a number as title", "title", "7");
    row("a long title", "title", QByteArray("\"" + QByteArray(1001, 'x') + "\"").constData());
    row("a user in the address", "base_url", "\"https://u:p@example.org\"");
    row("no address", "base_url", "\"ftp://example.org\"");
    row("an unknown style", "api_style", "\"soap\"");
    row("no time", "silence_ms", "-1");
    row("endless time", "connecting_ms", "86400001");
    row("a time in words", "first_word_ms", "\"soon\"");
    row("an unknown proxy", "proxy", "\"maybe\"");
    row("a proxy without a port", "proxy_url", "\"http://proxy\"");
    row("an unknown form", "structured_output", "\"xml\"");
    row("unknown reasoning", "reasoning", "\"hard\"");
    row("too many parallel", "parallel", "7");
    row("an unknown key place", "key_place", "\"wallpaper\"");
}

void ProviderSetupTest::refusesWhatIsWrong()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, value);
    json::object object = toJson(fullSetup());
    object[key.constData()] = parseJson(value).value();
    ReadProblems problems;
    const ProviderSetup read = readProviderSetup(object, u"providers[0]"_s, problems);
    QCOMPARE(problems.lines().size(), 1);
    QVERIFY2(problems.lines().constFirst().startsWith(
                 "providers[0]."_L1 + QString::fromLatin1(key) + ": expected"_L1),
        qUtf8Printable(problems.lines().constFirst()));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ProviderSetupTest)
#include "ProviderSetupTest.moc"
