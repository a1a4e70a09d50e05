// SPDX-License-Identifier: Apache-2.0
#include "core/http/HttpExchange.h"

#include "tests/core/http/FullPort.h"
#include "tests/core/http/StoredDeflate.h"
#include "tests/core/http/WatchedExchange.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/TestCertificates.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

using test::FullPort;
using test::RecordedRequest;
using test::ScriptedAnswer;
using test::ScriptedHttpServer;
using test::WatchedExchange;
using Ending = ScriptedAnswer::Ending;
using Framing = ScriptedAnswer::Framing;

class HttpExchangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void tellsItsWaitsInOrderWithTheirLimits();
    void tellsTheWaitForAConnectionWhileThereIsNone_data();
    void tellsTheWaitForAConnectionWhileThereIsNone();
    void givesUpAConnectionThatDoesNotComeAbout_data();
    void givesUpAConnectionThatDoesNotComeAbout();
    void givesUpWithoutAFirstWord_data();
    void givesUpWithoutAFirstWord();
    void givesUpBetweenWords();
    void zeroIsNoLimit_data();
    void zeroIsNoLimit();
    void failsByNameWithoutAsking();

    void aGetFollowsRedirectsOnTheSameOrigin_data();
    void aGetFollowsRedirectsOnTheSameOrigin();
    void aRedirectToAnotherPortIsNotFollowed();
    void aRedirectThatCannotBeSentOnFails();
    void withoutALimitARedirectMayTakeItsTime();

    void unpacksAStreamPieceByPiece_data();
    void unpacksAStreamPieceByPiece();

    void destroyingItIsSeenByTheServerSoon_data();
    void destroyingItIsSeenByTheServerSoon();

private:
    [[nodiscard]] HttpRequest post() const;
    [[nodiscard]] HttpRequest get() const { return { .url = m_server->url(u"/v1"_s) }; }

    std::unique_ptr<ScriptedHttpServer> m_server;
};

namespace {

const QByteArray key = "Bearer sk-geheim";

QUrl local(const QString& scheme, quint16 port)
{
    return QUrl(u"%1://127.0.0.1:%2/v1"_s.arg(scheme).arg(port));
}

void verifyTimedOut(const WatchedExchange& exchange, const QString& words)
{
    QVERIFY(exchange.error);
    QCOMPARE(errorKindName(exchange.error->kind), errorKindName(ErrorKind::Timeout));
    QVERIFY2(exchange.message().contains(words), qUtf8Printable(exchange.message()));
    QCOMPARE(exchange.endCount, 1);
}

} // namespace

void HttpExchangeTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_server = std::make_unique<ScriptedHttpServer>();
}

void HttpExchangeTest::cleanup()
{
    m_server.reset();
}

HttpRequest HttpExchangeTest::post() const
{
    return {
        .url = m_server->url(u"/v1"_s), .headers = { { "Authorization", key } }, .body = "{}"_ba
    };
}

// --- waits and limits ---------------------------------------------------------------------------

void HttpExchangeTest::tellsItsWaitsInOrderWithTheirLimits()
{
    m_server->enqueue(
        { .pieces = { { .bytes = "a", .held = true }, { .bytes = "b", .held = true } } });
    WatchedExchange watched(
        post(), {}, { .connecting = 61s, .firstWord = 62s, .silence = 63s, .tail = 64s });
    QCOMPARE(watched.waits.size(), 0); // nothing inside the constructor
    const QList<Wait> untilTheFirstWord {
        { .what = WaitFor::Connection, .limit = 61s },
        { .what = WaitFor::FirstWord, .limit = 62s },
    };
    QTRY_COMPARE(m_server->heldCount(), 1);
    QTRY_VERIFY(watched.exchange->status() == 200);
    QVERIFY(watched.waits == untilTheFirstWord); // the head is no word
    m_server->release();
    QTRY_COMPARE(watched.body, "a");
    const Wait next { .what = WaitFor::NextWord, .limit = 63s };
    QVERIFY(watched.waits == untilTheFirstWord + QList { next });
    m_server->release();
    QVERIFY(watched.wait());
    QVERIFY(watched.isProper());
    QVERIFY(watched.waits == untilTheFirstWord + QList { next }); // told once
}

void HttpExchangeTest::tellsTheWaitForAConnectionWhileThereIsNone_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addRow("no TCP") << u"http"_s;
    QTest::addRow("no TLS") << u"https"_s;
}

void HttpExchangeTest::tellsTheWaitForAConnectionWhileThereIsNone()
{
    QFETCH(const QString, scheme);
    const FullPort full;
    QTRY_VERIFY(full.isFull());
    QTcpServer mute; // accepts and says nothing
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    const bool isPlain = scheme == "http"_L1;
    WatchedExchange watched({ .url = local(scheme, isPlain ? full.port() : mute.serverPort()) }, {},
        { .connecting = 1h });
    QTRY_COMPARE(watched.waits.size(), 1);
    if (!isPlain) {
        QTRY_VERIFY(mute.hasPendingConnections());
        const std::unique_ptr<QTcpSocket> accepted(mute.nextPendingConnection());
        QTRY_VERIFY(accepted->bytesAvailable() > 0); // a handshake is begun
    }
    QVERIFY(watched.waits == QList({ Wait { .what = WaitFor::Connection, .limit = 1h } }));
    QCOMPARE(watched.endCount, 0);
}

void HttpExchangeTest::givesUpAConnectionThatDoesNotComeAbout_data()
{
    tellsTheWaitForAConnectionWhileThereIsNone_data();
}

void HttpExchangeTest::givesUpAConnectionThatDoesNotComeAbout()
{
    QFETCH(const QString, scheme);
    const FullPort full;
    QTRY_VERIFY(full.isFull());
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    const quint16 port = scheme == "http"_L1 ? full.port() : mute.serverPort();
    WatchedExchange watched({ .url = local(scheme, port), .body = "{}"_ba }, {},
        { .connecting = 50ms, .firstWord = 1h, .silence = 1h });
    QVERIFY(watched.wait());
    verifyTimedOut(
        watched, u"No connection to 127.0.0.1:%1 came about within 1 second"_s.arg(port));
    QVERIFY(watched.error->isTransient);
    QVERIFY(!watched.fellSilent);
}

void HttpExchangeTest::givesUpWithoutAFirstWord_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<bool>("hasHead");
    QTest::addRow("no head") << ScriptedAnswer::none() << false;
    QTest::addRow("only the head") << ScriptedAnswer { .ending = Ending::Silence } << true;
}

void HttpExchangeTest::givesUpWithoutAFirstWord()
{
    QFETCH(const ScriptedAnswer, answer);
    QFETCH(const bool, hasHead);
    m_server->enqueue(answer);
    WatchedExchange watched(
        post(), {}, { .connecting = 1h, .firstWord = 100ms, .silence = 1h, .tail = 1h });
    QVERIFY(watched.wait());
    verifyTimedOut(watched, u"said nothing for 1 second"_s);
    QCOMPARE(watched.fellSilent, hasHead);
    QCOMPARE(watched.waitedFor(), QList({ WaitFor::Connection, WaitFor::FirstWord }));
}

void HttpExchangeTest::givesUpBetweenWords()
{
    m_server->enqueue({ .pieces = { { "a" } }, .ending = Ending::Silence });
    WatchedExchange watched(
        post(), {}, { .connecting = 1h, .firstWord = 1h, .silence = 1200ms, .tail = 1h });
    QVERIFY(watched.wait());
    verifyTimedOut(watched, u"said nothing for 2 second"_s); // rounded up
    QVERIFY(watched.fellSilent);
    QCOMPARE(watched.body, "a");
}

void HttpExchangeTest::zeroIsNoLimit_data()
{
    QTest::addColumn<Patience>("patience");
    QTest::addRow("first word") << Patience { .connecting = 1h, .firstWord = 0ms, .silence = 1h };
    QTest::addRow("silence") << Patience { .connecting = 1h, .firstWord = 1h, .silence = 0ms };
    QTest::addRow("all") << Patience { .connecting = 0ms, .firstWord = 0ms, .silence = 0ms };
}

void HttpExchangeTest::zeroIsNoLimit()
{
    QFETCH(const Patience, patience);
    m_server->enqueue(
        { .pieces = { { .bytes = "a", .after = 100ms }, { .bytes = "b", .after = 100ms } } });
    WatchedExchange watched(post(), {}, patience);
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(watched.waits.constFirst().limit, patience.connecting);
    QCOMPARE(watched.waits.constLast().limit, patience.silence);
}

/// A name too long for any: the resolver says so by itself, and nothing leaves this machine.
void HttpExchangeTest::failsByNameWithoutAsking()
{
    constexpr int labels = 5;
    const QString name = QString(QString(60, u'n') + u'.').repeated(labels) + u"invalid"_s;
    WatchedExchange watched(
        { .url = QUrl(u"http://%1/v1"_s.arg(name)) }, { .proxyUse = ProxyUse::None });
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::Network));
    QVERIFY2(watched.message().contains("cannot be found"_L1), qUtf8Printable(watched.message()));
}

// --- redirects ----------------------------------------------------------------------------------

void HttpExchangeTest::aGetFollowsRedirectsOnTheSameOrigin_data()
{
    QTest::addColumn<int>("status");
    for (const int status : { 301, 302, 303, 307, 308 })
        QTest::addRow("%d", status) << status;
}

void HttpExchangeTest::aGetFollowsRedirectsOnTheSameOrigin()
{
    QFETCH(const int, status);
    m_server->enqueue({ .status = status, .headers = { { "Location", "/other?a=1" } } });
    m_server->enqueue({ .pieces = { { "found" } } });
    HttpRequest request = get();
    request.headers = { { "Authorization", key } };
    WatchedExchange watched(request);
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(watched.body, "found");
    QCOMPARE(watched.exchange->status(), 200);
    QCOMPARE(m_server->requests().size(), 2);
    const RecordedRequest& second = m_server->requests().constLast();
    QCOMPARE(second.method, "GET");
    QCOMPARE(second.path, "/other?a=1");
    QCOMPARE(second.header("authorization"), key);
}

void HttpExchangeTest::aRedirectToAnotherPortIsNotFollowed()
{
    const ScriptedHttpServer other;
    m_server->enqueue(
        { .status = 307, .headers = { { "Location", other.url(u"/v1"_s).toEncoded() } } });
    WatchedExchange watched(get());
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QVERIFY(watched.error->kind == ErrorKind::Protocol);
    QCOMPARE(other.connectionCount(), 0);
}

// --- compression --------------------------------------------------------------------------------

void HttpExchangeTest::aRedirectThatCannotBeSentOnFails()
{
    const QTemporaryDir folder;
    const QString authority = folder.filePath(u"ca.pem"_s);
    QVERIFY(QFile::copy(test::certificateFile(u"ca.pem"_s), authority));
    m_server->setResponder([authority](const RecordedRequest&) {
        QFile::remove(authority);
        return ScriptedAnswer { .status = 307, .headers = { { "Location", "/other" } } };
    });
    WatchedExchange watched(get(), { .caFile = authority }, { .connecting = 0s });
    QObject::connect(watched.exchange.get(), &HttpExchange::failed, watched.exchange.get(),
        [&] { QCOMPARE(watched.exchange->header("Location"), QByteArray()); });
    QTRY_COMPARE(m_server->requests().size(), 1);
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QVERIFY2(watched.message().contains("ca.pem"_L1), qUtf8Printable(watched.message()));
    QCOMPARE(watched.exchange->header("Location"), QByteArray());
    QCOMPARE(watched.endCount, 1);
}

/// Until the second request is out; a clock from the first must not run on.
void HttpExchangeTest::withoutALimitARedirectMayTakeItsTime()
{
    m_server->enqueue({ .status = 307, .headers = { { "Location", "/other" } } });
    m_server->enqueue({ .pieces = { { "a" }, { .bytes = "b", .held = true } } });
    WatchedExchange watched(get(), {}, { .connecting = 0s, .firstWord = 60s });
    QTRY_COMPARE(watched.body, "a"); // not at once with the end
    m_server->release();
    QVERIFY(watched.wait());
    QVERIFY(watched.isProper());
    const QList<WaitFor> expected { WaitFor::Connection, WaitFor::FirstWord, WaitFor::Connection,
        WaitFor::FirstWord, WaitFor::NextWord };
    QCOMPARE(watched.waitedFor(), expected);
}

void HttpExchangeTest::unpacksAStreamPieceByPiece_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<test::Wrapping>("wrapping");
    QTest::addRow("gzip") << "gzip"_ba << test::Wrapping::Gzip;
    QTest::addRow("deflate in zlib's form") << "deflate"_ba << test::Wrapping::Zlib;
    QTest::addRow("bare deflate") << "deflate"_ba << test::Wrapping::None;
}

void HttpExchangeTest::unpacksAStreamPieceByPiece()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const test::Wrapping, wrapping);
    const QList<QByteArray> events { "data: 1\n\n", "data: zwei\n\n", "data: 三\n\n" };
    const test::StoredDeflate packer(wrapping);
    ScriptedAnswer answer { .headers = { { "Content-Encoding", encoding } } };
    answer.pieces.append({ packer.start() });
    for (const QByteArray& event : events)
        answer.pieces.append({ .bytes = test::StoredDeflate::block(event), .held = true });
    answer.pieces.append({ .bytes = packer.end(events.join()), .held = true });
    m_server->enqueue(answer);

    WatchedExchange watched(post());
    QByteArray expected;
    for (const QByteArray& event : events) {
        m_server->release();
        expected += event;
        QTRY_COMPARE(watched.body, expected); // while the next is still held back
    }
    m_server->release();
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(watched.body, expected);
}

// --- cancelling ---------------------------------------------------------------------------------

void HttpExchangeTest::destroyingItIsSeenByTheServerSoon_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<ScriptedAnswer>("answer");
    for (const bool tls : { false, true }) {
        const char* const scheme = tls ? "https" : "http";
        QTest::addRow("%s, before the head", scheme) << tls << ScriptedAnswer::none();
        QTest::addRow("%s, in the stream", scheme)
            << tls << ScriptedAnswer { .pieces = { { "a" } }, .ending = Ending::Silence };
        QTest::addRow("%s, in a flood", scheme)
            << tls
            << ScriptedAnswer { .pieces = { { QByteArray(10'000, 'x') } },
                   .ending = Ending::Repeat };
    }
}

void HttpExchangeTest::destroyingItIsSeenByTheServerSoon()
{
    QFETCH(const bool, tls);
    QFETCH(const ScriptedAnswer, answer);
    constexpr qint64 soon = 100; // ms
    constexpr int mostTries = 5; // a busy machine is not our fault
    if (tls)
        m_server = std::make_unique<ScriptedHttpServer>(test::certificate(u"server"_s));
    NetworkSettings trusting { .caFile = test::certificateFile(u"ca.pem"_s) };
    qint64 best = soon + 1;
    for (int i = 0; i < mostTries && best > soon; ++i) {
        m_server->enqueue(answer);
        QSignalSpy received(m_server.get(), &ScriptedHttpServer::requestReceived);
        QSignalSpy closed(m_server.get(), &ScriptedHttpServer::clientClosed);
        WatchedExchange watched(post(), trusting);
        QVERIFY(received.wait());
        if (answer.sendsHead)
            QTRY_VERIFY(watched.pieces > 0);
        QElapsedTimer clock;
        clock.start();
        watched.exchange.reset();
        QVERIFY(closed.wait());
        best = std::min(best, clock.elapsed());
        QCOMPARE(watched.endCount, 0);
    }
    QVERIFY2(best <= soon, qPrintable(QString::number(best)));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::HttpExchangeTest)
#include "HttpExchangeTest.moc"
