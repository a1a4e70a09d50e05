// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HttpServer.h"
#include "core/hub/EventLog.h"
#include "core/hub/EventStream.h"
#include "tests/core/hub/Got.h"

#include <QTcpSocket>
#include <QTest>

#include <chrono>
#include <memory>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;
using namespace std::chrono_literals;

namespace {

const QByteArray get = "GET /a HTTP/1.1\r\nHost: hub\r\n\r\n";

/// A server that answers each request with its path, and a client that sends bytes.
struct Served {
    explicit Served(const ConnectionLimits& limits = {}, int most = 10)
        : server(limits, most)
    {
        if (server.listen(QHostAddress::LocalHost, 0))
            qFatal("nothing can be served");
        QObject::connect(&server, &HttpServer::requested, &server,
            [this](HttpConnection& connection, const IncomingRequest& request) {
                paths.append(request.path);
                answer(connection, request);
            });
    }

    [[nodiscard]] std::unique_ptr<QTcpSocket> client(const QByteArray& bytes = {}) const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, server.port());
        socket->write(bytes);
        return socket;
    }

    std::function<void(HttpConnection&, const IncomingRequest&)> answer
        = [](HttpConnection& connection, const IncomingRequest& request) {
              connection.answer({ .contentType = "text/plain", .body = request.path });
          };
    HttpServer server;
    QByteArrayList paths;
};

/// No more files or sockets can be opened.
class FullTable {
public:
    FullTable()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit none = m_before;
        const int next = ::dup(0);
        none.rlim_cur = rlim_t(next);
        ::close(next);
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~FullTable() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullTable)

private:
    rlimit m_before {};
};

bool isClosed(const QTcpSocket& socket)
{
    return socket.state() == QAbstractSocket::UnconnectedState;
}

} // namespace

/// How clients are answered, also those that no decent client is.
class HttpServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersOneAfterTheOther()
    {
        Served served;
        const auto client = served.client(get + "GET /b HTTP/1.1\r\nHost: hub\r\n\r\n");
        Got got(*client);
        QTRY_COMPARE(got.now(),
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n/a"
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n/b");
        QVERIFY(!isClosed(*client));
    }

    void closesWhereTheClientWantsIt()
    {
        Served served;
        const auto client = served.client("GET / HTTP/1.0\r\n\r\n");
        Got got(*client);
        QTRY_VERIFY(isClosed(*client));
        QCOMPARE(got.now(),
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n"
            "Connection: close\r\n\r\n/");
        QTRY_COMPARE(served.server.connectionCount(), 0);
    }

    void headHasNoBody()
    {
        Served served;
        const auto client = served.client("HEAD /a HTTP/1.1\r\nHost: hub\r\n\r\n");
        Got got(*client);
        QTRY_VERIFY(got.now().endsWith("Content-Length: 2\r\n\r\n"));
    }

    void saysGoOnBeforeALongBody()
    {
        Served served;
        const auto client = served.client("POST /a HTTP/1.1\r\nHost: hub\r\nContent-Length: 2\r\n"
                                          "Expect: 100-continue\r\n\r\n");
        Got got(*client);
        QTRY_COMPARE(got.now(), "HTTP/1.1 100 Continue\r\n\r\n");
        client->write("ab");
        QTRY_VERIFY(got.now().endsWith("/a"));
    }

    void aBodyIsRefusedBeforeItHasCome()
    {
        Served served({ .farewell = 1ms });
        connect(&served.server, &HttpServer::announced, this,
            [](HttpConnection& connection, const IncomingRequest& header) {
                if (header.path == "/no")
                    connection.answer({ .status = 401, .body = "no" });
            });
        const QByteArray header = " HTTP/1.1\r\nHost: hub\r\nContent-Length: 3\r\n\r\n";
        const auto welcome = served.client("POST /yes" + header + "ab");
        const auto client = served.client("POST /no" + header + "ab");
        Got got(*client);
        QTRY_COMPARE(got.now(),
            "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
        client->write("c" + get);
        QTRY_VERIFY(isClosed(*client));
        welcome->write("c");
        QTRY_COMPARE(served.paths, QByteArrayList { "/yes" });
    }

    void refusesAndCloses()
    {
        Served served;
        const auto client = served.client("GET / HTTP/1.1\r\n\r\n" + get);
        Got got(*client);
        QTRY_VERIFY(isClosed(*client));
        QVERIFY(got.now().startsWith("HTTP/1.1 400 Bad Request\r\n"));
        QVERIFY(served.paths.isEmpty()); // not what follows it, either
    }

    void slowClientsAreEnded_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing is asked") << QByteArray() << QByteArray();
        QTest::newRow("a header without an end")
            << QByteArray("GET / HTTP/1.1\r\nHo") << QByteArray("HTTP/1.1 408 Request Timeout");
        QTest::newRow("a body without an end")
            << QByteArray("POST / HTTP/1.1\r\nHost: hub\r\nContent-Length: 9\r\n\r\na")
            << QByteArray("HTTP/1.1 408 Request Timeout");
    }

    void slowClientsAreEnded()
    {
        QFETCH(const QByteArray, bytes);
        Served served({ .header = 10ms, .body = 10ms, .idle = 10ms });
        const auto client = served.client(bytes);
        Got got(*client);
        QTRY_VERIFY(isClosed(*client));
        QTEST(got.now().left(got.now().indexOf('\r')), "answer");
    }

    void aByteNowAndThenBuysNoTime()
    {
        Served served({ .header = 1500ms });
        const auto client = served.client("GET / HTTP/1.1\r\nX: ");
        QTimer drip;
        connect(&drip, &QTimer::timeout, client.get(), [&client] { client->write("a"); });
        drip.start(50ms);
        QTRY_VERIFY(isClosed(*client));
    }

    void aByteOfARefusedBodyNowAndThenBuysNoTime()
    {
        Served served({ .body = 1500ms, .farewell = 1000ms });
        connect(&served.server, &HttpServer::announced, this,
            [](HttpConnection& connection) { connection.answer({ .status = 401 }); });
        const auto client
            = served.client("POST / HTTP/1.1\r\nHost: hub\r\nContent-Length: 1000\r\n\r\n");
        QTimer drip;
        connect(&drip, &QTimer::timeout, client.get(), [&client] { client->write("a"); });
        drip.start(50ms);
        QTRY_VERIFY(isClosed(*client));
    }

    void moreThanThatManyWait()
    {
        Served served({}, 2);
        const auto first = served.client();
        const auto second = served.client();
        QTRY_COMPARE(served.server.connectionCount(), 2);
        const auto third = served.client(get);
        Got got(*third);
        // What it asks is answered once another has gone.
        QTRY_COMPARE(third->state(), QAbstractSocket::ConnectedState);
        QCOMPARE(served.server.connectionCount(), 2);
        QVERIFY(served.paths.isEmpty());
        first->abort();
        QTRY_VERIFY(got.now().endsWith("/a"));
    }

    void aBurstOfConnectionsIsBoundedAndPasses()
    {
        constexpr int most = 500;
        rlimit files {};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &files), 0);
        rlimit all = files;
        all.rlim_cur = all.rlim_max;
        static_cast<void>(::setrlimit(RLIMIT_NOFILE, &all));
        Served served({}, most);
        sockaddr_in place {};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        place.sin_port = htons(served.server.port());
        QList<int> clients;
        int largest = 0;
        while (clients.size() < 10'000) {
            const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
            if (client < 0) // all that the system lets a program have
                break;
            clients.append(client);
            static_cast<void>(
                ::connect(client, reinterpret_cast<const sockaddr*>(&place), sizeof place));
            if (clients.size() % 100 == 0) {
                QCoreApplication::processEvents();
                largest = std::max(largest, served.server.connectionCount());
            }
        }
        QVERIFY(clients.size() > most || files.rlim_max <= rlim_t(2 * most));
        QCOMPARE(largest, std::min(most, int(clients.size())));
        for (const int client : clients)
            ::close(client);
        constexpr int patience = 60'000; // the system repeats what it could not take in
        QTRY_COMPARE_WITH_TIMEOUT(served.server.connectionCount(), 0, patience);
        const auto client = served.client(get);
        Got got(*client);
        QTRY_VERIFY_WITH_TIMEOUT(got.now().endsWith("/a"), patience);
        ::setrlimit(RLIMIT_NOFILE, &files);
    }

    void eventsAreStreamedAsTheyCome_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("in chunks") << QByteArray("HTTP/1.1\r\nHost: hub");
        QTest::newRow("up to the connection's end") << QByteArray("HTTP/1.0");
    }

    void eventsAreStreamedAsTheyCome()
    {
        QFETCH(const QByteArray, version);
        EventLog log("run");
        Served served;
        served.answer = [&log](HttpConnection& connection, const IncomingRequest&) {
            new EventStream(connection, log, 1);
        };
        QVERIFY(log.append(R"({"n":1})"));
        QVERIFY(log.append(R"({"n":2})"));
        const auto client = served.client("GET / " + version + "\r\n\r\n");
        Got got(*client);
        QTRY_VERIFY(got.now().contains("id: run:2\ndata: {\"n\":2}\n\n"));
        QVERIFY(!got.now().contains("id: run:1\n")); // it comes from behind the first
        QVERIFY(got.now().contains("X-Accel-Buffering: no\r\n"));
        QVERIFY(log.append(R"({"n":3})"));
        QTRY_VERIFY(got.now().contains("id: run:3\ndata: {\"n\":3}\n\n"));
        log.endWith(R"({"n":4})");
        if (version.startsWith("HTTP/1.1")) {
            QTRY_VERIFY(got.now().endsWith("\r\n0\r\n\r\n"));
            client->write(get); // the connection is still of use
            QTRY_COMPARE(served.paths.size(), 2);
        } else {
            QTRY_VERIFY(isClosed(*client));
            QVERIFY(got.now().endsWith("{\"n\":4}\n\n"));
        }
    }

    void aRequestDuringAStreamIsAnsweredAfterIt()
    {
        EventLog log("run");
        Served served;
        served.answer = [&log](HttpConnection& connection, const IncomingRequest& request) {
            if (request.path == "/a")
                new EventStream(connection, log, 0);
            else
                connection.answer({ .contentType = "text/plain", .body = request.path });
        };
        const auto client = served.client(get);
        Got got(*client);
        QVERIFY(log.append("{}"));
        QTRY_VERIFY(got.now().contains("id: run:1\n"));
        client->write("GET /b HTTP/1.1\r\nHost: hub\r\n\r\n");
        QTRY_COMPARE(client->bytesToWrite(), 0);
        QVERIFY(log.append("{}"));
        QTRY_VERIFY(got.now().contains("id: run:2\n"));
        QCOMPARE(served.paths, QByteArrayList { "/a" });
        log.endWith("{}");
        QTRY_VERIFY(got.now().endsWith("/b"));
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
        const auto client = served.client();
        client->setReadBufferSize(1);
        QTRY_COMPARE(served.server.connectionCount(), 1);
        client->write(get);
        QTRY_VERIFY(stuck != nullptr);
        const QByteArray event = "{\"a\":\"" + QByteArray(100'000, 'a') + "\"}";
        for (int i = 0; i < 200; ++i)
            QVERIFY(log.append(event));
        QVERIFY(stuck->backlog() < 4096 + 2 * event.size());
        QTRY_COMPARE(served.server.connectionCount(), 0);
    }

    void whoGoesAwayIsForgotten()
    {
        EventLog log("run");
        Served served;
        served.answer = [&](HttpConnection& connection, const IncomingRequest&) {
            new EventStream(connection, log, 0);
        };
        const auto client = served.client(get);
        QTRY_VERIFY(client->bytesAvailable() > 0);
        client->abort();
        QTRY_COMPARE(served.server.connectionCount(), 0);
        QVERIFY(log.append("{}")); // nobody is there to send it to
    }

    void goesOnWhenTheSystemHasRoomAgain()
    {
        Served served;
        const auto client = served.client(get);
        Got got(*client);
        {
            const FullTable full;
            QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState); // to the system
            QCoreApplication::processEvents();
            QCOMPARE(served.server.connectionCount(), 0);
        }
        QTRY_VERIFY(got.now().endsWith("/a"));
    }

    void aPortThatIsTakenIsSaid()
    {
        Served served;
        HttpServer second;
        const auto error = second.listen(QHostAddress::LocalHost, served.server.port());
        QVERIFY(error.has_value());
        QVERIFY(error->message.contains(QString::number(served.server.port())));
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "HttpServerTest.moc"
