// SPDX-License-Identifier: Apache-2.0
#include "core/http/Fingerprint.h"
#include "core/http/HttpExchange.h"

#include "tests/core/http/WatchedExchange.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/TestCertificates.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

using test::ScriptedAnswer;
using test::ScriptedHttpServer;
using test::WatchedExchange;
using Ending = ScriptedAnswer::Ending;
using Framing = ScriptedAnswer::Framing;

class HttpExchangeTlsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void trustsTheAuthorityItIsTold_data();
    void trustsTheAuthorityItIsTold();
    void refusesAFileWithoutCertificates_data();
    void refusesAFileWithoutCertificates();
    void saysWhyAServerIsNotTrusted_data();
    void saysWhyAServerIsNotTrusted();
    void saysThatThereIsNoTls_data();
    void saysThatThereIsNoTls();
    void acceptsThePinnedCertificate_data();
    void acceptsThePinnedCertificate();
    void sendsNothingToAnotherCertificate_data();
    void sendsNothingToAnotherCertificate();
    void sendsNothingWithoutTlsWhereOneIsPinned();
    void plainHttpToAServerWithTlsFails();
    void aRedirectOutOfTlsIsNotFollowed();
    void aCutAtAnyByteIsToldFromAnEnd_data();
    void aCutAtAnyByteIsToldFromAnEnd();
    void sendsOnceWhenTheServerClosesBeforeAnswering_data();
    void sendsOnceWhenTheServerClosesBeforeAnswering();
};

namespace {

NetworkSettings trustingOurs()
{
    return { .caFile = test::certificateFile(u"ca.pem"_s) };
}

QByteArray fingerprintOf(const QString& certificate)
{
    return test::certificate(certificate).localCertificate().digest(QCryptographicHash::Sha256);
}

HttpRequest post(const QUrl& url)
{
    return { .url = url, .headers = { { "Authorization", "Bearer sk-geheim" } }, .body = "{}"_ba };
}

} // namespace

void HttpExchangeTlsTest::trustsTheAuthorityItIsTold_data()
{
    QTest::addColumn<QString>("host");
    QTest::addRow("by address") << u"127.0.0.1"_s;
    QTest::addRow("by name") << u"localhost"_s;
}

void HttpExchangeTlsTest::trustsTheAuthorityItIsTold()
{
    QFETCH(const QString, host);
    ScriptedHttpServer server(test::certificate(u"server"_s));
    server.enqueue({ .pieces = { { "a" }, { .bytes = "b", .held = true } } });
    QUrl url = server.url(u"/v1"_s);
    url.setHost(host);
    WatchedExchange watched(post(url), trustingOurs());
    QTRY_COMPARE(watched.body, "a"); // while the rest is still held back
    server.release();
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(watched.body, "ab");
    QCOMPARE(
        watched.waitedFor(), QList({ WaitFor::Connection, WaitFor::FirstWord, WaitFor::NextWord }));
    QCOMPARE(server.requests().constFirst().header("authorization"), "Bearer sk-geheim");
}

void HttpExchangeTlsTest::refusesAFileWithoutCertificates_data()
{
    QTest::addColumn<QString>("caFile");
    QTest::addRow("missing") << test::certificateFile(u"nowhere.pem"_s);
    QTest::addRow("no certificate") << test::certificateFile(u"not-a-certificate.pem"_s);
    QTest::addRow("a key") << test::certificateFile(u"server.key"_s);
    QTest::addRow("a folder") << test::certificateFile(QString());
    QTest::addRow("endless") << u"/dev/zero"_s;
}

void HttpExchangeTlsTest::refusesAFileWithoutCertificates()
{
    QFETCH(const QString, caFile);
    ScriptedHttpServer server(test::certificate(u"server"_s));
    WatchedExchange watched(post(server.url(u"/v1"_s)), { .caFile = caFile });
    QCOMPARE(watched.endCount, 0); // nothing inside the constructor
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::InvalidInput));
    QVERIFY2(watched.message().contains(caFile), qUtf8Printable(watched.message()));
    QCOMPARE(server.connectionCount(), 0);
}

void HttpExchangeTlsTest::saysWhyAServerIsNotTrusted_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("trustsOurs");
    QTest::addColumn<QString>("words");
    QTest::addRow("expired") << u"expired"_s << true << u"is not valid today"_s;
    QTest::addRow("another host") << u"elsewhere"_s << true << u"certificate of another server"_s;
    QTest::addRow("another host, unknown authority") // which to trust would not help
        << u"elsewhere"_s << false << u"certificate of another server"_s;
    QTest::addRow("unknown authority") << u"server"_s << false << u"who vouches for"_s;
    QTest::addRow("self-signed") << u"self-signed"_s << true << u"who vouches for"_s;
}

void HttpExchangeTlsTest::saysWhyAServerIsNotTrusted()
{
    QFETCH(const QString, certificate);
    QFETCH(const bool, trustsOurs);
    QFETCH(const QString, words);
    ScriptedHttpServer server(test::certificate(certificate));
    const NetworkSettings network = trustsOurs ? trustingOurs() : NetworkSettings();
    WatchedExchange watched(post(server.url(u"/v1"_s)), network);
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::Network));
    QVERIFY2(watched.message().contains(words), qUtf8Printable(watched.message()));
    QVERIFY(!watched.error->details.isEmpty());
    QVERIFY(!watched.error->isTransient);
    QCOMPARE(watched.exchange->peerFingerprint(), fingerprintOf(certificate)); // to be confirmed
    QCOMPARE(watched.waitedFor(), QList({ WaitFor::Connection }));
    QCOMPARE(server.requests().size(), 0); // the key was not sent
}

void HttpExchangeTlsTest::saysThatThereIsNoTls_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    QTest::addRow("a web server without TLS")
        << "HTTP/1.1 400 Bad Request\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno\n"_ba
        << u"does not speak TLS"_s;
    QTest::addRow("another service") << "220 mail.test ESMTP\r\n"_ba << u"does not speak TLS"_s;
    QTest::addRow("a refusal of TLS")
        << "\x15\x03\x03\x00\x02\x02\x28"_ba << u"does not speak TLS"_s;
    QTest::addRow("nothing") << QByteArray() << u"closed the connection without an answer"_s;
}

void HttpExchangeTlsTest::saysThatThereIsNoTls()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, words);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server, answer] {
        QTcpSocket* const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            socket->readAll();
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    WatchedExchange watched(
        post(QUrl(u"https://127.0.0.1:%1/v1"_s.arg(server.serverPort()))), trustingOurs());
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::Network));
    QVERIFY2(watched.message().contains(words), qUtf8Printable(watched.message()));
    QCOMPARE(watched.exchange->hasMetNoTls(), !answer.isEmpty());
    QCOMPARE(watched.waitedFor(), QList({ WaitFor::Connection }));
}

void HttpExchangeTlsTest::acceptsThePinnedCertificate_data()
{
    QTest::addColumn<QString>("certificate");
    for (const char* name : { "server", "self-signed", "expired", "elsewhere" })
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void HttpExchangeTlsTest::acceptsThePinnedCertificate()
{
    QFETCH(const QString, certificate);
    ScriptedHttpServer server(test::certificate(certificate));
    server.enqueue({ .pieces = { { "a" } } });
    WatchedExchange watched(
        post(server.url(u"/v1"_s)), { .pinnedCertificate = fingerprintOf(certificate) });
    QVERIFY(watched.wait());
    QVERIFY2(watched.isProper(), qUtf8Printable(watched.message()));
    QCOMPARE(watched.body, "a");
}

void HttpExchangeTlsTest::sendsNothingToAnotherCertificate_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addRow("that an authority signed, which is trusted") << u"server"_s;
    QTest::addRow("that nobody signed") << u"self-signed"_s;
}

void HttpExchangeTlsTest::sendsNothingToAnotherCertificate()
{
    QFETCH(const QString, certificate);
    ScriptedHttpServer server(test::certificate(certificate));
    server.enqueue({ .pieces = { { "a" } } });
    NetworkSettings network = trustingOurs();
    network.pinnedCertificate = fingerprintOf(u"elsewhere"_s);
    WatchedExchange watched(post(server.url(u"/v1"_s)), network);
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::Network));
    QVERIFY2(watched.message().contains("shows another certificate"_L1),
        qUtf8Printable(watched.message()));
    QVERIFY(!watched.error->isTransient);
    QCOMPARE(watched.exchange->peerFingerprint(), fingerprintOf(certificate));
    QCOMPARE(watched.error->details, shownFingerprint(fingerprintOf(certificate)));
    QTRY_COMPARE(server.openConnectionCount(), 0);
    QCOMPARE(server.requests().size(), 0); // neither the key nor anything else
    QVERIFY(!watched.brokeItsPromise);
}

void HttpExchangeTlsTest::sendsNothingWithoutTlsWhereOneIsPinned()
{
    ScriptedHttpServer server;
    WatchedExchange watched(
        post(server.url(u"/v1"_s)), { .pinnedCertificate = fingerprintOf(u"server"_s) });
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QVERIFY2(watched.message().contains("https://"_L1), qUtf8Printable(watched.message()));
    QCOMPARE(server.connectionCount(), 0);
}

void HttpExchangeTlsTest::plainHttpToAServerWithTlsFails()
{
    ScriptedHttpServer server(test::certificate(u"server"_s));
    QUrl url = server.url(u"/v1"_s);
    url.setScheme(u"http"_s);
    WatchedExchange watched(post(url));
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::Network));
    QVERIFY2(watched.message().contains("closed the connection without an answer"_L1),
        qUtf8Printable(watched.message()));
    QCOMPARE(server.requests().size(), 0);
}

void HttpExchangeTlsTest::aRedirectOutOfTlsIsNotFollowed()
{
    ScriptedHttpServer server(test::certificate(u"server"_s));
    QUrl plain = server.url(u"/v1"_s);
    plain.setScheme(u"http"_s);
    server.enqueue({ .status = 308, .headers = { { "Location", plain.toEncoded() } } });
    WatchedExchange watched(post(server.url(u"/v1"_s)), trustingOurs());
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::Protocol));
    QVERIFY2(watched.message().contains(plain.toString()), qUtf8Printable(watched.message()));
    QCOMPARE(server.connectionCount(), 1);
}

void HttpExchangeTlsTest::aCutAtAnyByteIsToldFromAnEnd_data()
{
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<Ending>("ending");
    QTest::addRow("chunked, closed") << Framing::Chunked << Ending::Close;
    QTest::addRow("chunked, reset") << Framing::Chunked << Ending::Reset;
    QTest::addRow("length, closed") << Framing::ContentLength << Ending::Close;
    QTest::addRow("length, reset") << Framing::ContentLength << Ending::Reset;
    // Not "until close", whose end cannot be told from a cut (see BodyEnd).
}

void HttpExchangeTlsTest::aCutAtAnyByteIsToldFromAnEnd()
{
    QFETCH(const Framing, framing);
    QFETCH(const Ending, ending);
    const QByteArray body = "data: {\"a\":1}\n\ndata: {\"b\":2}\n\n";
    ScriptedHttpServer server(test::certificate(u"server"_s));
    for (qsizetype cut = 0; cut < body.size(); ++cut) {
        ScriptedAnswer answer
            = ScriptedAnswer { .framing = framing, .pieces = { { body } } }.cutAt(cut, ending);
        answer.pieces.append({ .bytes = {}, .held = true });
        server.enqueue(answer);
        WatchedExchange watched(post(server.url(u"/v1"_s)), trustingOurs());
        QSignalSpy changed(&watched, &WatchedExchange::changed);
        while (watched.body.size() < cut && changed.wait()) { }
        if (watched.exchange->status() != 200) // no byte of the body tells that the head is in
            QTRY_COMPARE(watched.exchange->status(), 200);
        server.release();
        QVERIFY2(watched.wait(), qPrintable(QString::number(cut)));
        QVERIFY2(watched.isBroken(), qPrintable(QString::number(cut)));
        QCOMPARE(watched.body, body.first(cut));
        QVERIFY(!watched.brokeItsPromise);
    }
}

void HttpExchangeTlsTest::sendsOnceWhenTheServerClosesBeforeAnswering_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addRow("closed") << Ending::Close;
    QTest::addRow("reset") << Ending::Reset;
}

void HttpExchangeTlsTest::sendsOnceWhenTheServerClosesBeforeAnswering()
{
    QFETCH(const Ending, ending);
    ScriptedHttpServer server(test::certificate(u"server"_s));
    server.setResponder([ending](const auto&) { return ScriptedAnswer::none(ending); });
    WatchedExchange watched(post(server.url(u"/v1"_s)), trustingOurs());
    QVERIFY(watched.wait());
    QVERIFY(watched.error);
    QCOMPARE(errorKindName(watched.error->kind), errorKindName(ErrorKind::Network));
    QVERIFY2(watched.message().contains("closed the connection without an answer"_L1),
        qUtf8Printable(watched.message()));
    QVERIFY(watched.error->isTransient);
    QCOMPARE(server.requests().size(), 1);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::HttpExchangeTlsTest)
#include "HttpExchangeTlsTest.moc"
