// SPDX-License-Identifier: Apache-2.0
#include "core/http/HttpExchange.h"

#include "tests/core/http/TunnelProxy.h"
#include "tests/core/http/WatchedExchange.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/TestCertificates.h"

#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

using test::ScriptedAnswer;
using test::ScriptedHttpServer;
using test::TunnelProxy;
using test::WatchedExchange;

class HttpExchangeProxyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void plainHttpGoesThroughTheProxy();
    void tlsGoesThroughATunnel();
    void theTimeForConnectingHoldsForTheProxyToo_data();
    void theTimeForConnectingHoldsForTheProxyToo();
    void saysThatTheProxyRefuses_data();
    void saysThatTheProxyRefuses();
    void saysThatTheProxyWantsToBeSignedInto();
    void saysThatTheProxyIsNotThere_data();
    void saysThatTheProxyIsNotThere();
    void saysThatASocksProxyRefuses_data();
    void saysThatASocksProxyRefuses();
    void refusesUnusableProxies_data();
    void refusesUnusableProxies();
    void theSystemsProxyIsUsedForOthersOnly_data();
    void theSystemsProxyIsUsedForOthersOnly();

private:
    [[nodiscard]] HttpRequest post(const QUrl& url) const
    {
        return {
            .url = url, .headers = { { "Authorization", "Bearer sk-geheim" } }, .body = "{}"_ba
        };
    }

    std::unique_ptr<ScriptedHttpServer> m_server;
    std::unique_ptr<ScriptedHttpServer> m_tlsServer;
};

namespace {

NetworkSettings through(const QUrl& proxy)
{
    return {
        .proxyUse = ProxyUse::Custom, .proxy = proxy, .caFile = test::certificateFile(u"ca.pem"_s)
    };
}

void verifyFailed(const WatchedExchange& exchange, ErrorKind kind, const QString& words)
{
    QVERIFY(exchange.error);
    QVERIFY2(exchange.message().contains(words), qUtf8Printable(exchange.message()));
    QCOMPARE(errorKindName(exchange.error->kind), errorKindName(kind));
    QCOMPARE(exchange.endCount, 1);
}

} // namespace

void HttpExchangeProxyTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<ScriptedHttpServer>();
    m_tlsServer = std::make_unique<ScriptedHttpServer>(test::certificate(u"server"_s));
}

void HttpExchangeProxyTest::cleanup()
{
    m_server.reset();
    m_tlsServer.reset();
}

void HttpExchangeProxyTest::plainHttpGoesThroughTheProxy()
{
    m_server->enqueue({ .pieces = { { "a" }, { .bytes = "b", .held = true } } });
    QUrl proxy = m_server->url();
    WatchedExchange watched(post(QUrl(u"http://models.test:8080/v1?a=1"_s)), through(proxy));
    QTRY_COMPARE(watched.body, "a"); // while the rest is still held back
    m_server->release();
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(m_server->requests().size(), 1);
    const test::RecordedRequest& request = m_server->requests().constFirst();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.path, "http://models.test:8080/v1?a=1");
    QCOMPARE(request.header("host"), "models.test:8080");
    QCOMPARE(request.body, "{}");
}

void HttpExchangeProxyTest::tlsGoesThroughATunnel()
{
    const TunnelProxy proxy;
    m_tlsServer->enqueue({ .pieces = { { "a" }, { .bytes = "b", .held = true } } });
    const QUrl url = m_tlsServer->url(u"/v1"_s);
    WatchedExchange watched(post(url), through(proxy.url()));
    QTRY_COMPARE(watched.body, "a");
    m_tlsServer->release();
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(watched.body, "ab");
    QCOMPARE(
        watched.waitedFor(), QList({ WaitFor::Connection, WaitFor::FirstWord, WaitFor::NextWord }));
    QCOMPARE(proxy.heads().size(), 1);
    const QByteArray head = proxy.heads().constFirst();
    QVERIFY2(head.startsWith(QByteArray("CONNECT " + url.authority().toLatin1() + " ")),
        head.constData());
    QVERIFY2(!head.contains("geheim") && !head.contains("/v1"),
        head.constData()); // the proxy learns neither
}

void HttpExchangeProxyTest::theTimeForConnectingHoldsForTheProxyToo_data()
{
    QTest::addColumn<ScriptedAnswer::Ending>("ending");
    QTest::addRow("silent") << ScriptedAnswer::Ending::Silence;
    QTest::addRow("closed") << ScriptedAnswer::Ending::Close;
    QTest::addRow("reset") << ScriptedAnswer::Ending::Reset;
}

/// Also where it closes, which Qt 6.4 does not tell.
void HttpExchangeProxyTest::theTimeForConnectingHoldsForTheProxyToo()
{
    QFETCH(const ScriptedAnswer::Ending, ending);
    m_server->enqueue(ScriptedAnswer::none(ending)); // to CONNECT
    WatchedExchange watched(post(m_tlsServer->url(u"/v1"_s)), through(m_server->url()),
        { .connecting = 200ms, .firstWord = 1h });
    QVERIFY(watched.wait());
    verifyFailed(watched, ErrorKind::Timeout, u"came about through the proxy within 1 second"_s);
    QCOMPARE(watched.waitedFor(), QList({ WaitFor::Connection }));
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().constFirst().method, "CONNECT");
}

void HttpExchangeProxyTest::saysThatTheProxyRefuses_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    for (const int status : { 302, 400, 403, 404, 500, 502, 503 })
        QTest::addRow("%d", status) << ScriptedAnswer { .status = status,
            .contentType = "text/html",
            .framing = ScriptedAnswer::Framing::ContentLength,
            .pieces = { { "<p>Blocked by policy</p>" } } };
    ScriptedAnswer signIn { .status = 407,
        .headers = { { "Proxy-Authenticate", "Basic realm=\"proxy\"" } },
        .framing = ScriptedAnswer::Framing::ContentLength };
    QTest::addRow("407") << signIn;
    signIn.ending = ScriptedAnswer::Ending::CompleteThenClose;
    QTest::addRow("407, closed") << signIn;
}

void HttpExchangeProxyTest::saysThatTheProxyRefuses()
{
    QFETCH(const ScriptedAnswer, answer);
    m_server->setResponder([&answer](const auto&) { return ScriptedAnswer(answer); });
    WatchedExchange watched(post(m_tlsServer->url(u"/v1"_s)), through(m_server->url()));
    QVERIFY(watched.wait());
    QVERIFY(!m_server->requests().isEmpty());
    verifyFailed(watched, ErrorKind::Network, u"did not get through the proxy"_s);
    QCOMPARE(watched.waitedFor(), QList({ WaitFor::Connection }));
    QCOMPARE(m_tlsServer->connectionCount(), 0);
}

void HttpExchangeProxyTest::saysThatTheProxyWantsToBeSignedInto()
{
    ScriptedAnswer answer { .status = 407,
        .contentType = "text/html",
        .headers = { { "Proxy-Authenticate", "Basic realm=\"proxy\"" } },
        .framing = ScriptedAnswer::Framing::ContentLength,
        .pieces = { { "<p>Sign in</p>" } } };
    m_server->setResponder([&answer](const auto&) { return ScriptedAnswer(answer); });
    WatchedExchange watched(post(QUrl(u"http://models.test/v1"_s)), through(m_server->url()));
    QVERIFY(watched.wait());
    verifyFailed(watched, ErrorKind::Network, u"did not get through the proxy"_s);
    QCOMPARE(m_server->requests().size(), 1);
}

void HttpExchangeProxyTest::saysThatTheProxyIsNotThere_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("tls");
    QTest::addRow("HTTP proxy, http") << u"http"_s << false;
    QTest::addRow("HTTP proxy, https") << u"http"_s << true;
    QTest::addRow("SOCKS proxy, http") << u"socks5"_s << false;
    QTest::addRow("SOCKS proxy, https") << u"socks5"_s << true;
}

void HttpExchangeProxyTest::saysThatTheProxyIsNotThere()
{
    QFETCH(const QString, scheme);
    QFETCH(const bool, tls);
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    QUrl proxy = m_server->url();
    proxy.setScheme(scheme);
    proxy.setPort(closed.serverPort());
    closed.close();
    WatchedExchange watched(post((tls ? m_tlsServer : m_server)->url(u"/v1"_s)), through(proxy));
    QVERIFY(watched.wait());
    verifyFailed(watched, ErrorKind::Network, u"did not get through the proxy"_s);
    QCOMPARE(m_server->connectionCount() + m_tlsServer->connectionCount(), 0);
}

void HttpExchangeProxyTest::saysThatASocksProxyRefuses_data()
{
    QTest::addColumn<QByteArrayList>("answers");
    QTest::addRow("no way to sign in that both know") << QByteArrayList { "\x05\xff" };
    QTest::addRow("not allowed") << QByteArrayList { QByteArray("\x05\x00", 2),
        QByteArray("\x05\x02\x00\x01\0\0\0\0\0\0", 10) };
    QTest::addRow("host not reachable") << QByteArrayList { QByteArray("\x05\x00", 2),
        QByteArray("\x05\x04\x00\x01\0\0\0\0\0\0", 10) };
    QTest::addRow("no SOCKS") << QByteArrayList { "HTTP/1.1 400 Bad Request\r\n\r\n" };
}

void HttpExchangeProxyTest::saysThatASocksProxyRefuses()
{
    QFETCH(const QByteArrayList, answers);
    QTcpServer socks;
    QVERIFY(socks.listen(QHostAddress::LocalHost));
    connect(&socks, &QTcpServer::newConnection, this, [&socks, answers] {
        QTcpSocket* const client = socks.nextPendingConnection();
        connect(client, &QTcpSocket::readyRead, client, [client, left = answers]() mutable {
            client->readAll();
            if (!left.isEmpty())
                client->write(left.takeFirst());
        });
    });
    WatchedExchange watched(post(m_server->url(u"/v1"_s)),
        through(QUrl(u"socks5://127.0.0.1:%1"_s.arg(socks.serverPort()))), { .connecting = 5s });
    QVERIFY(watched.wait());
    verifyFailed(watched, ErrorKind::Network, u"did not get through the proxy"_s);
    QCOMPARE(m_server->connectionCount(), 0);
}

void HttpExchangeProxyTest::refusesUnusableProxies_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addRow("none") << QString();
    QTest::addRow("no scheme") << u"127.0.0.1:8080"_s;
    QTest::addRow("another scheme") << u"ftp://127.0.0.1:8080"_s;
    QTest::addRow("no host") << u"http://:8080"_s;
    QTest::addRow("with a password") << u"http://ada:geheim@127.0.0.1:8080"_s;
}

void HttpExchangeProxyTest::refusesUnusableProxies()
{
    QFETCH(const QString, proxy);
    WatchedExchange watched(post(m_server->url(u"/v1"_s)), through(QUrl(proxy)));
    QVERIFY(watched.wait());
    verifyFailed(watched, ErrorKind::InvalidInput, u"http://HOST:PORT or socks5://HOST:PORT"_s);
    QVERIFY(!watched.message().contains("geheim"_L1));
    QCOMPARE(m_server->connectionCount(), 0);
}

void HttpExchangeProxyTest::theSystemsProxyIsUsedForOthersOnly_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("usesProxy");
    QTest::addRow("another machine") << u"models.test"_s << true;
    QTest::addRow("127.0.0.1") << u"127.0.0.1"_s << false;
    QTest::addRow("127.1.2.3") << u"127.1.2.3"_s << false;
    QTest::addRow("localhost") << u"localhost"_s << false;
    QTest::addRow("LocalHost") << u"LocalHost"_s << false;
    QTest::addRow("::1") << u"::1"_s << false;
}

void HttpExchangeProxyTest::theSystemsProxyIsUsedForOthersOnly()
{
    QFETCH(const QString, host);
    QFETCH(const bool, usesProxy);
    ScriptedHttpServer proxy;
    for (const char* const name : { "http_proxy", "HTTP_PROXY" })
        qputenv(name, proxy.url().toEncoded());
    for (const char* const name : { "no_proxy", "NO_PROXY" })
        qunsetenv(name);
    const auto forget = qScopeGuard([] {
        qunsetenv("http_proxy");
        qunsetenv("HTTP_PROXY");
    });
    proxy.enqueue({ .pieces = { { "by proxy" } } });
    m_server->enqueue({ .pieces = { { "straight" } } });
    QUrl url = m_server->url(u"/v1"_s);
    url.setHost(host);
    WatchedExchange watched(post(url), { .proxyUse = ProxyUse::System }, { .connecting = 5s });
    QVERIFY(watched.wait()); // nobody listens on some of these
    QCOMPARE(proxy.connectionCount(), usesProxy ? 1 : 0);
    QCOMPARE(watched.body == "by proxy", usesProxy);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::HttpExchangeProxyTest)
#include "HttpExchangeProxyTest.moc"
