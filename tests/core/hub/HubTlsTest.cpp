// SPDX-License-Identifier: Apache-2.0
#include "core/hub/EventStream.h"
#include "core/hub/Hub.h"
#include "tests/core/hub/Got.h"
#include "tests/core/hub/ToldSource.h"

#include <QPointer>
#include <QRegularExpression>
#include <QSslSocket>
#include <QTest>
#include <QWebSocket>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;
using namespace std::chrono_literals;

namespace {

const QByteArray get = "GET /a HTTP/1.1\r\nHost: hub\r\n\r\n";

const HubCertificate& ours()
{
    static const auto made
        = HubCertificate::selfSigned({ u"localhost"_s, u"127.0.0.1"_s, u"::1"_s });
    if (!made)
        qFatal("no certificate could be made");
    return made.value();
}

QSslConfiguration trustingOurs()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({ ours().certificate });
    return tls;
}

/// A client that verifies whom it speaks to.
std::unique_ptr<QSslSocket> tlsClient(quint16 port, const QByteArray& bytes = {})
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(trustingOurs());
    socket->connectToHostEncrypted(u"localhost"_s, port);
    socket->write(bytes);
    return socket;
}

/// A client that knows nothing of TLS.
std::unique_ptr<QTcpSocket> plainClient(quint16 port, const QByteArray& bytes = {})
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, port);
    socket->write(bytes);
    return socket;
}

bool isClosed(const QTcpSocket& socket)
{
    return socket.state() == QAbstractSocket::UnconnectedState;
}

/// A server that answers each request with its path.
struct Served {
    explicit Served(const ConnectionLimits& limits = {}, int most = 10)
        : server(limits, most)
    {
        server.showCertificate(ours());
        if (server.listen(QHostAddress::LocalHost, 0))
            qFatal("nothing can be served");
        QObject::connect(&server, &HttpServer::requested, &server,
            [this](HttpConnection& connection, const IncomingRequest& request) {
                answer(connection, request);
            });
    }

    std::function<void(HttpConnection&, const IncomingRequest&)> answer
        = [](HttpConnection& connection, const IncomingRequest& request) {
              connection.answer({ .contentType = "text/plain", .body = request.path });
          };
    HttpServer server;
};

} // namespace

/// The same hub over TLS.
class HubTlsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void answersOneAfterTheOther()
    {
        Served served;
        const auto client = tlsClient(served.server.port(), get + get);
        Got got(*client);
        QTRY_COMPARE(got.now().count("\r\n\r\n/a"), 2);
        QVERIFY(client->isEncrypted());
        QVERIFY(client->sessionProtocol() >= QSsl::TlsV1_2);
        QCOMPARE(client->peerCertificate(), ours().certificate);
        client->write(get);
        QTRY_COMPARE(got.now().count("\r\n\r\n/a"), 3);
    }

    void aLongRequestComesWhole()
    {
        Served served;
        QByteArray body;
        served.answer = [&body](HttpConnection& connection, const IncomingRequest& request) {
            body = request.body;
            connection.answer({ .contentType = "text/plain", .body = "ok" });
        };
        const QByteArray sent = QByteArray("0123456789").repeated(50'000);
        const auto client = tlsClient(served.server.port(),
            "POST / HTTP/1.1\r\nHost: hub\r\nContent-Length: " + QByteArray::number(sent.size())
                + "\r\n\r\n" + sent);
        Got got(*client);
        QTRY_VERIFY(got.now().endsWith("\r\n\r\nok"));
        QVERIFY(body == sent);
    }

    void plainBytesAreNotAnswered()
    {
        Served served;
        const auto client = plainClient(served.server.port(), get);
        Got got(*client);
        QTRY_VERIFY(isClosed(*client));
        QVERIFY2(!got.now().contains("HTTP"), got.now().constData());
        QTRY_COMPARE(served.server.connectionCount(), 0);
    }

    void whoNeverEndsTheHandshakeIsEnded_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing is said") << QByteArray();
        // A record of a handshake of 512 bytes, of which little comes.
        QTest::newRow("half a greeting") << QByteArray::fromHex("1603010200010001fc0303");
    }

    void whoNeverEndsTheHandshakeIsEnded()
    {
        QFETCH(const QByteArray, bytes);
        Served served({ .handshake = 10ms });
        const auto client = plainClient(served.server.port(), bytes);
        QTRY_VERIFY(isClosed(*client));
        QTRY_COMPARE(served.server.connectionCount(), 0);
    }

    void theOthersAreServedMeanwhile()
    {
        constexpr int many = 60; // more than Qt keeps in its own queue
        Served served({}, 2 * many);
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        for (int i = 0; i < many; ++i)
            silent.push_back(plainClient(served.server.port()));
        QTRY_COMPARE(served.server.connectionCount(), many);
        const auto client = tlsClient(served.server.port(), get);
        Got got(*client);
        QTRY_VERIFY(got.now().endsWith("/a"));
    }

    void halfOpenOnesCountAsConnections()
    {
        Served served({}, 1);
        const auto silent = plainClient(served.server.port());
        QTRY_COMPARE(served.server.connectionCount(), 1);
        const auto client = tlsClient(served.server.port(), get);
        QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState); // to the system
        QCOMPARE(served.server.connectionCount(), 1);
        silent->abort();
        Got got(*client);
        QTRY_VERIFY(got.now().endsWith("/a"));
    }

    void whoIsThroughHasTheTimeOfAnyOther()
    {
        Served served({ .handshake = 60s, .idle = 10ms });
        const auto client = tlsClient(served.server.port());
        QTRY_VERIFY(isClosed(*client));
        QVERIFY(!client->peerCertificate().isNull()); // it was through
    }

    void eventsAreStreamedAsTheyCome()
    {
        EventLog log("run");
        Served served;
        served.answer = [&log](HttpConnection& connection, const IncomingRequest& request) {
            if (request.path == "/a")
                new EventStream(connection, log, 0);
            else
                connection.answer({ .contentType = "text/plain", .body = request.path });
        };
        const auto client = tlsClient(served.server.port(), get);
        Got got(*client);
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(log.append("{}"));
            QTRY_VERIFY(got.now().contains(u"id: run:%1\n"_s.arg(i).toLatin1()));
        }
        client->write("GET /b HTTP/1.1\r\nHost: hub\r\n\r\n"); // wakes the quiet socket
        QTRY_COMPARE(client->bytesToWrite() + client->encryptedBytesToWrite(), 0);
        QVERIFY(log.append("{}"));
        QTRY_VERIFY(got.now().contains("id: run:4\n"));
        log.endWith("{}");
        QTRY_VERIFY(got.now().endsWith("/b"));
    }

    void whoGoesAwayIsForgotten()
    {
        EventLog log("run");
        Served served;
        served.answer = [&log](HttpConnection& connection, const IncomingRequest&) {
            new EventStream(connection, log, 0);
        };
        const auto client = tlsClient(served.server.port(), get);
        Got got(*client);
        QTRY_VERIFY(got.now().contains("\r\n\r\n"));
        client->abort();
        QTRY_COMPARE(served.server.connectionCount(), 0);
        QVERIFY(log.append("{}")); // nobody is there to send it to
    }

    void aClientThatDoesNotReadCostsNoMemoryAndIsEnded()
    {
        EventLog log("run");
        Served served({ .stuck = 10ms, .backlog = 4096 });
        HttpConnection* stuck = nullptr;
        served.answer = [&](HttpConnection& connection, const IncomingRequest&) {
            stuck = &connection;
            new EventStream(connection, log, 0);
        };
        const auto client = tlsClient(served.server.port());
        QTRY_VERIFY(client->isEncrypted());
        client->setReadBufferSize(1);
        client->write(get);
        QTRY_VERIFY(stuck != nullptr);
        const QByteArray event = "{\"a\":\"" + QByteArray(100'000, 'a') + "\"}";
        for (int i = 0; i < 200; ++i)
            QVERIFY(log.append(event));
        QVERIFY(stuck->backlog() < 4096 + 2 * event.size());
        QTRY_COMPARE(served.server.connectionCount(), 0);
    }

    void aWebSocketGetsTheEvents()
    {
        QPointer<ToldSource> source;
        Hub hub({ .port = 0, .certificate = ours() }, [&source] {
            auto made = std::make_unique<ToldSource>();
            source = made.get();
            return made;
        });
        QVERIFY(!hub.listen());
        const auto added = hub.runs().add(u"a"_s, {});
        QVERIFY(added.ok());
        QWebSocket socket;
        QStringList messages;
        connect(&socket, &QWebSocket::textMessageReceived, this,
            [&messages](const QString& message) { messages.append(message); });
        socket.setSslConfiguration(trustingOurs());
        socket.open(
            QUrl(u"wss://localhost:%1/api/v1/ws/%2"_s.arg(hub.port()).arg(added.value()->id())));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        source->say(u"您好"_s);
        QTRY_VERIFY(messages.join(u' ').contains(u"您好"_s));
        socket.sendTextMessage(u"{\"type\":\"ping\"}"_s);
        QTRY_VERIFY(messages.last().contains(u"pong"_s));
        source->say(DoneEvent());
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
        QVERIFY(messages.last().contains(u"\"done\""_s));
    }
};

QTEST_GUILESS_MAIN(HubTlsTest)
#include "HubTlsTest.moc"
