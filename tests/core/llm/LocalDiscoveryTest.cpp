// SPDX-License-Identifier: Apache-2.0
#include "core/llm/LocalDiscovery.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using roadloom::test::ScriptedAnswer;
using roadloom::test::ScriptedHttpServer;

namespace roadloom {

class LocalDiscoveryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void looksOnBothAddressesAtTheUsualPorts();
    void listsTheModelsOfWhatItFinds();
    void findsAServerThatListensOnTheNewerAddressOnly();
    void saysWhyACandidateIsNotUsable_data();
    void saysWhyACandidateIsNotUsable();
    void isDoneWithinASecond();
    void sendsNoKey();
    void endsWhenItIsDestroyed();
};

namespace {

ScriptedAnswer answer(const QByteArray& body, int status = 200)
{
    return { .status = status, .contentType = "application/json", .pieces = { { body } } };
}

QUrl nobody()
{
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost);
    return QUrl(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
}

QList<LocalServer> look(const QList<LocalCandidate>& candidates)
{
    LocalDiscovery discovery(candidates);
    QList<LocalServer> servers;
    QObject::connect(&discovery, &LocalDiscovery::looked, &discovery,
        [&](const LocalServer& server) { servers.append(server); });
    QSignalSpy finished(&discovery, &LocalDiscovery::finished);
    finished.wait(10'000);
    return servers;
}

} // namespace

void LocalDiscoveryTest::looksOnBothAddressesAtTheUsualPorts()
{
    QStringList urls;
    for (const LocalCandidate& candidate : localCandidates()) {
        for (const QUrl& url : candidate.baseUrls)
            urls.append(candidate.presetId + u' ' + url.toString());
    }
    urls.sort();
    const QStringList expected {
        u"litellm http://127.0.0.1:4000/v1"_s,
        u"litellm http://[::1]:4000/v1"_s,
        u"llamacpp http://127.0.0.1:8080/v1"_s,
        u"llamacpp http://[::1]:8080/v1"_s,
        u"lmstudio http://127.0.0.1:1234/v1"_s,
        u"lmstudio http://[::1]:1234/v1"_s,
        u"ollama http://127.0.0.1:11434"_s,
        u"ollama http://[::1]:11434"_s,
        u"vllm http://127.0.0.1:8000/v1"_s,
        u"vllm http://[::1]:8000/v1"_s,
    };
    QCOMPARE(urls, expected);
}

void LocalDiscoveryTest::listsTheModelsOfWhatItFinds()
{
    ScriptedHttpServer ollama;
    ollama.enqueue(answer(R"({"models":[{"name":"qwen:7b"},{"name":"tiny"}]})"));
    ScriptedHttpServer llama;
    llama.enqueue(answer(R"({"data":[{"id":"local.gguf"}]})"));
    const QList<LocalServer> servers = look({ { u"ollama"_s, { ollama.url(), nobody() } },
        { u"llamacpp"_s, { nobody(), llama.url(u"/v1"_s) } } });
    QCOMPARE(servers.size(), 2);
    const LocalServer expectedOllama {
        .presetId = u"ollama"_s, .baseUrl = ollama.url(), .models = { u"qwen:7b"_s, u"tiny"_s }
    };
    const LocalServer expectedLlama {
        .presetId = u"llamacpp"_s, .baseUrl = llama.url(u"/v1"_s), .models = { u"local.gguf"_s }
    };
    QVERIFY(servers.contains(expectedOllama));
    QVERIFY(servers.contains(expectedLlama));
}

void LocalDiscoveryTest::findsAServerThatListensOnTheNewerAddressOnly()
{
    QTcpServer listener;
    if (!listener.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This machine has no [::1].");
    connect(&listener, &QTcpServer::newConnection, &listener, [&listener] {
        QTcpSocket* const socket = listener.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n"
                          "{\"data\":[{\"id\":\"six\"}]}");
        });
    });
    const QUrl there(u"http://[::1]:%1/v1"_s.arg(listener.serverPort()));
    const QList<LocalServer> servers = look({ { u"vllm"_s, { nobody(), there } } });
    QCOMPARE(servers.size(), 1);
    QCOMPARE(servers[0].baseUrl, there);
    QCOMPARE(servers[0].models, QStringList { u"six"_s });
    QVERIFY(servers[0].isUsable());
}

void LocalDiscoveryTest::saysWhyACandidateIsNotUsable_data()
{
    QTest::addColumn<ScriptedAnswer>("scripted");
    QTest::addColumn<QString>("words");
    QTest::addRow("something else") << answer("<html></html>") << u"is a web page"_s;
    QTest::addRow("no models") << answer(R"({"data":[]})") << u"has no model yet"_s;
    QTest::addRow("a key is wanted") << answer("{}", 401) << u"asks for an API key"_s;
    QTest::addRow("other JSON") << answer("{}") << u"no list of models"_s;
    QTest::addRow("silent") << ScriptedAnswer::none() << u"said nothing|does not say"_s;
}

void LocalDiscoveryTest::saysWhyACandidateIsNotUsable()
{
    QFETCH(const ScriptedAnswer, scripted);
    QFETCH(const QString, words);
    ScriptedHttpServer server;
    server.enqueue(scripted);
    const QList<LocalServer> servers = look({ { u"vllm"_s, { nobody(), server.url(u"/v1"_s) } } });
    QCOMPARE(servers.size(), 1);
    QVERIFY(!servers[0].isUsable());
    const QString message = servers[0].problem->message;
    QVERIFY2(message.contains(QRegularExpression(words)), qUtf8Printable(message));
    QCOMPARE(servers[0].baseUrl, server.url(u"/v1"_s)); // what somebody listens at says most
}

void LocalDiscoveryTest::isDoneWithinASecond()
{
    ScriptedHttpServer silent;
    silent.setResponder([](const auto&) { return ScriptedAnswer::none(); });
    const LocalCandidate candidate { u"vllm"_s, { silent.url(), silent.url() } };
    LocalDiscovery discovery(QList<LocalCandidate>(5, candidate));
    QSignalSpy looked(&discovery, &LocalDiscovery::looked);
    QSignalSpy finished(&discovery, &LocalDiscovery::finished);
    // The limit itself, and what a busy machine may add.
    QVERIFY(finished.wait(int(2 * LocalDiscovery::limit.count())));
    QCOMPARE(looked.size(), 5);
}

void LocalDiscoveryTest::sendsNoKey()
{
    qputenv("ROADLOOM_API_KEY", "sk-geheim");
    ScriptedHttpServer server;
    server.enqueue(answer(R"({"data":[{"id":"a"}]})"));
    look({ { u"vllm"_s, { server.url() } } });
    qunsetenv("ROADLOOM_API_KEY");
    QVERIFY(!server.requests()[0].hasHeader("authorization"));
}

void LocalDiscoveryTest::endsWhenItIsDestroyed()
{
    ScriptedHttpServer silent;
    silent.setResponder([](const auto&) { return ScriptedAnswer::none(); });
    QSignalSpy closed(&silent, &ScriptedHttpServer::clientClosed);
    auto discovery = std::make_unique<LocalDiscovery>(
        QList<LocalCandidate> { { u"vllm"_s, { silent.url() } } });
    QTRY_COMPARE(silent.requests().size(), 1);
    discovery.reset();
    QTRY_COMPARE(closed.size(), 1);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LocalDiscoveryTest)
#include "LocalDiscoveryTest.moc"
