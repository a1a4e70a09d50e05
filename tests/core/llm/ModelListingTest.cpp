// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ModelListing.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using roadloom::test::ScriptedAnswer;
using roadloom::test::ScriptedHttpServer;

Q_DECLARE_METATYPE(roadloom::ErrorKind)

namespace roadloom {

class ModelListingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksInEveryDialect_data();
    void asksInEveryDialect();
    void readsTheNames_data();
    void readsTheNames();
    void saysWhyThereIsNoList_data();
    void saysWhyThereIsNoList();
    void readsNoEndlessList();
};

namespace {

ScriptedAnswer answer(const QByteArray& body, int status = 200)
{
    return { .status = status, .contentType = "application/json", .pieces = { { body } } };
}

ModelEndpoint endpointAt(const QUrl& url, ApiStyle style = ApiStyle::OpenAi)
{
    ModelEndpoint endpoint;
    endpoint.baseUrl = url;
    endpoint.style = style;
    endpoint.apiKey = "sk-1";
    return endpoint;
}

} // namespace

void ModelListingTest::asksInEveryDialect_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("header");
    const QByteArray bearer = "authorization";
    QTest::addRow("openai") << u"openai"_s << u"/v1"_s << "/v1/models"_ba << bearer;
    QTest::addRow("openai, whole path")
        << u"openai"_s << u"/v1/chat/completions"_s << "/v1/models"_ba << bearer;
    QTest::addRow("anthropic") << u"anthropic"_s << QString() << "/v1/models?limit=1000"_ba
                               << "x-api-key"_ba;
    QTest::addRow("anthropic, whole path")
        << u"anthropic"_s << u"/v1/messages"_s << "/v1/models?limit=1000"_ba
        << "x-api-key"_ba;
    QTest::addRow("gemini") << u"gemini"_s << QString() << "/v1beta/models?pageSize=1000"_ba
                            << "x-goog-api-key"_ba;
    QTest::addRow("ollama") << u"ollama"_s << QString() << "/api/tags"_ba << bearer;
    QTest::addRow("ollama's other side") << u"ollama"_s << u"/v1"_s << "/api/tags"_ba << bearer;
}

void ModelListingTest::asksInEveryDialect()
{
    QFETCH(const QString, style);
    QFETCH(const QString, base);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, header);
    ScriptedHttpServer server;
    server.enqueue(answer("{}"));
    const ModelListing listing(endpointAt(server.url(base), *valueFor(style, apiStyleWords)));
    QSignalSpy failed(&listing, &ModelListing::failed);
    QVERIFY(failed.wait());
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests()[0].method, "GET");
    QCOMPARE(server.requests()[0].path, path);
    QVERIFY(server.requests()[0].header(header).endsWith("sk-1"));
    QVERIFY(server.requests()[0].body.isEmpty());
}

void ModelListingTest::readsTheNames_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("names");
    const QStringList two { u"b:7b"_s, u"a"_s };
    QTest::addRow("openai") << u"openai"_s
                            << R"({"object":"list","data":[{"id":"b:7b"},{"id":"a"}]})"_ba << two;
    QTest::addRow("a bare list") << u"openai"_s << R"([{"id":"b:7b"},{"id":"a"}])"_ba << two;
    QTest::addRow("anthropic") << u"anthropic"_s
                               << R"({"data":[{"id":"b:7b"},{"id":"a"}],"has_more":false})"_ba
                               << two;
    QTest::addRow("gemini") << u"gemini"_s
                            << R"({"models":[{"name":"models/b:7b"},{"name":"models/a"}]})"_ba
                            << two;
    QTest::addRow("ollama") << u"ollama"_s
                            << R"({"models":[{"name":"b:7b","size":1},{"name":"a"}]})"_ba << two;
    QTest::addRow("none") << u"openai"_s << R"({"data":[]})"_ba << QStringList();
    QTest::addRow("what is no name")
        << u"openai"_s << R"({"data":[{"id":5},7,{"id":""},{"id":"x\u001b[31m"},{"id":"a"}]})"_ba
        << QStringList { u"a"_s };
}

void ModelListingTest::readsTheNames()
{
    QFETCH(const QString, style);
    QFETCH(const QByteArray, body);
    QFETCH(const QStringList, names);
    ScriptedHttpServer server;
    server.enqueue(answer(body));
    const ModelListing listing(endpointAt(server.url(), *valueFor(style, apiStyleWords)));
    QSignalSpy listed(&listing, &ModelListing::listed);
    QVERIFY(listed.wait());
    QCOMPARE(listed.at(0).at(0).toStringList(), names);
}

void ModelListingTest::saysWhyThereIsNoList_data()
{
    QTest::addColumn<ScriptedAnswer>("scripted");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::addRow("a key is wanted")
        << answer("{}", 401) << ErrorKind::Authentication << u"did not accept the API key"_s;
    QTest::addRow("no such path") << answer("{}", 404) << ErrorKind::NotFound
                                  << u"does not know this address"_s;
    QTest::addRow("a page") << answer("<html></html>") << ErrorKind::Protocol << u"web page"_s;
    QTest::addRow("other JSON") << answer(R"({"status":"ok"})") << ErrorKind::Protocol
                                << u"no list of models"_s;
    QTest::addRow("broken JSON") << answer("{]") << ErrorKind::Protocol << u"no list of models"_s;
    QTest::addRow("cut") << ScriptedAnswer { answer(R"({"data":[]})").cutAt(4) } << ErrorKind::Cut
                         << u"broke off"_s;
}

void ModelListingTest::saysWhyThereIsNoList()
{
    QFETCH(const ScriptedAnswer, scripted);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, words);
    ScriptedHttpServer server;
    server.enqueue(scripted);
    const ModelListing listing(endpointAt(server.url()));
    QSignalSpy failed(&listing, &ModelListing::failed);
    QVERIFY(failed.wait());
    const auto error = failed.at(0).at(0).value<Error>();
    QCOMPARE(error.kind, kind);
    QVERIFY2(error.message.contains(words), qUtf8Printable(error.message));
}

void ModelListingTest::readsNoEndlessList()
{
    ScriptedHttpServer server;
    ScriptedAnswer endless = answer(QByteArray(100'000, ' '));
    endless.ending = ScriptedAnswer::Ending::Repeat;
    server.enqueue(endless);
    QSignalSpy closed(&server, &ScriptedHttpServer::clientClosed);
    const ModelListing listing(endpointAt(server.url()));
    QSignalSpy failed(&listing, &ModelListing::failed);
    QVERIFY(failed.wait(20'000));
    QCOMPARE(failed.at(0).at(0).value<Error>().kind, ErrorKind::TooLarge);
    QTRY_COMPARE(closed.size(), 1);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ModelListingTest)
#include "ModelListingTest.moc"
