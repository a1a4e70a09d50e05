// SPDX-License-Identifier: Apache-2.0
#include "core/http/HttpExchange.h"
#include "core/llm/HttpChatModel.h"

#include "tests/core/http/Nginx.h"
#include "tests/core/http/WatchedExchange.h"
#include "tests/core/llm/Exchange.h"
#include "tests/support/OpenAiWire.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/TestCertificates.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

using test::Nginx;
using test::RecordedRequest;
using test::ScriptedAnswer;
using test::ScriptedHttpServer;
using test::WatchedExchange;
using Ending = ScriptedAnswer::Ending;
using Framing = ScriptedAnswer::Framing;

/// What most servers on the web stand behind.
class ReverseProxyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void streamsThrough_data() { ways(); }
    void streamsThrough();
    void takesABufferedAnswerInOneLump_data() { ways(); }
    void takesABufferedAnswerInOneLump();
    void unpacksWhatTheProxyCompresses_data() { ways(); }
    void unpacksWhatTheProxyCompresses();
    void carriesLongRequestsAndAnswers_data() { ways(); }
    void carriesLongRequestsAndAnswers();
    void tellsTheWaitForTheFirstWordBeforeTheHead_data() { ways(); }
    void tellsTheWaitForTheFirstWordBeforeTheHead();
    void aServerThatIsFasterHasToWait_data();
    void aServerThatIsFasterHasToWait();
    void cancellingReachesTheServer_data() { ways(); }
    void cancellingReachesTheServer();

    void aDeathInMidAnswerIsACut_data();
    void aDeathInMidAnswerIsACut();
    void aDeathOfTheProxyIsACut_data() { ways(); }
    void aDeathOfTheProxyIsACut();
    void sendsOnceWhenNobodyAnswers_data();
    void sendsOnceWhenNobodyAnswers();
    void failsByTheProxysOwnStatus_data();
    void failsByTheProxysOwnStatus();
    void followsARedirectByTheProxy_data() { ways(); }
    void followsARedirectByTheProxy();
    void followsNoRedirectToAnotherPort_data() { ways(); }
    void followsNoRedirectToAnotherPort();

private:
    static void ways();
    [[nodiscard]] bool start(const QByteArray& directives);
    [[nodiscard]] HttpRequest post() const;
    [[nodiscard]] NetworkSettings network() const;

    std::unique_ptr<ScriptedHttpServer> m_server;
    std::unique_ptr<Nginx> m_nginx;
};

namespace {

const QByteArray passOn = "location / { proxy_pass UPSTREAM; proxy_buffering off; }";

/// Of this process, in memory.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace

void ReverseProxyTest::init()
{
    if (Nginx::find().program.isEmpty())
        QSKIP(qUtf8Printable(Nginx::find().whyNot));
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    // Of every stream of HTTP/2 that fails, Qt tells the terminal.
    QLoggingCategory::setFilterRules(u"qt.network.http2.warning=false"_s);
    m_server = std::make_unique<ScriptedHttpServer>();
    m_nginx = std::make_unique<Nginx>();
}

void ReverseProxyTest::cleanup()
{
    if (m_nginx && QTest::currentTestFailed())
        qInfo() << "nginx says:" << m_nginx->errors().constData();
    m_nginx.reset();
    m_server.reset();
}

void ReverseProxyTest::ways()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("allowsHttp2");
    QTest::addColumn<QByteArray>("protocol");
    QTest::addRow("HTTP/1.1") << u"http"_s << true << "HTTP/1.1"_ba;
    QTest::addRow("HTTP/1.1 over TLS") << u"https"_s << false << "HTTP/1.1"_ba;
    QTest::addRow("HTTP/2") << u"https"_s << true << "HTTP/2.0"_ba;
}

/// UPSTREAM in the directives is the scripted server.
bool ReverseProxyTest::start(const QByteArray& directives)
{
    QByteArray with = directives;
    return m_nginx->start(with.replace("UPSTREAM", m_server->url().toEncoded()));
}

HttpRequest ReverseProxyTest::post() const
{
    QFETCH(const QString, scheme);
    return { .url = m_nginx->url(scheme, u"/v1"_s),
        .headers = { { "Authorization", "Bearer sk-geheim" } },
        .body = "{}"_ba };
}

NetworkSettings ReverseProxyTest::network() const
{
    QFETCH(const bool, allowsHttp2);
    return { .proxyUse = ProxyUse::None,
        .caFile = test::certificateFile(u"ca.pem"_s),
        .allowsHttp2 = allowsHttp2 };
}

// --- answers ------------------------------------------------------------------------------------

void ReverseProxyTest::streamsThrough()
{
    QFETCH(const QByteArray, protocol);
    QVERIFY(start(passOn));
    m_server->enqueue(
        { .pieces = { { "a" }, { .bytes = "b", .held = true }, { .bytes = "c", .held = true } } });
    WatchedExchange watched(post(), network());
    QTRY_COMPARE(watched.body, "a"); // while the rest is still held back
    m_server->release();
    QTRY_COMPARE(watched.body, "ab");
    m_server->release();
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(watched.body, "abc");
    QCOMPARE(
        watched.waitedFor(), QList({ WaitFor::Connection, WaitFor::FirstWord, WaitFor::NextWord }));
    QCOMPARE(m_server->requests().size(), 1);
    const RecordedRequest& request = m_server->requests().constFirst();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.body, "{}");
    QCOMPARE(request.header("authorization"), "Bearer sk-geheim");
    QTRY_COMPARE(m_nginx->log(), QByteArrayList { protocol + " 200 -" });
}

void ReverseProxyTest::takesABufferedAnswerInOneLump()
{
    QVERIFY(start("location / { proxy_pass UPSTREAM; proxy_buffering on; }"));
    m_server->enqueue({ .pieces
        = { { "a" }, { .bytes = "b", .after = 30ms }, { .bytes = "c", .after = 30ms } } });
    WatchedExchange watched(post(), network());
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(watched.body, "abc");
}

void ReverseProxyTest::unpacksWhatTheProxyCompresses()
{
    QFETCH(const QByteArray, protocol);
    QVERIFY(start(passOn + "gzip on; gzip_types text/event-stream; gzip_min_length 0;"));
    const QByteArray event = "data: 世界\n\n"_ba.repeated(10);
    m_server->enqueue({ .pieces
        = { { event }, { .bytes = event, .held = true }, { .bytes = event, .held = true } } });
    WatchedExchange watched(post(), network());
    QTRY_COMPARE(watched.body, event);
    m_server->release();
    QTRY_COMPARE(watched.body, event.repeated(2));
    m_server->release();
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(watched.body, event.repeated(3));
    QTRY_COMPARE(m_nginx->log(), QByteArrayList { protocol + " 200 gzip" });
}

/// Longer than any window of flow control.
void ReverseProxyTest::carriesLongRequestsAndAnswers()
{
    constexpr qsizetype count = 3'000;
    QVERIFY(start(passOn + "client_max_body_size 0;"));
    const QByteArray piece = "0123456789abcdef\n"_ba.repeated(100);
    ScriptedAnswer answer;
    for (int i = 0; i < count; ++i)
        answer.pieces.append({ piece });
    m_server->enqueue(answer);
    HttpRequest request = post();
    request.body = "x"_ba.repeated(1'500'000);
    WatchedExchange watched(request, network());
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QVERIFY(watched.body == piece.repeated(count));
    QCOMPARE(m_server->requests().size(), 1);
    QVERIFY(m_server->requests().constFirst().body == request.body);
}

void ReverseProxyTest::tellsTheWaitForTheFirstWordBeforeTheHead()
{
    QVERIFY(start(passOn));
    m_server->enqueue(ScriptedAnswer::none());
    // A model may think longer than a connection may take.
    WatchedExchange watched(post(), network(), { .connecting = 2s, .firstWord = 1h });
    QTRY_COMPARE(m_server->requests().size(), 1);
    QTRY_COMPARE(watched.waitedFor(), QList({ WaitFor::Connection, WaitFor::FirstWord }));
    QCOMPARE(watched.exchange->status(), 0);
}

void ReverseProxyTest::aServerThatIsFasterHasToWait_data()
{
    ways();
}

/// A reader that takes its time is all it needs.
void ReverseProxyTest::aServerThatIsFasterHasToWait()
{
    QFETCH(const QByteArray, protocol);
    constexpr qint64 fileSize = qint64(1) << 30; // sparse
    constexpr qint64 bearable = qint64(64) << 20;
    constexpr int mostTurns = 100;
    QTemporaryDir folder;
    QFile file(folder.filePath(u"v1"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(fileSize));
    QVERIFY(start("root " + QFile::encodeName(folder.path()) + ";"));
    HttpRequest request = post();
    request.body.reset();
    WatchedExchange watched(request, network());
    QTRY_VERIFY(watched.pieces > 0);
    const qint64 before = residentBytes();
    qint64 grown = 0;
    for (int i = 0; i < mostTurns && grown <= bearable; ++i) {
        QThread::msleep(10);
        grown = residentBytes() - before;
    }
    if (protocol == "HTTP/2.0" && grown > bearable)
        QSKIP("Qt reads on, which is why NetworkSettings::allowsHttp2 is off.");
    QVERIFY2(grown <= bearable, qPrintable(QString::number(grown)));
}

void ReverseProxyTest::cancellingReachesTheServer()
{
    QVERIFY(start(passOn));
    m_server->enqueue({ .pieces = { { "a" } }, .ending = Ending::Silence });
    QSignalSpy closed(m_server.get(), &ScriptedHttpServer::clientClosed);
    WatchedExchange watched(post(), network());
    QTRY_COMPARE(watched.body, "a");
    watched.exchange.reset();
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(watched.endCount, 0);
}

// --- failures -----------------------------------------------------------------------------------

void ReverseProxyTest::aDeathInMidAnswerIsACut_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("allowsHttp2");
    QTest::addColumn<QByteArray>("buffering");
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<Ending>("ending");
    const QList<std::pair<const char*, Framing>> framings { { "chunked", Framing::Chunked },
        { "length", Framing::ContentLength }, { "until close", Framing::UntilClose } };
    for (const bool http2 : { false, true })
        for (const char* const buffering : { "on", "off" })
            for (const auto& [name, framing] : framings)
                for (const Ending ending : { Ending::Close, Ending::Reset })
                    QTest::addRow("%s, buffering %s, %s, %s", http2 ? "HTTP/2" : "HTTP/1.1",
                        buffering, name, ending == Ending::Close ? "closed" : "reset")
                        << (http2 ? u"https"_s : u"http"_s) << http2 << QByteArray(buffering)
                        << framing << ending;
}

void ReverseProxyTest::aDeathInMidAnswerIsACut()
{
    QFETCH(const QByteArray, buffering);
    QFETCH(const Framing, framing);
    QFETCH(const Ending, ending);
    QVERIFY(start("location / { proxy_pass UPSTREAM; proxy_buffering " + buffering + "; }"));
    const QByteArray stream = test::openAiStream({ u"a"_s, u"b"_s, u"c"_s });
    ScriptedAnswer answer = ScriptedAnswer { .framing = framing, .pieces = { { stream } } }.cutAt(
        stream.indexOf("\"c\""), ending);
    m_server->enqueue(answer);
    ModelEndpoint endpoint;
    endpoint.baseUrl = post().url;
    endpoint.network = network();
    test::Exchange exchange(HttpChatModel(endpoint).send({ .messages = {} }));
    QVERIFY(exchange.wait());
    QVERIFY(exchange.error);
    QCOMPARE(errorKindName(exchange.error->kind), errorKindName(ErrorKind::Cut));
    QVERIFY(exchange.error->isTransient);
    QVERIFY(u"ab"_s.startsWith(exchange.text)); // what a reset takes along is not passed on
    if (ending == Ending::Close)
        QCOMPARE(exchange.text, u"ab"_s);
    QCOMPARE(exchange.endCount, 1);
    QCOMPARE(m_server->requests().size(), 1);
}

void ReverseProxyTest::aDeathOfTheProxyIsACut()
{
    QVERIFY(start(passOn));
    m_server->enqueue({ .pieces = { { "a" } }, .ending = Ending::Silence });
    WatchedExchange watched(post(), network());
    QTRY_COMPARE(watched.body, "a");
    m_nginx->kill();
    QVERIFY(watched.wait());
    QVERIFY(watched.isBroken());
    QCOMPARE(m_server->requests().size(), 1);
}

void ReverseProxyTest::sendsOnceWhenNobodyAnswers_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("allowsHttp2");
    QTest::addColumn<QByteArray>("directives");
    QTest::addColumn<bool>("reachesTheServer");
    for (const bool http2 : { false, true }) {
        const char* const name = http2 ? "HTTP/2" : "HTTP/1.1";
        const QString scheme = http2 ? u"https"_s : u"http"_s;
        QTest::addRow("%s, the proxy is killed", name) << scheme << http2 << passOn << true;
        QTest::addRow("%s, the proxy closes", name)
            << scheme << http2 << "location / { return 444; }"_ba << false;
        QTest::addRow("%s, the proxy closes after the server's answer", name)
            << scheme << http2
            << "location / { proxy_pass UPSTREAM; proxy_intercept_errors on; error_page 500 = @x; }"
               "location @x { return 444; }"_ba
            << true;
    }
}

void ReverseProxyTest::sendsOnceWhenNobodyAnswers()
{
    QFETCH(const QByteArray, directives);
    QFETCH(const bool, reachesTheServer);
    QVERIFY(start(directives));
    const bool isKilled = directives == passOn;
    m_server->setResponder([isKilled](const RecordedRequest&) {
        return isKilled ? ScriptedAnswer::none() : ScriptedAnswer { .status = 500 };
    });
    WatchedExchange watched(post(), network());
    if (isKilled) {
        QTRY_COMPARE(m_server->requests().size(), 1);
        m_nginx->kill();
    }
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::Network));
    QVERIFY2(watched.message().contains("closed the connection without an answer"_L1),
        qUtf8Printable(watched.message()));
    QVERIFY(watched.error->isTransient);
    QCOMPARE(m_server->requests().size(), reachesTheServer ? 1 : 0);
    if (!isKilled)
        QTRY_COMPARE(m_nginx->log().size(), 1);
}

void ReverseProxyTest::failsByTheProxysOwnStatus_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("allowsHttp2");
    QTest::addColumn<QByteArray>("directives");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isTransient");
    QTest::addColumn<QString>("words");
    for (const bool http2 : { false, true }) {
        const auto row = [http2](int status, const QByteArray& directives, bool isTransient,
                             const QString& words) {
            QTest::addRow("%d, %s", status, http2 ? "HTTP/2" : "HTTP/1.1")
                << (http2 ? u"https"_s : u"http"_s) << http2 << directives << status << isTransient
                << words;
        };
        row(502, "location / { proxy_pass http://127.0.0.1:1; }", true, u"failed (HTTP 502)"_s);
        row(504, passOn + "proxy_read_timeout 1s;", true, u"failed (HTTP 504)"_s);
        row(413, passOn + "client_max_body_size 1k;", false, u"too long for the server"_s);
    }
}

void ReverseProxyTest::failsByTheProxysOwnStatus()
{
    QFETCH(const QByteArray, directives);
    QFETCH(const int, status);
    QFETCH(const bool, isTransient);
    QFETCH(const QString, words);
    QVERIFY(start(directives));
    m_server->setResponder([](const RecordedRequest&) { return ScriptedAnswer::none(); });
    HttpRequest request = post();
    request.body = "x"_ba.repeated(100'000);
    WatchedExchange watched(request, network());
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QVERIFY2(watched.message().contains(words), qUtf8Printable(watched.message()));
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::Server));
    QCOMPARE(watched.error->isTransient, isTransient);
    QVERIFY(!watched.message().contains(u'<'));
    QVERIFY(watched.error->details.startsWith(u"HTTP %1"_s.arg(status)));
    QCOMPARE(m_server->requests().size(), status == 504 ? 1 : 0);
}

void ReverseProxyTest::followsARedirectByTheProxy()
{
    QVERIFY(start("absolute_redirect off; location = /v1 { return 308 /other; }" + passOn));
    m_server->enqueue({ .pieces = { { "found" } } });
    WatchedExchange watched(post(), network());
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(watched.body, "found");
    QCOMPARE(m_server->requests().size(), 1);
    const RecordedRequest& request = m_server->requests().constFirst();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.path, "/other");
    QCOMPARE(request.body, "{}");
}

void ReverseProxyTest::followsNoRedirectToAnotherPort()
{
    QVERIFY(start("location / { return 307 UPSTREAM/other; }"));
    WatchedExchange watched(post(), network());
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::Protocol));
    QVERIFY2(watched.message().contains(m_server->url(u"/other"_s).toString()),
        qUtf8Printable(watched.message()));
    QCOMPARE(m_server->connectionCount(), 0); // the key went nowhere
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ReverseProxyTest)
#include "ReverseProxyTest.moc"
