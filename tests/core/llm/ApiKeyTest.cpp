// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ApiKey.h"

#include "core/llm/Provider.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class ApiKeyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void choosesTheKeyByServer_data();
    void choosesTheKeyByServer();
    void sendsAProvidersKeyToItsOwnServers_data();
    void sendsAProvidersKeyToItsOwnServers();
    void namesTheVariableThatIsToBeSet();
    void refusesAKeyThatFitsNoHeader_data();
    void refusesAKeyThatFitsNoHeader();
};

void ApiKeyTest::cleanup()
{
    qunsetenv("ROADLOOM_API_KEY");
    qunsetenv("OPENAI_API_KEY");
    qunsetenv("DEEPSEEK_API_KEY");
    qunsetenv("AZURE_OPENAI_API_KEY");
}

void ApiKeyTest::choosesTheKeyByServer_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<QByteArray>("openAi");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray none;
    const QByteArray ours = "ours";
    const QByteArray theirs = "theirs";
    const QString openAiServer = u"https://api.openai.com/v1"_s;
    QTest::addRow("neither") << openAiServer << none << none << none;
    QTest::addRow("ours, any server") << u"http://127.0.0.1:8080/v1"_s << ours << theirs << ours;
    QTest::addRow("ours, OpenAI") << openAiServer << ours << theirs << ours;
    QTest::addRow("theirs, OpenAI") << openAiServer << none << theirs << theirs;
    QTest::addRow("ours is blank") << openAiServer << " \t"_ba << theirs << theirs;
    QTest::addRow("capitals") << u"HTTPS://API.OpenAI.com/v1"_s << none << theirs << theirs;
    QTest::addRow("the bare domain") << u"https://openai.com/v1"_s << none << theirs << theirs;
    QTest::addRow("blanks and a line end around")
        << openAiServer << none << "  theirs\r\n"_ba << theirs;
    for (const QString& other : { u"http://api.openai.com/v1"_s, u"https://api.example.com/v1"_s,
             u"https://notopenai.com/v1"_s, u"https://openai.com.example.org/v1"_s,
             u"https://example.org/openai.com"_s, u"https://openai.com@example.org/v1"_s,
             u"http://127.0.0.1:8080/v1"_s, u"https://api.anthropic.com"_s, QString() })
        QTest::addRow("theirs, %s", qUtf8Printable(other)) << other << none << theirs << none;
}

void ApiKeyTest::choosesTheKeyByServer()
{
    QFETCH(const QString, server);
    QFETCH(const QByteArray, own);
    QFETCH(const QByteArray, openAi);
    if (!own.isEmpty())
        qputenv("ROADLOOM_API_KEY", own);
    if (!openAi.isEmpty())
        qputenv("OPENAI_API_KEY", openAi);
    const Result<ApiKey> key = apiKeyFromEnvironment(QUrl(server));
    QVERIFY(key);
    QTEST(key.value().value, "expected");
    if (!key.value().value.isEmpty())
        QCOMPARE(qgetenv(key.value().variable.toLatin1().constData()).trimmed(), key.value().value);
}

void ApiKeyTest::sendsAProvidersKeyToItsOwnServers_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* server, const char* chosen, const char* expected) {
        QTest::addRow("%s, chosen: %s", server, chosen)
            << QString::fromLatin1(server) << QString::fromLatin1(chosen) << QByteArray(expected);
    };
    row("https://api.deepseek.com/v1", "", "deepseek's");
    row("https://api.deepseek.com/v1", "deepseek", "deepseek's");
    row("https://api.deepseek.com/v1", "other", "deepseek's");
    row("https://api.deepseek.com/v1", "openai", "deepseek's");
    row("http://api.deepseek.com/v1", "deepseek", "");
    row("https://proxy.example.org/v1", "deepseek", "");
    row("http://127.0.0.1:8080/v1", "deepseek", "");
    row("https://mine.openai.azure.com/openai/v1", "", "azure's");
    row("https://gateway.example.org/openai/v1", "azure", "azure's");
    row("https://gateway.example.org/openai/v1", "", "");
    row("http://gateway.example.org/openai/v1", "azure", "");
}

void ApiKeyTest::sendsAProvidersKeyToItsOwnServers()
{
    QFETCH(const QString, server);
    QFETCH(const QString, chosen);
    qputenv("OPENAI_API_KEY", "openai's");
    qputenv("DEEPSEEK_API_KEY", "deepseek's");
    qputenv("AZURE_OPENAI_API_KEY", "azure's");
    const Result<ApiKey> key = apiKeyFromEnvironment(QUrl(server), findProvider(chosen));
    QVERIFY(key);
    QTEST(key.value().value, "expected");
    QCOMPARE(key.value().isFromEnvironment, !key.value().value.isEmpty());
    qputenv("ROADLOOM_API_KEY", "ours");
    QCOMPARE(apiKeyFromEnvironment(QUrl(server), findProvider(chosen)).value().value, "ours"_ba);
}

void ApiKeyTest::namesTheVariableThatIsToBeSet()
{
    const QUrl deepSeek(u"https://api.deepseek.com/v1"_s);
    QCOMPARE(apiKeyFromEnvironment(deepSeek).value().variable, u"DEEPSEEK_API_KEY"_s);
    const QUrl elsewhere(u"https://example.org/v1"_s);
    QCOMPARE(apiKeyFromEnvironment(elsewhere).value().variable, u"ROADLOOM_API_KEY"_s);
}

void ApiKeyTest::refusesAKeyThatFitsNoHeader_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("key");
    for (const QByteArray& variable : { "ROADLOOM_API_KEY"_ba, "OPENAI_API_KEY"_ba }) {
        const auto row = [&](const char* what, const QByteArray& key) {
            QTest::addRow("%s in %s", what, variable.constData()) << variable << key;
        };
        row("a line break", "geheim\r\nX-Other: 1");
        row("a blank", "geheim geheim");
        row("an escape", "geheim\x1b[31m");
        row("no ASCII", "geheim-\xc3\xa4");
        row("a delete character", "geheim\x7f");
    }
}

void ApiKeyTest::refusesAKeyThatFitsNoHeader()
{
    QFETCH(const QByteArray, variable);
    QFETCH(const QByteArray, key);
    qputenv(variable.constData(), key);
    const Result<ApiKey> read = apiKeyFromEnvironment(QUrl(u"https://api.openai.com/v1"_s));
    QVERIFY(!read);
    QCOMPARE(errorKindName(read.error().kind), errorKindName(ErrorKind::InvalidInput));
    QVERIFY(read.error().message.contains(QString::fromLatin1(variable)));
    QVERIFY(!read.error().message.contains("geheim"_L1));
    QVERIFY(!read.error().details.contains("geheim"_L1));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ApiKeyTest)
#include "ApiKeyTest.moc"
