// SPDX-License-Identifier: Apache-2.0
#include "core/base/JsonReader.h"
#include "tests/core/http/Nginx.h"
#include "tests/e2e/Haproxy.h"
#include "tests/e2e/HubProgram.h"
#include "tests/e2e/ModelAnswers.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

constexpr int patience = 30'000; // milliseconds, on a machine that is busy
const QByteArray classCode = "QUIET-FOX";
const QByteArray firstWords = "You want to build ";

QByteArray deployed(const QString& name)
{
    QFile file(QStringLiteral(ROADLOOM_SOURCE_DIR) + u"/resources/deploy/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray wish()
{
    return R"({"preferences":{"learning_goal":"SQL"}})";
}

QByteArray idLine(const QByteArray& task, int number)
{
    return "id: " + task + ':' + QByteArray::number(number) + '\n';
}

/// An answer, as far as it has come. Destroying it goes away.
struct Answer {
    [[nodiscard]] const QByteArray& now()
    {
        bytes += reply->readAll();
        return bytes;
    }
    /// 0: it has not begun.
    [[nodiscard]] int status() const
    {
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    /// Of the run whose events it has; empty: it has none.
    [[nodiscard]] QByteArray task() const
    {
        return reply->rawHeader("Content-Location").split('/').value(4);
    }

    std::unique_ptr<QNetworkReply> reply;
    QByteArray bytes {};
};

} // namespace

/// The configurations of resources/deploy, with real proxies in front of two real hubs. What is
/// changed in them is addresses and ports.
class ProxyTest : public QObject {
    Q_OBJECT
private:
    struct Client {
        quint16 port = 0;
        QByteArray token {};
    };

    [[nodiscard]] Answer send(const Client& client, const QByteArray& method,
        const QByteArray& path, const QByteArray& body = {}, const QByteArray& lastEvent = {})
    {
        QNetworkRequest request(
            QUrl(u"http://127.0.0.1:%1%2"_s.arg(client.port).arg(QString::fromLatin1(path))));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        if (!client.token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + client.token);
        if (!lastEvent.isEmpty())
            request.setRawHeader("Last-Event-ID", lastEvent);
        return { .reply
            = std::unique_ptr<QNetworkReply>(m_network->sendCustomRequest(request, method, body)) };
    }
    /// The answer's status, 0 where none comes; and its JSON.
    struct Whole {
        int status = 0;
        json::value body {};

        [[nodiscard]] QByteArray text(const char* name) const
        {
            const auto* const value
                = body.is_object() ? body.as_object().if_contains(name) : nullptr;
            return value != nullptr && value->is_string() ? toQString(value->as_string()).toUtf8()
                                                          : QByteArray();
        }
    };
    [[nodiscard]] Whole ask(const Client& client, const QByteArray& method, const QByteArray& path,
        const QByteArray& body = {})
    {
        Answer answer = send(client, method, path, body);
        if (!QTest::qWaitFor([&answer] { return answer.reply->isFinished(); }, patience))
            return {};
        const Result<json::value> value = parseJson(answer.now());
        return { .status = answer.status(), .body = value.ok() ? value.value() : json::value() };
    }
    /// A new seat of the class, by the proxy.
    [[nodiscard]] Client newSeat()
    {
        const quint16 port = proxyPort();
        const Whole joined = ask({ .port = port }, "POST", "/api/v1/class/join",
            R"({"code":")" + classCode + R"(","client_id":")" + QByteArray::number(++m_seats)
                + R"("})");
        return { .port = port, .token = joined.text("token") };
    }
    /// Of a run that the client has asked for, and ended again; empty if there is none.
    [[nodiscard]] QByteArray hubOfNewRun(const Client& client)
    {
        const QByteArray task
            = ask(client, "POST", "/api/v1/roadmaps/generate", wish()).text("task_id");
        if (!task.isEmpty())
            static_cast<void>(ask(client, "POST", "/api/v1/roadmaps/tasks/" + task + "/cancel"));
        return task.left(task.indexOf('-'));
    }
    struct Placed {
        Client client;
        QByteArray hub; ///< where its runs are
    };
    /// As many as it takes until both have some; none if that does not come to be.
    [[nodiscard]] QList<Placed> seatsAtBothHubs()
    {
        QList<Placed> seats;
        const QDeadlineTimer end(patience);
        while (!end.hasExpired()) {
            const Client client = newSeat();
            seats.append({ .client = client, .hub = hubOfNewRun(client) });
            const auto has = [&seats](const QByteArray& hub) {
                return std::ranges::find(seats, hub, &Placed::hub) != seats.end();
            };
            if (has("hub1") && has("hub2"))
                return seats;
        }
        return {};
    }
    [[nodiscard]] bool startHub(std::size_t which)
    {
        Program& program = m_hubs[which].program();
        program.setEnvironment(u"ROADLOOM_CLASS_CODE"_s, QString::fromLatin1(classCode));
        program.setEnvironment(u"ROADLOOM_HUB_SECRET"_s, u"known to both hubs alone"_s);
        return m_hubs[which].start({ u"--name"_s, u"hub%1"_s.arg(which + 1), u"--trust-proxy"_s,
            u"127.0.0.1"_s, u"--base-url"_s, m_model->url(u"/v1"_s).toString(), u"--model"_s,
            u"tiny"_s, u"--runs"_s, u"64"_s });
    }
    /// What the file says, for the hubs that are there.
    [[nodiscard]] QByteArray forTheseHubs(QByteArray text) const
    {
        const QByteArray here = "127.0.0.1:";
        text.replace("10.0.0.11:8000", QByteArray(here + QByteArray::number(m_hubs[0].port())));
        return text.replace(
            "10.0.0.12:8000", QByteArray(here + QByteArray::number(m_hubs[1].port())));
    }
    [[nodiscard]] quint16 proxyPort() const
    {
        return QLatin1String(QTest::currentDataTag()) == "nginx"_L1
            ? quint16(m_nginx->url(u"http"_s, {}).port())
            : m_haproxy->port();
    }

    std::unique_ptr<ScriptedHttpServer> m_model;
    std::array<HubProgram, 2> m_hubs;
    std::unique_ptr<Nginx> m_nginx;
    std::unique_ptr<Haproxy> m_haproxy;
    std::unique_ptr<QNetworkAccessManager> m_network;
    int m_seats = 0;

    static void proxies()
    {
        QTest::addColumn<int>("none");
        QTest::newRow("nginx") << 0;
        QTest::newRow("HAProxy") << 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!Nginx::find().program.isEmpty(), qUtf8Printable(Nginx::find().whyNot));
        QVERIFY2(!Haproxy::find().isEmpty(),
            "HAProxy is not installed: tests/run.sh installs it on Debian 12");
        m_model = std::make_unique<ScriptedHttpServer>();
        for (const std::size_t hub : { 0U, 1U })
            QVERIFY2(startHub(hub), m_hubs[hub].program().err().constData());
        m_nginx = std::make_unique<Nginx>();
        QVERIFY2(m_nginx->startServers(forTheseHubs(deployed(u"nginx.conf"_s))
                                           .replace("listen 80;", "listen 127.0.0.1:PLAIN-PORT;")),
            m_nginx->errors().constData());
        m_haproxy = std::make_unique<Haproxy>();
        QVERIFY2(m_haproxy->start(forTheseHubs(deployed(u"haproxy.cfg"_s))
                                      .replace("bind :80\n", "bind 127.0.0.1:PLAIN-PORT\n")),
            m_haproxy->errors().constData());
    }

    void init()
    {
        m_network = std::make_unique<QNetworkAccessManager>();
        // Runs begin, and last until they are cancelled.
        m_model->setResponder([](const RecordedRequest&) {
            return heldAfter(QString::fromLatin1(firstWords), u"web sites."_s);
        });
    }
    void cleanup() { m_network.reset(); }

    void aRunComesWordByWord_data() { proxies(); }
    void aRunComesWordByWord()
    {
        const Client seat = newSeat();
        Answer stream = send(seat, "POST", "/api/v1/roadmaps/generate-stream", wish());
        QTRY_VERIFY_WITH_TIMEOUT(stream.now().contains(firstWords.trimmed()), patience);
        QCOMPARE(ask(seat, "GET", "/api/v1/roadmaps/" + stream.task() + "/status").text("status"),
            "processing");
        QVERIFY(!stream.reply->isFinished());
        QCOMPARE(
            ask(seat, "POST", "/api/v1/roadmaps/tasks/" + stream.task() + "/cancel").status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(stream.reply->isFinished(), patience);
        QVERIFY(stream.now().endsWith("\n\n"));
    }

    void ourOwnClientIsServed_data() { proxies(); }
    void ourOwnClientIsServed()
    {
        answerAsAgents(*m_model, sample::perfectRoadmap());
        Program seat;
        seat.setEnvironment(u"ROADLOOM_CLASS_CODE"_s, QString::fromLatin1(classCode));
        QVERIFY(
            seat.run({ u"generate"_s, u"--service-url"_s, u"http://127.0.0.1:%1"_s.arg(proxyPort()),
                u"--goal"_s, u"Web development"_s, u"--format"_s, u"sse"_s }));
        QVERIFY2(seat.exitStatus() == 0, seat.err().constData());
        QVERIFY(seat.out().contains(R"(data: {"type":"done")"));
    }

    void seatsAreSharedOutAndStayWhereTheyAre_data() { proxies(); }
    void seatsAreSharedOutAndStayWhereTheyAre()
    {
        const QList<Placed> seats = seatsAtBothHubs();
        QVERIFY(!seats.isEmpty());
        for (const Placed& seat : seats)
            QCOMPARE(hubOfNewRun(seat.client), seat.hub);
    }

    /// Of which one is not the one where the seat's wishes go.
    void whatNamesATaskReachesItsHub_data() { proxies(); }
    void whatNamesATaskReachesItsHub()
    {
        const Client seat = newSeat();
        for (HubProgram& hub : m_hubs) {
            const Client there { .port = hub.port(), .token = seat.token };
            const QByteArray task
                = ask(there, "POST", "/api/v1/roadmaps/generate", wish()).text("task_id");
            QVERIFY(!task.isEmpty());
            const QByteArray base = "/api/v1/roadmaps/";
            QCOMPARE(ask(seat, "GET", base + task + "/status").text("task_id"), task);
            Answer events = send(seat, "GET", base + task + "/events");
            QTRY_VERIFY_WITH_TIMEOUT(events.now().contains(firstWords.trimmed()), patience);
            QCOMPARE(ask(seat, "POST", base + "tasks/" + task + "/cancel").text("task_id"), task);
            QTRY_VERIFY_WITH_TIMEOUT(events.reply->isFinished(), patience);
        }
    }

    void aStreamThatWasCutGoesOnAtItsHub_data() { proxies(); }
    void aStreamThatWasCutGoesOnAtItsHub()
    {
        const QByteArray path = "/api/v1/roadmaps/generate-stream";
        const Client seat = newSeat();
        for (HubProgram& hub : m_hubs) {
            QByteArray task;
            {
                Answer cut
                    = send({ .port = hub.port(), .token = seat.token }, "POST", path, wish());
                QTRY_VERIFY_WITH_TIMEOUT(cut.now().contains(firstWords.trimmed()), patience);
                task = cut.task();
            }
            Answer rest = send(seat, "POST", path, wish(), task + ":1");
            QTRY_VERIFY_WITH_TIMEOUT(rest.now().contains(idLine(task, 2)), patience);
            QVERIFY(!rest.now().contains(idLine(task, 1)));
            QCOMPARE(rest.task(), task);
            Answer again = send(seat, "POST", path + "?after=" + task + ":1", wish());
            QTRY_VERIFY_WITH_TIMEOUT(again.now().contains(idLine(task, 2)), patience);
            QCOMPARE(ask(seat, "POST", "/api/v1/roadmaps/tasks/" + task + "/cancel").status, 200);
            QTRY_VERIFY_WITH_TIMEOUT(rest.reply->isFinished(), patience);
            QVERIFY(rest.now().endsWith("\n\n"));
        }
    }

    void aWebSocketReachesItsHub_data() { proxies(); }
    void aWebSocketReachesItsHub()
    {
        const Client seat = newSeat();
        for (HubProgram& hub : m_hubs) {
            const QByteArray task = ask({ .port = hub.port(), .token = seat.token }, "POST",
                "/api/v1/roadmaps/generate", wish())
                                        .text("task_id");
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, seat.port);
            socket.write("GET /api/v1/ws/" + task
                + " HTTP/1.1\r\nHost: hub\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                  "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                  "Sec-WebSocket-Protocol: roadloom, roadloom."
                + seat.token + "\r\n\r\n");
            QByteArray got;
            const auto has = [&](const QByteArray& words) {
                got += socket.readAll();
                return got.contains(words);
            };
            QTRY_VERIFY_WITH_TIMEOUT(has(firstWords.trimmed()), patience);
            QVERIFY(got.startsWith("HTTP/1.1 101 "));
            QCOMPARE(ask(seat, "POST", "/api/v1/roadmaps/tasks/" + task + "/cancel").status, 200);
        }
    }

    void figuresAreForNobodyOutside_data() { proxies(); }
    void figuresAreForNobodyOutside()
    {
        QCOMPARE(ask({ .port = m_hubs[0].port() }, "GET", "/metrics").status, 200);
        QCOMPARE(ask({ .port = proxyPort() }, "GET", "/metrics").status, 403);
    }

    void theOtherOneTakesThePlaceOfAHubThatIsGone_data() { proxies(); }
    void theOtherOneTakesThePlaceOfAHubThatIsGone()
    {
        const QList<Placed> seats = seatsAtBothHubs();
        QVERIFY(!seats.isEmpty());
        const QByteArray path = "/api/v1/roadmaps/generate-stream";
        const Client left = std::ranges::find(seats, "hub1"_ba, &Placed::hub)->client;
        Answer broken = send(left, "POST", path, wish());
        QTRY_VERIFY_WITH_TIMEOUT(broken.now().contains(firstWords.trimmed()), patience);
        m_hubs[0].program().kill();
        QVERIFY(m_hubs[0].program().wait());
        QTRY_VERIFY_WITH_TIMEOUT(broken.reply->isFinished(), patience);
        QVERIFY(broken.reply->error() != QNetworkReply::NoError);
        for (const Placed& seat : seats)
            QCOMPARE(hubOfNewRun(seat.client), "hub2");
        // The run is gone: whoever comes back is told so, and it is not begun anew.
        Answer back = send(left, "POST", path, wish(), broken.task() + ":1");
        QTRY_VERIFY_WITH_TIMEOUT(back.reply->isFinished(), patience);
        QCOMPARE(back.status(), 204);
        QVERIFY2(startHub(0), m_hubs[0].program().err().constData());
        QTRY_COMPARE_WITH_TIMEOUT(hubOfNewRun(left), "hub1", patience);
    }
};

QTEST_GUILESS_MAIN(ProxyTest)
#include "ProxyTest.moc"
