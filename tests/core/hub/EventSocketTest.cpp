// SPDX-License-Identifier: Apache-2.0
#include "core/hub/Hub.h"
#include "tests/core/hub/ToldSource.h"

#include <QNetworkRequest>
#include <QPointer>
#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;
using namespace std::chrono_literals;

namespace {

/// A hub with one run that is on.
struct Served {
    explicit Served(const HubSetup& setup = {}, int most = 10)
        : server(setup.connections, most)
        , seats(setup.classCode.isEmpty() ? std::nullopt : std::optional<SeatBook>(setup.classCode))
        , runs(
              [this] {
                  auto made = std::make_unique<ToldSource>();
                  source = made.get();
                  return made;
              },
              {})
        , api(server, runs, board, seats ? &*seats : nullptr, setup.allowedOrigins, setup.patience)
        , owner(seats ? join(u"Li"_s) : QByteArray())
    {
        const auto added = runs.add(seats ? seats->seatWith(owner, 0s)->id : u"a"_s, {});
        if (server.listen(QHostAddress::LocalHost, 0) || !added)
            qFatal("nothing can be served");
        run = added.value();
    }
    QByteArray join(const QString& name)
    {
        const auto seat = seats->join({ "ABCD2345", name }, QHostAddress::LocalHost, 0s);
        return seat.ok() ? seat.value().token : QByteArray();
    }
    [[nodiscard]] QByteArray path() const { return "/api/v1/ws/" + run->id().toLatin1(); }
    [[nodiscard]] QUrl url(const QByteArray& query = {}) const
    {
        return QUrl(u"ws://127.0.0.1:%1%2"_s.arg(
            QString::number(server.port()), QString::fromLatin1(path() + query)));
    }
    /// What a client sends that asks for the socket as it should.
    [[nodiscard]] QByteArray request(const QByteArray& line = {}) const
    {
        return (line.isEmpty() ? "GET " + path() : line)
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, Upgrade\r\nUpgrade: "
              "websocket\r\n"
              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    QPointer<ToldSource> source;
    HttpServer server;
    std::optional<SeatBook> seats;
    HubRuns runs;
    ClassBoard board;
    HubApi api;
    QByteArray owner; ///< the token of its seat
    HubRun* run = nullptr;
};

HubSetup withClass()
{
    return { .classCode = "ABCD2345" };
}

/// A client of Qt's.
struct Client {
    explicit Client(const QUrl& url, const QByteArray& token = {}, const QByteArray& origin = {},
        const QStringList& protocols = {})
        : socket(QString::fromLatin1(origin))
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
            [this](const QString& message) { messages.append(message); });
        QObject::connect(&socket, &QWebSocket::stateChanged, &socket,
            [this](QAbstractSocket::SocketState state) {
                isOver = state == QAbstractSocket::UnconnectedState;
            });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        const auto error = &QWebSocket::errorOccurred;
#else
        const auto error = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif
        QObject::connect(&socket, error, &socket, [this] { isOver = true; });
        QNetworkRequest request(url);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        QWebSocketHandshakeOptions options;
        options.setSubprotocols(protocols);
        socket.open(request, options);
    }
    [[nodiscard]] bool isOpen() const
    {
        return socket.state() == QAbstractSocket::ConnectedState;
    }

    QWebSocket socket;
    QStringList messages;
    bool isOver = false;
};

/// A client of bytes.
struct RawClient {
    RawClient(const Served& served, const QByteArray& bytes)
    {
        socket.connectToHost(QHostAddress::LocalHost, served.server.port());
        socket.write(bytes);
    }
    [[nodiscard]] QByteArray now()
    {
        got += socket.readAll();
        return got;
    }
    [[nodiscard]] bool isClosed() const
    {
        return socket.state() == QAbstractSocket::UnconnectedState;
    }

    QTcpSocket socket;
    QByteArray got;
};

/// As a client sends it (RFC 6455, section 5.2), with a mask of zeros.
QByteArray frame(char opcode, qsizetype size)
{
    QByteArray bytes;
    bytes.append(char(0x80 | opcode));
    if (size < 126) {
        bytes.append(char(0x80 | size));
    } else {
        bytes.append(char(0x80 | 127));
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes.append(char(quint64(size) >> shift));
    }
    return bytes + QByteArray(4, '\0') + QByteArray(size, 'a');
}

} // namespace

/// A run's events over a WebSocket, also for those that no decent client is.
class EventSocketTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachEventIsAMessage()
    {
        Served served;
        Client client(served.url());
        QTRY_VERIFY(client.isOpen());
        served.source->say(u"您好"_s);
        const QString hello = uR"({"type":"chunk","content":"您好","agent":"intent_analyzer"})"_s;
        QTRY_COMPARE(client.messages, QStringList { hello });
        served.source->say(DoneEvent());
        QTRY_VERIFY(client.isOver);
        QCOMPARE(client.messages.size(), 2);
        QVERIFY(client.messages.last().startsWith(uR"({"type":"done")"));
        QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
    }

    void goesOnBehindANumber_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("count");
        QTest::newRow("from the first") << QByteArray() << 4;
        QTest::newRow("behind the second") << QByteArray("?after=2") << 2;
        QTest::newRow("behind the last") << QByteArray("?after=4") << 0;
        QTest::newRow("behind what never was") << QByteArray("?after=99") << 0;
        QTest::newRow("no number") << QByteArray("?after=-1") << 4;
    }

    void goesOnBehindANumber()
    {
        QFETCH(const QByteArray, query);
        Served served;
        for (const char16_t* words : { u"a", u"b", u"c" })
            served.source->say(QString::fromUtf16(words));
        served.source->say(DoneEvent());
        Client client(served.url(query));
        QTRY_VERIFY(client.isOver);
        QTEST(int(client.messages.size()), "count");
        QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeNormal);
    }

    void answersTwoKindsOfMessages()
    {
        Served served;
        Client client(served.url());
        QTRY_VERIFY(client.isOpen());
        for (const char16_t* noise :
            { u"", u"{", u"[]", u"{}", uR"({"type":7})", u"\"ping\"", uR"({"type":"cancel"})" })
            client.socket.sendTextMessage(QString::fromUtf16(noise));
        client.socket.sendTextMessage(QString(1000, u'['));
        client.socket.sendBinaryMessage(R"({"type":"ping"})");
        client.socket.sendTextMessage(uR"({"type":"ping"})"_s);
        client.socket.sendTextMessage(uR"({"type":"get_status"})"_s);
        QTRY_COMPARE(client.messages.size(), 2);
        QCOMPARE(
            client.messages.first(), uR"({"type":"pong","task_id":"%1"})"_s.arg(served.run->id()));
        QVERIFY(client.messages.last().startsWith(
            uR"({"type":"current_status","task_id":"%1","status":"processing",)"_s.arg(
                served.run->id())));
        QVERIFY(client.isOpen());
    }

    void seatsSayWhoTheyAre_data()
    {
        QTest::addColumn<bool>("isOwner");
        QTest::addColumn<bool>("byProtocol");
        QTest::addColumn<QStringList>("others");
        QTest::newRow("in the header") << true << false << QStringList {};
        QTest::newRow("as a subprotocol") << true << true << QStringList {};
        QTest::newRow("as one of some") << true << true << QStringList { u"chat"_s, u"roadloom"_s };
        QTest::newRow("another seat") << false << false << QStringList {};
        QTest::newRow("another seat, as a subprotocol") << false << true << QStringList {};
    }

    void seatsSayWhoTheyAre()
    {
        QFETCH(const bool, isOwner);
        QFETCH(const bool, byProtocol);
        QFETCH(const QStringList, others);
        Served served(withClass());
        const QByteArray token = isOwner ? served.owner : served.join(u"Wang"_s);
        const QStringList protocols = byProtocol
            ? others + QStringList { u"roadloom."_s + QString::fromLatin1(token) }
            : others;
        Client client(served.url(), byProtocol ? QByteArray() : token, {}, protocols);
        if (!isOwner) {
            QTRY_VERIFY(client.isOver);
            QVERIFY(client.socket.errorString().contains(u"404"));
            return;
        }
        QTRY_VERIFY(client.isOpen());
        const QString chosen = others.contains(u"roadloom"_s) ? u"roadloom"_s : protocols.value(0);
        QCOMPARE(client.socket.subprotocol(), chosen);
        served.source->say(DoneEvent());
        QTRY_COMPARE(client.messages.size(), 1);
    }

    void strangersAreRefused()
    {
        Served served(withClass());
        RawClient stranger(served, served.request());
        QTRY_VERIFY(stranger.now().startsWith("HTTP/1.1 401 "));
        RawClient guess(served,
            served.request().replace("\r\n\r\n", "\r\nSec-WebSocket-Protocol: roadloom.x\r\n\r\n"));
        QTRY_VERIFY(guess.now().startsWith("HTTP/1.1 401 "));
    }

    void pagesNeedToBeAllowed()
    {
        Served served({ .allowedOrigins = { { "https://school.example" } } });
        Client foreign(served.url(), {}, "https://evil.example");
        QTRY_VERIFY(foreign.isOver);
        QVERIFY(foreign.socket.errorString().contains(u"403"));
        Client allowed(served.url(), {}, "https://school.example");
        QTRY_VERIFY(allowed.isOpen());
    }

    void whatIsNoHandshakeIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("remove");
        QTest::addColumn<QByteArray>("instead");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QByteArray& remove, const QByteArray& instead,
                             int status) { QTest::newRow(name) << remove << instead << status; };
        row("no key", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "", 400);
        row("a short key", "dGhlIHNhbXBsZSBub25jZQ==", "dGhl", 400);
        row("a key of other letters", "dGhl", "!!!!", 400);
        row("an old version", "Version: 13", "Version: 8", 400);
        row("no version", "Sec-WebSocket-Version: 13\r\n", "", 400);
        row("an upgrade to something else", "Upgrade: websocket", "Upgrade: h2c", 426);
        row("an upgrade that no proxy hears of", "keep-alive, Upgrade", "keep-alive", 426);
        row("with a body", "Host: localhost", "Host: localhost\r\nContent-Length: 1", 426);
        row("of HTTP/1.0", "HTTP/1.1", "HTTP/1.0", 426);
        row("a POST", "GET", "POST", 405);
        row("no such task", "/ws/", "/ws/x", 404);
        row("no task", "/ws/", "/ws//", 404);
        row("two hosts", "Host: localhost", "Host: localhost\r\nHost: localhost", 400);
        row("of another protocol", "HTTP/1.1", "ICY/1.1", 505);
        row("an endless header", "Host: localhost",
            "Host: localhost\r\nX: " + QByteArray(20'000, 'x'), 431);
        row("a folded line", "Host: localhost", "Host: localhost\r\nX: a\r\n b", 400);
    }

    void whatIsNoHandshakeIsAnswered()
    {
        QFETCH(const QByteArray, remove);
        QFETCH(const QByteArray, instead);
        QFETCH(const int, status);
        Served served;
        QByteArray bytes = served.request();
        const qsizetype at = bytes.indexOf(remove);
        QVERIFY(at >= 0);
        bytes.replace(at, remove.size(), instead);
        RawClient client(served, bytes + 'b');
        QTRY_VERIFY(client.now().contains("\r\n"));
        QVERIFY2(
            client.now().startsWith(QByteArray("HTTP/1.1 " + QByteArray::number(status) + ' ')),
            client.now().constData());
        QTRY_COMPARE(client.now().contains("Sec-WebSocket-Version: 13\r\n"),
            status == 426 || (status == 400 && client.now().contains("RFC 6455")));
    }

    void aRefusalLeavesTheConnectionOfUse()
    {
        Served served;
        RawClient client(served,
            served.request("GET /api/v1/ws/none")
                + "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n" + served.request());
        QTRY_VERIFY(client.now().contains("HTTP/1.1 426 ")); // it is not the first request any more
        QVERIFY(client.now().startsWith("HTTP/1.1 404 "));
        QVERIFY(client.now().contains("HTTP/1.1 200 "));
    }

    void aHandshakeInPiecesIsTheSame()
    {
        Served served;
        served.source->say(u"a"_s);
        RawClient client(served, {});
        const QByteArray bytes = served.request();
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
        client.socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        for (const char byte : bytes) {
            client.socket.write(&byte, 1);
            client.socket.flush();
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(client.now().contains(R"({"type":"chunk")"));
        QVERIFY(client.now().startsWith("HTTP/1.1 101 "));
    }

    void halfAHandshakeIsEnded()
    {
        HubSetup setup;
        setup.connections.header = 10ms;
        Served served(setup);
        RawClient client(served, served.request().chopped(2));
        QTRY_VERIFY(client.isClosed());
        QVERIFY(client.now().startsWith("HTTP/1.1 408 "));
    }

    void hugeMessagesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("sent");
        const QByteArray half = frame(1, 40'000);
        QByteArray begun = half;
        begun[0] = 1; // it goes on in the next one
        QByteArray rest = half;
        rest[0] = char(0x80); // goes on, and ends
        QTest::newRow("in one frame") << frame(1, 65'537);
        QTest::newRow("in two frames") << begun + rest;
        QTest::newRow("a size of 2^62 bytes") << frame(1, 200).replace(2, 1, "\x40");
        QTest::newRow("a ping that is no control frame any more") << frame(9, 1000);
        QTest::newRow("an opcode that is none") << frame(5, 1);
    }

    void hugeMessagesAreRefused()
    {
        QFETCH(const QByteArray, sent);
        Served served;
        RawClient client(served, served.request());
        QTRY_VERIFY(client.now().contains("\r\n\r\n"));
        client.socket.write(sent);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(served.run->state(), HubRunState::Running);
    }

    void aMessageOfTheMostSizeIsTaken()
    {
        Served served;
        Client client(served.url());
        QTRY_VERIFY(client.isOpen());
        const QString ping = uR"({"type":"ping","x":"%1"})"_s;
        client.socket.sendTextMessage(ping.arg(QString(65'536 - ping.size() + 2, u'x')));
        QTRY_COMPARE(client.messages.size(), 1);
    }

    void whoDoesNotReadCostsNoMemoryAndIsEnded()
    {
        HubSetup setup;
        setup.connections.stuck = 10ms;
        Served served(setup);
        RawClient client(served, {});
        client.socket.setReadBufferSize(1);
        client.socket.write(served.request());
        QTRY_VERIFY(client.socket.bytesAvailable() > 0);
        for (int i = 0; i < 200; ++i)
            served.source->say(QString(100'000, u'a'));
        const auto* const connection = served.server.findChild<HttpConnection*>();
        QVERIFY(connection != nullptr);
        QVERIFY(connection->backlog() < 300'000);
        QTRY_COMPARE(served.server.connectionCount(), 0);
    }

    void whoTalksAndDoesNotReadIsEnded()
    {
        Served served;
        RawClient client(served, {});
        client.socket.setReadBufferSize(1);
        client.socket.write(served.request());
        QTRY_VERIFY(client.socket.bytesAvailable() > 0);
        // Pings, which are answered, until the system takes no more answers, and then a little.
        const QByteArray pings = frame(9, 125).repeated(1000);
        QTimer talk;
        connect(&talk, &QTimer::timeout, &client.socket, [&client, &pings] {
            if (!client.isClosed() && client.socket.bytesToWrite() == 0)
                client.socket.write(pings);
        });
        talk.start(0);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(served.run->state(), HubRunState::Running);
    }

    void aReaderThatGoesFreesTheModel()
    {
        HubSetup setup;
        setup.patience.grace = 1ms;
        Served served(setup);
        Client client(served.url());
        QTRY_VERIFY(client.isOpen());
        client.socket.abort();
        QTRY_COMPARE(served.run->state(), HubRunState::Cancelled);
    }

    void silentOnesAreNotWatchedEach()
    {
        Served served;
        Client client(served.url());
        const auto isWatched = [&served] {
            const auto notifiers
                = served.server.findChild<HttpConnection*>()->findChildren<QSocketNotifier*>();
            return std::ranges::any_of(notifiers, [](const QSocketNotifier* notifier) {
                return notifier->type() == QSocketNotifier::Read && notifier->isEnabled();
            });
        };
        QTRY_VERIFY(client.isOpen());
        QTRY_VERIFY(!isWatched());
        for (int i = 1; i < 4; ++i) {
            client.socket.sendTextMessage(uR"({"type":"ping"})"_s);
            QTRY_COMPARE(client.messages.size(), i);
            QTRY_VERIFY(!isWatched());
        }
    }

    void silentOnesArePinged()
    {
        HubSetup setup;
        setup.patience.heartbeat = 5ms;
        Served served(setup);
        RawClient client(served, served.request());
        QTRY_VERIFY(client.now().contains(QByteArray("\x89\x00", 2)));
    }

    void countsAmongTheConnections()
    {
        Served served({}, 2);
        const QUrl url = served.url();
        Client first(url);
        Client second(url);
        QTRY_VERIFY(first.isOpen() && second.isOpen());
        Client third(url);
        QCOMPARE(served.server.connectionCount(), 2);
        first.socket.close();
        QTRY_VERIFY(third.isOpen());
        QCOMPARE(served.server.connectionCount(), 2);
    }

    void aHubThatEndsSaysFarewell()
    {
        auto served = std::make_unique<Served>();
        Client client(served->url());
        QTRY_VERIFY(client.isOpen());
        served.reset();
        QTRY_VERIFY(client.isOver);
        QCOMPARE(client.socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    }
};

QTEST_GUILESS_MAIN(EventSocketTest)
#include "EventSocketTest.moc"
