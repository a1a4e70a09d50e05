// SPDX-License-Identifier: Apache-2.0
#include "core/hub/RequestParser.h"

#include <QTest>

using namespace roadloom;

namespace {

const QByteArray host = "Host: hub\r\n";

/// What a connection's bytes come to: requests, each on a line, and the fault that ends them.
QByteArray outcomeOf(RequestParser& parser, QByteArrayView bytes, qsizetype pieces)
{
    QByteArray outcome;
    QByteArray rest;
    for (qsizetype at = 0; at < bytes.size(); at += pieces) {
        rest.append(bytes.sliced(at, std::min(pieces, bytes.size() - at)));
        while (!rest.isEmpty() && !parser.fault()) {
            rest.remove(0, parser.feed(rest));
            if (!parser.isWhole())
                break;
            const IncomingRequest request = parser.take();
            outcome += request.method + ' ' + request.path + '?' + request.query + ' '
                + request.body + '\n';
        }
    }
    if (parser.fault())
        outcome += QByteArray::number(parser.fault()->status);
    else if (parser.hasBegun())
        outcome += "…";
    return outcome;
}

QByteArray get(const QByteArray& target, const QByteArray& fields = host)
{
    return "GET " + target + " HTTP/1.1\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray& fields, const QByteArray& body)
{
    return "POST / HTTP/1.1\r\n" + host + fields + "\r\n" + body;
}

} // namespace

/// What a connection's bytes are understood as, or refused for.
class RequestParserTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsRequestsInAnyPieces_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("outcome");
        const auto row = [](const char* name, const QByteArray& bytes, const QByteArray& outcome) {
            QTest::newRow(name) << bytes << outcome;
        };
        row("a path and its query", get("/health?a=b%20c"), "GET /health?a=b%20c \n");
        row("two behind each other", get("/a") + get("/b"), "GET /a? \nGET /b? \n");
        row("a body", post("Content-Length: 5\r\n", "hello"), "POST /? hello\n");
        row("a body, and more", post("Content-Length: 5\r\n", "hello") + get("/b"),
            "POST /? hello\nGET /b? \n");
        row("chunks", post("Transfer-Encoding: chunked\r\n", "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"),
            "POST /? hello\n");
        row("chunks, written otherwise",
            post("transfer-encoding: CHUNKED\r\n", "5;a=b\r\nhello\r\n0\r\nx: y\r\n\r\n")
                + get("/b"),
            "POST /? hello\nGET /b? \n");
        row("the absolute form", get("http://hub/a?b"), "GET /a?b \n");
        row("HTTP/1.0 without a Host", "GET / HTTP/1.0\r\n\r\n", "GET /? \n");
        row("half a header", "GET / HTTP/1.1\r\nHost: a", "…");
        row("half a body", post("Content-Length: 5\r\n", "he"), "…");
        row("no bytes", {}, {});

        row("the first byte of TLS", "\x16", "400");
        row("no HTTP", "hello\r\n\r\n", "400");
        row("TLS",
            QByteArray::fromHex("16030100a5010000a10303") + QByteArray(200, 'x') + "\r\n\r\n",
            "400");
        row("another version", "GET / HTTP/2.0\r\n" + host + "\r\n", "505");
        row("no Host", get("/", "Accept: */*\r\n"), "400");
        row("two Hosts", get("/", host + "Host: other\r\n"), "400");
        row("no path", get("hub:80"), "400");
        row("another scheme", get("ftp://hub/"), "400");
        row("all of the server", get("*"), "400");
        row("length and chunks",
            post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), "400");
        row("two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello"), "400");
        row("the same length twice", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"),
            "400");
        row("lengths in a list", post("Content-Length: 5, 6\r\n", "hello"), "400");
        row("the same length in a list", post("Content-Length: 5, 5\r\n", "hello"),
            "POST /? hello\n");
        row("a negative length", post("Content-Length: -5\r\n", "hello"), "400");
        row("a length with a sign", post("Content-Length: +5\r\n", "hello"), "400");
        row("a length with a blank in it", post("Content-Length: 5 5\r\n", "hello"), "400");
        row("a length behind blanks", post("Content-Length: \t 5 \r\n", "hello"),
            "POST /? hello\n");
        row("no length", post("Content-Length: \r\n", "hello"), "400");
        row("a length in hexadecimal", post("Content-Length: 0x5\r\n", "hello"), "400");
        row("a length of a fraction", post("Content-Length: 5.0\r\n", "hello"), "400");
        row("a length that goes on", post("Content-Length: 5,\r\n", "hello"), "400");
        row("a huge length", post("Content-Length: 99999999999999999999\r\n", "hello"), "400");
        row("another coding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), "501");
        row("several codings", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), "501");
        row("the coding twice",
            post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
            "400");
        row("a coding of HTTP/1.0",
            "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400");
        row("a folded line", get("/", host + "X: a\r\n b\r\n"), "400");
        row("a name with a blank", get("/", host + "X : a\r\n"), "400");
        row("a request line that is too short", "GET / H\r\n\r\n" + get("/b"), "400");
        row("half a request line that is wrong", "POST / HTT\tPOSPT/", "…");
        row("a line of the header that a line feed ends",
            "GET / HTTP/1.1\r\nHost: hub\nX: y\r\n\r\n", "400");
        row("a header that line feeds end", "GET / HTTP/1.1\r\nHost: hub\n\n", "400");
        row("a request line that a line feed ends", "GET / HTTP/1.1\nHost: hub\r\n\r\n", "400");
        row("a carriage return in a value", get("/", host + "X: a\rb\r\n"), "400");
        row("a line of the header that a carriage return ends",
            "GET / HTTP/1.1\r\nHost: hub\rX: y\r\n\r\n", "400");
        row("carriage returns alone", "GET / HTTP/1.1\rHost: hub\r\r\r\n\r\n", "400");
        row("a chunk's line that a line feed ends",
            post("Transfer-Encoding: chunked\r\n", "5\nhello\r\n0\r\n\r\n"), "400");
        row("a coding behind a line feed",
            post("X: y\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), "400");
        row("a zero byte", get("/", host + QByteArray("X: a\0b\r\n", 8)), "400");
        row("no size of a chunk", post("Transfer-Encoding: chunked\r\n", "x\r\n"), "400");
        row("a chunk of less than nothing",
            post("Transfer-Encoding: chunked\r\n", "-1\r\nhello\r\n0\r\n\r\n"), "400");
        row("a chunk longer than it says",
            post("Transfer-Encoding: chunked\r\n", "2\r\nhello\r\n0\r\n\r\n"), "400");
        row("a blank in the path", get("/a b"), "505");
        row("a huge chunk", post("Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\n"),
            "400");
        row("nothing behind a fault", post("Content-Length: x\r\n", get("/b")), "400");
    }

    void readsRequestsInAnyPieces()
    {
        QFETCH(const QByteArray, bytes);
        for (const qsizetype pieces :
            { qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(1000) }) {
            RequestParser parser;
            QTEST(outcomeOf(parser, bytes, pieces), "outcome");
        }
    }

    void isBounded_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto limits = RequestParser::Limits();
        QTest::newRow("a long path") << get('/' + QByteArray(limits.header, 'a')) << 431;
        QTest::newRow("a long field")
            << get("/", host + "X: " + QByteArray(limits.header, 'a') + "\r\n") << 431;
        QTest::newRow("a header without an end")
            << "GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(100'000) << 431;
        QTest::newRow("many fields")
            << get("/", host + QByteArray("X: y\r\n").repeated(101)) << 431;
        QTest::newRow("a long body, said")
            << post("Content-Length: " + QByteArray::number(limits.body + 1) + "\r\n", {}) << 413;
        QTest::newRow("a long body, in chunks") << post("Transfer-Encoding: chunked\r\n",
            "100000\r\n" + QByteArray(0x100000, 'a') + "\r\n1\r\na\r\n0\r\n\r\n")
                                                << 413;
        QTest::newRow("a chunk's line without an end")
            << post("Transfer-Encoding: chunked\r\n", "1;" + QByteArray(1'000'000, 'a')) << 431;
        QTest::newRow("trailers without an end") << post(
            "Transfer-Encoding: chunked\r\n", "0\r\n" + QByteArray("X: y\r\n").repeated(100'000))
                                                 << 431;
    }

    void isBounded()
    {
        QFETCH(const QByteArray, bytes);
        for (const qsizetype pieces : { qsizetype(1000), bytes.size() }) {
            RequestParser parser;
            const QByteArray outcome = outcomeOf(parser, bytes, pieces);
            QVERIFY(parser.fault().has_value());
            QTEST(parser.fault()->status, "status");
            QCOMPARE(outcome.count('\n'), 0);
        }
    }

    void aBodyOfTheLargestSizeIsTaken()
    {
        const auto limits = RequestParser::Limits();
        const QByteArray body(limits.body, 'a');
        RequestParser parser;
        const QByteArray bytes
            = post("Content-Length: " + QByteArray::number(body.size()) + "\r\n", body);
        QCOMPARE(parser.feed(bytes), bytes.size());
        QCOMPARE(parser.take().body, body);
    }

    void fieldsAreFoundByTheirNames()
    {
        RequestParser parser;
        QVERIFY(parser.feed(get("/", host + "X-Some:   a value \r\nACCEPT: b\r\n")) > 0);
        const IncomingRequest request = parser.take();
        QCOMPARE(request.field("x-some"), "a value");
        QCOMPARE(request.field("accept"), "b");
        QCOMPARE(request.field("none"), QByteArray());
        QVERIFY(request.isKeptAlive && request.takesChunks);
    }

    void whatTrailsTheBodyIsNoField()
    {
        RequestParser parser;
        QVERIFY(parser.feed(post("Transfer-Encoding: chunked\r\nX-Forwarded-For: a\r\n",
                    "1\r\na\r\n0\r\nX-Forwarded-For: b\r\nAuthorization: c\r\n\r\n"))
            > 0);
        QVERIFY(parser.isWhole());
        const IncomingRequest request = parser.take();
        QCOMPARE(request.body, "a");
        QCOMPARE(request.field("authorization"), QByteArray());
        QCOMPARE(request.fields.last().second, "a");
    }

    void saysWhatTheClientWaitsFor()
    {
        RequestParser parser;
        QVERIFY(!parser.hasBegun());
        QVERIFY(parser.feed(post("Content-Length: 2\r\nExpect: 100-Continue\r\n", {})) > 0);
        QVERIFY(parser.hasBegun() && parser.hasHeader() && parser.expectsContinue());
        QCOMPARE(parser.feed("ab"), 2);
        QVERIFY(parser.isWhole() && !parser.expectsContinue());
        QVERIFY(parser.feed("x") == 0); // not before the whole one is taken
        QCOMPARE(parser.take().body, "ab");
        QVERIFY(!parser.hasBegun());
    }

    void whoeverClosesIsNotKeptAlive()
    {
        RequestParser parser;
        QVERIFY(parser.feed(get("/", host + "Connection: close\r\n")) > 0);
        QVERIFY(!parser.take().isKeptAlive);
        QVERIFY(parser.feed("GET / HTTP/1.0\r\n\r\n") > 0);
        const IncomingRequest old = parser.take();
        QVERIFY(!old.isKeptAlive && !old.takesChunks);
    }
};

QTEST_GUILESS_MAIN(RequestParserTest)
#include "RequestParserTest.moc"
