// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/OpenAiWire.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom::test {

using Ending = ScriptedAnswer::Ending;
using Framing = ScriptedAnswer::Framing;

namespace {

const QByteArray request = "POST /v1/x?y=1 HTTP/1.1\r\nHost: h\r\nX-Name:  Value \r\n"
                           "Content-Length: 5\r\n\r\nhello";

/// A client that speaks plain bytes, so that nothing is smoothed over.
class Client {
public:
    explicit Client(const ScriptedHttpServer& server)
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
            [this] { m_received += m_socket.readAll(); });
        m_socket.connectToHost(u"127.0.0.1"_s, quint16(server.url().port()));
    }
    void send(const QByteArray& bytes) { m_socket.write(bytes); }
    void close() { m_socket.disconnectFromHost(); }
    [[nodiscard]] const QByteArray& received() const { return m_received; }
    [[nodiscard]] bool isClosed() const
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    [[nodiscard]] QAbstractSocket::SocketError error() const { return m_socket.error(); }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace

class ScriptedHttpServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void recordsWhatItWasAsked();
    void sendsTheBodyInTheAskedFraming_data();
    void sendsTheBodyInTheAskedFraming();
    void answersInOrderOverOneConnection();
    void asksTheResponderWhenTheScriptIsUsedUp();
    void holdsAPieceUntilReleased();
    void waitsBeforeAPiece();
    void cutsTheBodyWhereAsked();
    void resetsTheConnection();
    void closesBeforeAnswering();
    void noticesAClientThatLeaves();
    void repeatsItsPiecesUntilTheClientLeaves();
    void servesQtsOwnClient();
};

void ScriptedHttpServerTest::recordsWhatItWasAsked()
{
    ScriptedHttpServer server;
    Client client(server);
    for (qsizetype i = 0; i < request.size(); ++i)
        client.send(request.mid(i, 1));
    QTRY_COMPARE(server.requests().size(), 1);
    const RecordedRequest& recorded = server.requests().first();
    QCOMPARE(recorded.method, "POST");
    QCOMPARE(recorded.path, "/v1/x?y=1");
    QCOMPARE(recorded.header("x-name"), "Value");
    QVERIFY(!recorded.hasHeader("authorization"));
    QCOMPARE(recorded.body, "hello");
}

void ScriptedHttpServerTest::sendsTheBodyInTheAskedFraming_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<QByteArray>("expected");
    QTest::addRow("chunked") << ScriptedAnswer { .pieces = { { "abc" }, { "de" } } }
                             << QByteArray(
                                    "HTTP/1.1 200 Scripted\r\nContent-Type: text/event-stream"
                                    "\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    QTest::addRow("length") << ScriptedAnswer { .status = 404,
        .contentType = {},
        .headers = { { "X-A", "b" } },
        .framing = Framing::ContentLength,
        .pieces = { { "abc" }, { "de" } } }
                            << QByteArray("HTTP/1.1 404 Scripted\r\nX-A: b\r\n"
                                          "Content-Length: 5\r\n\r\nabcde");
    QTest::addRow("until close") << ScriptedAnswer {
        .contentType = {}, .framing = Framing::UntilClose, .pieces = { { "abc" } }
    } << QByteArray("HTTP/1.1 200 Scripted\r\nConnection: close\r\n\r\nabc");
}

void ScriptedHttpServerTest::sendsTheBodyInTheAskedFraming()
{
    QFETCH(const ScriptedAnswer, answer);
    QFETCH(const QByteArray, expected);
    ScriptedHttpServer server;
    server.enqueue(answer);
    Client client(server);
    client.send(request);
    QTRY_COMPARE(client.received(), expected);
    const bool closes = answer.framing == Framing::UntilClose;
    QTRY_COMPARE(client.isClosed(), closes);
}

void ScriptedHttpServerTest::answersInOrderOverOneConnection()
{
    ScriptedHttpServer server;
    server.enqueue({ .pieces = { { "first" } } });
    server.enqueue({ .pieces = { { "second" } } });
    Client client(server);
    client.send(request + request);
    QTRY_VERIFY(client.received().contains("second"));
    QVERIFY(client.received().indexOf("first") < client.received().indexOf("second"));
    QCOMPARE(server.connectionCount(), 1);
    QCOMPARE(server.requests().size(), 2);
}

void ScriptedHttpServerTest::asksTheResponderWhenTheScriptIsUsedUp()
{
    ScriptedHttpServer server;
    server.setResponder([](const RecordedRequest& asked) {
        return ScriptedAnswer { .pieces = { { "you said " + asked.body } } };
    });
    Client client(server);
    client.send(request);
    QTRY_VERIFY(client.received().contains("you said hello"));
}

void ScriptedHttpServerTest::holdsAPieceUntilReleased()
{
    ScriptedHttpServer server;
    const ScriptedAnswer answer { .pieces = { { "one" }, { .bytes = "two", .held = true } } };
    server.enqueue(answer);
    server.enqueue(answer);
    Client client(server);
    client.send(request);
    QTRY_COMPARE(server.heldCount(), 1);
    QTRY_VERIFY(client.received().contains("one"));
    QVERIFY(!client.received().contains("two"));
    server.release();
    QTRY_VERIFY(client.received().endsWith("0\r\n\r\n"));

    server.release(); // given in advance
    client.send(request);
    QTRY_COMPARE(client.received().count("two"), 2);
}

void ScriptedHttpServerTest::waitsBeforeAPiece()
{
    ScriptedHttpServer server;
    server.enqueue({ .pieces = { { .bytes = "late", .after = 30ms } } });
    Client client(server);
    QElapsedTimer clock;
    clock.start();
    client.send(request);
    QTRY_VERIFY(client.received().contains("late"));
    QVERIFY(clock.elapsed() >= 30);
}

void ScriptedHttpServerTest::cutsTheBodyWhereAsked()
{
    ScriptedHttpServer server;
    const ScriptedAnswer whole { .framing = Framing::ContentLength,
        .pieces = { { "abc" }, { "def" } } };
    server.enqueue(whole.cutAt(4));
    Client client(server);
    client.send(request);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().contains("Content-Length: 6\r\n"));
    QVERIFY(client.received().endsWith("\r\n\r\nabcd"));
}

void ScriptedHttpServerTest::resetsTheConnection()
{
    ScriptedHttpServer server;
    server.enqueue({ .pieces = { { "abc" } }, .ending = Ending::Reset });
    Client client(server);
    client.send(request);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.error(), QAbstractSocket::RemoteHostClosedError);
}

void ScriptedHttpServerTest::closesBeforeAnswering()
{
    ScriptedHttpServer server;
    server.enqueue(ScriptedAnswer::none(Ending::Close));
    Client client(server);
    client.send(request);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.received(), QByteArray());
}

void ScriptedHttpServerTest::noticesAClientThatLeaves()
{
    ScriptedHttpServer server;
    QSignalSpy left(&server, &ScriptedHttpServer::clientClosed);
    server.enqueue(ScriptedAnswer::none());
    Client client(server);
    client.send(request);
    QTRY_COMPARE(server.requests().size(), 1);
    QCOMPARE(server.openConnectionCount(), 1);
    client.close();
    QTRY_COMPARE(left.size(), 1);
    QTRY_COMPARE(server.openConnectionCount(), 0);
}

void ScriptedHttpServerTest::repeatsItsPiecesUntilTheClientLeaves()
{
    ScriptedHttpServer server;
    QSignalSpy left(&server, &ScriptedHttpServer::clientClosed);
    server.enqueue({ .pieces = { { "more" } }, .ending = Ending::Repeat });
    Client client(server);
    client.send(request);
    QTRY_VERIFY(client.received().count("more") > 100);
    client.close();
    QTRY_COMPARE(left.size(), 1);
}

void ScriptedHttpServerTest::servesQtsOwnClient()
{
    ScriptedHttpServer server;
    server.enqueue({ .pieces = { { openAiStream({ u"你好"_s }) } } });
    QNetworkAccessManager network;
    QNetworkRequest post(server.url(u"/v1"_s));
    post.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    const std::unique_ptr<QNetworkReply> reply(network.post(post, "{}"_ba));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    const QByteArray body = reply->readAll();
    QVERIFY(body.contains("\"content\":\"你好\""));
    QVERIFY(body.endsWith("data: [DONE]\n\n"));
    QCOMPARE(server.requests().first().body, "{}");
}

} // namespace roadloom::test

QTEST_GUILESS_MAIN(roadloom::test::ScriptedHttpServerTest)
#include "ScriptedHttpServerTest.moc"
