// SPDX-License-Identifier: Apache-2.0
#include "core/hub/Hub.h"
#include "tests/core/hub/ToldSource.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include "core/roadmap/RoadmapJson.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;
using namespace std::chrono_literals;

namespace {

const ChunkEvent hello { u"您好"_s, AgentId::IntentAnalyzer };

QByteArray wish(const QByteArray& user = "a", const QByteArray& goal = "SQL")
{
    return R"({"user_id":")" + user + R"(","session_id":"s","preferences":{"learning_goal":")"
        + goal
        + R"(","available_hours_per_week":10,"motivation":"","current_level":"beginner",)"
          R"("career_background":"","content_preference":["text","interactive"]}})";
}

DoneEvent doneWith(const QString& roadmapId)
{
    DoneEvent done;
    done.design.framework.id = roadmapId;
    return done;
}

Roadmap roadmapWith(const QString& id, const QString& title)
{
    Roadmap roadmap = sample::perfectRoadmap();
    roadmap.id = id;
    roadmap.title = title;
    return roadmap;
}

struct Client {
    [[nodiscard]] QByteArray now()
    {
        bytes += socket->readAll();
        return bytes;
    }
    [[nodiscard]] bool has(const QByteArray& part) { return now().contains(part); }
    [[nodiscard]] json::value body()
    {
        const Result<json::value> value = parseJson(now().mid(now().indexOf("\r\n\r\n") + 4));
        return value.ok() ? value.value() : json::value();
    }
    [[nodiscard]] bool hasAnswer()
    {
        const qsizetype end = now().indexOf("\r\n\r\n");
        const qsizetype at = bytes.indexOf("Content-Length: ");
        return end > 0 && at > 0
            && bytes.size()
            >= end + 4 + bytes.mid(at + 16, bytes.indexOf('\r', at) - at - 16).toLongLong();
    }

    std::unique_ptr<QTcpSocket> socket;
    QByteArray bytes;
};

} // namespace

/// The hub as its clients see it.
class HubApiTest : public QObject {
    Q_OBJECT

    struct Served {
        explicit Served(const HubLimits& limits = {}, const QByteArray& classCode = {},
            const HubPatience& patience = {}, const AllowedOrigins& allowed = {})
            : hub({ .port = 0,
                      .classCode = classCode,
                      .allowedOrigins = allowed,
                      .limits = limits,
                      .patience = patience },
                [this] { return make(); })
        {
            if (hub.listen())
                qFatal("nothing can be served");
        }
        std::unique_ptr<RoadmapSource> make()
        {
            auto source = std::make_unique<ToldSource>();
            sources.append(source.get());
            return source;
        }
        [[nodiscard]] Client client(const QByteArray& bytes) const
        {
            Client client { .socket = std::make_unique<QTcpSocket>(), .bytes = {} };
            client.socket->connectToHost(QHostAddress::LocalHost, hub.port());
            client.socket->write(bytes);
            return client;
        }
        [[nodiscard]] Client ask(const QByteArray& line, const QByteArray& body = {},
            const QByteArray& fields = {}) const
        {
            return client(line + " HTTP/1.1\r\nHost: localhost\r\n" + fields
                + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        }
        [[nodiscard]] Client stream(
            const QByteArray& body = wish(), const QByteArray& fields = {}) const
        {
            return ask("POST /api/v1/roadmaps/generate-stream", body, fields);
        }

        QList<QPointer<ToldSource>> sources;
        Hub hub;
        HubRuns& runs = hub.runs();
    };

    static QByteArray taskIn(Client& client)
    {
        const QByteArray now = client.now();
        const qsizetype at = now.indexOf("id: ") + 4;
        return now.mid(at, now.indexOf(':', at) - at);
    }

private Q_SLOTS:
    void aWishIsAnsweredWithItsEvents()
    {
        Served hub;
        Client client = hub.stream(wish("a", "学习 Python Web 开发"));
        QTRY_COMPARE(hub.sources.size(), 1);
        QCOMPARE(hub.sources.first()->asked.preferences.learningGoal, u"学习 Python Web 开发"_s);
        hub.sources.first()->say(hello);
        QTRY_VERIFY(
            client.has(R"(data: {"type":"chunk","content":"您好","agent":"intent_analyzer"})"
                       "\n\n"));
        QVERIFY(client.now().startsWith("HTTP/1.1 200 OK\r\n"));
        for (const char* field :
            { "Content-Type: text/event-stream; charset=utf-8\r\n", "Cache-Control: no-cache\r\n",
                "X-Accel-Buffering: no\r\n", "Transfer-Encoding: chunked\r\n" })
            QVERIFY2(client.has(field), field);
        hub.sources.first()->say(doneWith(u"r"_s));
        QTRY_VERIFY(client.now().endsWith("\r\n0\r\n\r\n"));
        QCOMPARE(client.now().count("\nid: "), 2);
        QTRY_VERIFY(hub.sources.first().isNull()); // nothing is kept of it but what it said
    }

    void whoTakesGzipIsStreamedIt()
    {
        Served hub;
        Client packed = hub.stream(wish("a"), "Accept-Encoding: gzip\r\n");
        Client plain = hub.stream(wish("b"), "Accept-Encoding: gzip;q=0, br\r\n");
        for (Client* const client : { &packed, &plain }) {
            QTRY_VERIFY(client->has("\r\n\r\n"));
            QVERIFY(client->has("Vary: Accept-Encoding\r\n"));
        }
        QVERIFY(packed.has("Content-Encoding: gzip\r\n"));
        QVERIFY(!plain.has("Content-Encoding"));
        QTRY_VERIFY(plain.has("data: "));
        QTRY_COMPARE(hub.sources.size(), 1);
        hub.sources.first()->say(hello);
        QTRY_VERIFY(packed.has("\x1f\x8b")); // how gzip begins
        QVERIFY(!packed.has("data: "));
    }

    void whoComesBackGetsTheRestOnce_data()
    {
        QTest::addColumn<bool>("byAddress");
        QTest::newRow("with the same wish and Last-Event-ID") << false;
        QTest::newRow("by the task's address") << true;
    }

    void whoComesBackGetsTheRestOnce()
    {
        QFETCH(const bool, byAddress);
        Served hub;
        Client first = hub.stream();
        QTRY_COMPARE(hub.sources.size(), 1);
        hub.sources.first()->say(hello);
        QTRY_VERIFY(first.has("data: "));
        const QByteArray task = taskIn(first);
        first.socket->abort();
        hub.sources.first()->say(ProgressEvent { .percent = 30 });
        Client second = byAddress ? hub.ask("GET /api/v1/roadmaps/" + task + "/events?after=1")
                                  : hub.stream(wish(), "Last-Event-ID: " + task + ":1\r\n");
        QTRY_VERIFY(second.has("id: " + task + ":2\ndata: {\"type\":\"progress\""));
        QVERIFY(!second.has(task + ":1\n"));
        QCOMPARE(hub.sources.size(), 1); // no second run
        hub.sources.first()->say(doneWith(u"r"_s));
        QTRY_VERIFY(second.has(task + ":3\n"));
    }

    void aRunThatIsNoMoreIsNotBegunAnew()
    {
        Served hub;
        Client client = hub.stream(wish(), "Last-Event-ID: gone:7\r\n");
        QTRY_VERIFY(client.has("\r\n\r\n"));
        QVERIFY(client.now().startsWith("HTTP/1.1 204 ")); // browsers stop asking, too
        QVERIFY(!client.has("Content-Length"));
        QVERIFY(hub.sources.isEmpty());
        Client other = hub.stream(wish(), "Last-Event-ID: 7\r\n"); // of no run of a hub
        QTRY_COMPARE(hub.sources.size(), 1);
    }

    void whoIsAheadOfTheLogMissesNothing()
    {
        Served hub;
        Client first = hub.stream();
        QTRY_COMPARE(hub.sources.size(), 1);
        hub.sources.first()->say(hello);
        QTRY_VERIFY(first.has("data: "));
        const QByteArray task = taskIn(first);
        Client ahead = hub.stream(wish(), "Last-Event-ID: " + task + ":99\r\n");
        QTRY_VERIFY(ahead.has("\r\n\r\n"));
        hub.sources.first()->say(hello);
        QTRY_VERIFY(ahead.has(task + ":2\n"));
    }

    void aPageThatCallsThisMachineItsOwnIsRefused_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("isServed");
        QTest::newRow("loopback") << QByteArray("127.0.0.1:8000") << true;
        QTest::newRow("by name") << QByteArray("localhost") << true;
        QTest::newRow("IPv6") << QByteArray("[::1]:8000") << true;
        QTest::newRow("another name") << QByteArray("evil.example:8000") << false;
        QTest::newRow("a name that begins so") << QByteArray("127.0.0.1.evil.example") << false;
        QTest::newRow("another machine") << QByteArray("192.168.1.9") << false;
    }

    void aPageThatCallsThisMachineItsOwnIsRefused()
    {
        QFETCH(const QByteArray, host);
        Served hub;
        Client client;
        client.socket = std::make_unique<QTcpSocket>();
        client.socket->connectToHost(QHostAddress::LocalHost, hub.hub.port());
        client.socket->write("GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        QTRY_VERIFY(client.hasAnswer());
        QTEST(client.now().startsWith("HTTP/1.1 200 "), "isServed");
    }

    void seatsHearNothingOfTheTeachersServer()
    {
        Served hub;
        QSignalSpy stumbled(&hub.runs, &HubRuns::stumbled);
        Client client = hub.stream();
        QTRY_COMPARE(hub.sources.size(), 1);
        hub.sources.first()->say(AttemptFailedEvent { .reason = u"10.0.0.7 is silent"_s });
        hub.sources.first()->say(ErrorEvent {
            { ErrorKind::Authentication, u"The key of 10.0.0.7 is wrong."_s, u"sk-secret"_s },
            AgentId::CurriculumArchitect });
        QTRY_VERIFY(client.has("\r\n0\r\n\r\n"));
        QVERIFY(!client.has("10.0.0.7") && !client.has("sk-secret"));
        QVERIFY(client.has("\"kind\":\"server\""));
        QCOMPARE(stumbled.size(), 2);
        QVERIFY(stumbled.last().first().toString().contains(u"10.0.0.7"_s));
    }

    void placesGoBackAndForthWithoutFillingTheLog()
    {
        Served hub({ .parallel = 1, .waitingOfSeat = 5 });
        Client first = hub.stream(wish("a"));
        QTRY_COMPARE(hub.runs.running(), 1);
        Client second = hub.stream(wish("a"));
        QTRY_COMPARE(hub.runs.waiting(), 1);
        Client third = hub.stream(wish("a"));
        QTRY_VERIFY(third.has("\"position\":2"));
        const QByteArray task = taskIn(third);
        for (int i = 0; i < 5; ++i) {
            Client other = hub.stream(wish("b")); // comes between
            QTRY_COMPARE(hub.runs.waiting(), 3);
            Client cancel = hub.ask("POST /api/v1/roadmaps/tasks/" + taskIn(other) + "/cancel");
            QTRY_VERIFY(other.has("data: "));
            Client again = hub.ask("POST /api/v1/roadmaps/tasks/" + taskIn(other) + "/cancel");
            QTRY_COMPARE(hub.runs.waiting(), 2);
        }
        QCOMPARE(hub.runs.find(QString::fromLatin1(task))->log().last(), 1);
    }

    void noMoreRunsAreKeptThanTheLimit()
    {
        Served hub({ .keptRuns = 2 });
        for (int i = 0; i < 4; ++i) {
            Client client = hub.stream();
            QTRY_COMPARE(hub.sources.size(), i + 1);
            hub.sources.last()->say(doneWith(u"r"_s));
            QTRY_VERIFY(client.has("\r\n0\r\n\r\n"));
        }
        QCOMPARE(hub.runs.all().size(), 2);
    }

    void aTaskIsFollowedWithoutAStream()
    {
        Served hub;
        Client begun = hub.ask("POST /api/v1/roadmaps/generate", wish());
        QTRY_VERIFY(begun.hasAnswer());
        const auto answer = begun.body().as_object();
        QCOMPARE(toQString(answer.at("status").as_string()), u"processing"_s);
        QVERIFY(answer.contains("message"));
        const QByteArray task = toQString(answer.at("task_id").as_string()).toUtf8();
        hub.sources.first()->say(
            ProgressEvent { .step = WorkflowStep::CurriculumDesign, .percent = 40 });
        Client during = hub.ask("GET /api/v1/roadmaps/" + task + "/status");
        QTRY_VERIFY(during.hasAnswer());
        QCOMPARE(toQString(during.body().at("current_step").as_string()), u"curriculum_design"_s);
        hub.sources.first()->say(doneWith(u"r-1"_s));
        Client after = hub.ask("GET /api/v1/roadmaps/" + task + "/status");
        QTRY_VERIFY(after.hasAnswer());
        QCOMPARE(toQString(after.body().at("status").as_string()), u"completed"_s);
        QCOMPARE(toQString(after.body().at("roadmap_id").as_string()), u"r-1"_s);
        Client roadmap = hub.ask("GET /api/v1/roadmaps/r-1");
        QTRY_VERIFY(roadmap.hasAnswer());
        QCOMPARE(toQString(roadmap.body().at("roadmap_id").as_string()), u"r-1"_s);
    }

    void aTaskIsCancelled()
    {
        Served hub;
        Client client = hub.stream();
        QTRY_COMPARE(hub.sources.size(), 1);
        hub.sources.first()->say(hello);
        QTRY_VERIFY(client.has("data: "));
        const QByteArray task = taskIn(client);
        Client cancel = hub.ask("POST /api/v1/roadmaps/tasks/" + task + "/cancel");
        QTRY_VERIFY(cancel.hasAnswer());
        QVERIFY(cancel.body().at("success").as_bool());
        QCOMPARE(toQString(cancel.body().at("previous_status").as_string()), u"processing"_s);
        QTRY_VERIFY(client.has(R"("type":"error")"));
        Client again = hub.ask("POST /api/v1/roadmaps/tasks/" + task + "/cancel");
        QTRY_VERIFY(again.hasAnswer());
        QVERIFY(!again.body().at("success").as_bool());
    }

    void aBodyThatIsNoWishIsToldWhatItLacks_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray(R"(["body"])")
                                 << QByteArray("json_invalid");
        QTest::newRow("no UTF-8") << QByteArray("{\"a\":\"\xff\"}") << QByteArray(R"(["body"])")
                                  << QByteArray("json_invalid");
        QTest::newRow("nested to no end")
            << QByteArray(100'000, '[') << QByteArray(R"(["body"])") << QByteArray("json_invalid");
        QTest::newRow("no preferences")
            << QByteArray("{}") << QByteArray(R"(["body","preferences"])") << QByteArray("missing");
        QTest::newRow("no goal") << QByteArray(R"({"preferences":{}})")
                                 << QByteArray(R"(["body","preferences","learning_goal"])")
                                 << QByteArray("missing");
        QTest::newRow("hours are words")
            << QByteArray(
                   R"({"preferences":{"learning_goal":"a","available_hours_per_week":"ten"}})")
            << QByteArray(R"(["body","preferences","available_hours_per_week"])")
            << QByteArray("value_error");
        QTest::newRow("more than is known")
            << QByteArray("{\"junk\":\"" + QByteArray(20'000, 'x')
                   + "\",\"preferences\":{\"learning_goal\":\"a\"}}")
            << QByteArray("[\"body\"]") << QByteArray("value_error");
        QTest::newRow("a blank goal")
            << QByteArray(R"({"preferences":{"learning_goal":" "}})")
            << QByteArray(R"(["body","preferences"])") << QByteArray("value_error");
    }

    void aBodyThatIsNoWishIsToldWhatItLacks()
    {
        QFETCH(const QByteArray, body);
        Served hub;
        Client client = hub.stream(body);
        QTRY_VERIFY(client.hasAnswer());
        QVERIFY(client.now().startsWith("HTTP/1.1 422 "));
        const json::value detail = client.body().at("detail").as_array().at(0);
        QTEST(writeJson(detail.at("loc")), "location");
        QTEST(toQString(detail.at("type").as_string()).toLatin1(), "type");
        QVERIFY(!detail.at("msg").as_string().empty());
        QVERIFY(hub.sources.isEmpty());
    }

    void hostileBodiesAreRefusedEverywhere_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("body");
        for (const char* line : { "POST /api/v1/class/join", "POST /api/v1/class/roadmaps",
                 "POST /api/v1/roadmaps/generate", "POST /api/v1/roadmaps/generate-stream" }) {
            QTest::addRow("%s, nothing", line) << QByteArray(line) << QByteArray();
            QTest::addRow("%s, no UTF-8", line)
                << QByteArray(line) << QByteArray("{\"code\":\"\xc3\x28\"}");
            QTest::addRow("%s, a surrogate alone", line)
                << QByteArray(line) << QByteArray(R"({"code":"\ud800"})");
            QTest::addRow("%s, lists in lists", line)
                << QByteArray(line) << QByteArray("{\"code\":") + QByteArray(100'000, '[');
            QTest::addRow("%s, objects in objects", line)
                << QByteArray(line) << QByteArray("{\"code\":").repeated(100'000);
            QTest::addRow("%s, a number without an end", line)
                << QByteArray(line) << QByteArray("{\"code\":") + QByteArray(900'000, '9') + '}';
            QTest::addRow("%s, words without an end", line)
                << QByteArray(line) << QByteArray("{\"code\":\"") + QByteArray(900'000, 'a');
            QTest::addRow("%s, another kind of value", line)
                << QByteArray(line) << QByteArray(R"(["code"])");
        }
    }

    void hostileBodiesAreRefusedEverywhere()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, body);
        Served hub({}, "ABCD2345");
        const auto seat = hub.hub.seats()->join({ "ABCD2345" }, QHostAddress::LocalHost, 0s);
        QVERIFY(seat.ok());
        const QByteArray token = "Authorization: Bearer " + seat.value().token + "\r\n";
        Client client = hub.ask(line, body, token);
        QTRY_VERIFY(client.hasAnswer());
        const bool isTooLong = line.endsWith("/join") && body.size() > 4096;
        QCOMPARE(client.now().left(12), isTooLong ? "HTTP/1.1 413"_ba : "HTTP/1.1 422"_ba);
        QCOMPARE(hub.hub.seats()->seats().size(), 1);
        QVERIFY(hub.sources.isEmpty());
        Client health = hub.ask("GET /health");
        QTRY_VERIFY(health.has("healthy"));
    }

    void pathTricksLeadNowhere_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char* path : { "/api/v1/roadmaps/%2e%2e", "/api/v1/roadmaps/%00",
                 "/api/v1/roadmaps/a%00b/status", "/api/v1/roadmaps/..\\..\\metrics",
                 "/api/v1/roadmaps/%5c..%5cmetrics", "//api/v1/roadmaps/a",
                 "/api/v1/roadmaps/a//events", "/api/v1/roadmaps/%25%32%65/status",
                 "/api/v1/roadmaps/'%20or%201=1--", "/%2e%2e/%2e%2e/etc/passwd", "/\\metrics" })
            QTest::addRow("%s", path) << QByteArray(path);
    }

    void pathTricksLeadNowhere()
    {
        QFETCH(const QByteArray, path);
        Served hub;
        Client client = hub.ask("GET " + path);
        QTRY_VERIFY(client.hasAnswer());
        QVERIFY2(client.now().startsWith("HTTP/1.1 404 "), client.now().constData());
        QVERIFY(client.body().at("detail").is_string());
    }

    void seatsTakeTurnsAndSeeTheirPlace()
    {
        Served hub({ .parallel = 1 });
        Client first = hub.stream(wish("a"));
        QTRY_COMPARE(hub.runs.running(), 1);
        Client second = hub.stream(wish("a"));
        QTRY_COMPARE(hub.runs.waiting(), 1);
        Client third = hub.stream(wish("b"));
        QTRY_VERIFY(third.has(R"(data: {"type":"queued","position":2})"));
        QTRY_VERIFY(second.has(R"(data: {"type":"queued","position":1)"));
        hub.sources.first()->say(doneWith(u"r"_s));
        QTRY_COMPARE(hub.sources.size(), 2);
        // By how long the first one took.
        QTRY_VERIFY(third.has(R"(data: {"type":"queued","position":1,"wait_s":)"));
    }

    void oneSeatCannotFillTheQueue()
    {
        Served hub({ .parallel = 1, .waitingOfSeat = 1 });
        Client first = hub.stream(wish("a"));
        QTRY_COMPARE(hub.runs.running(), 1);
        Client second = hub.stream(wish("a"));
        QTRY_COMPARE(hub.runs.waiting(), 1);
        Client third = hub.stream(wish("a"));
        QTRY_VERIFY(third.hasAnswer());
        QVERIFY(third.now().startsWith("HTTP/1.1 429 "));
        Client other = hub.stream(wish("b"));
        QTRY_COMPARE(hub.runs.waiting(), 2);
    }

    void whoHasUsedUpTheHourIsToldWhenToComeAgain()
    {
        Served hub({ .budget = { .runsPerHour = 1 } });
        Client first = hub.stream(wish("a"));
        QTRY_COMPARE(hub.runs.running(), 1);
        hub.sources.first()->say(doneWith(u"r"_s));
        Client second = hub.stream(wish("a"));
        QTRY_VERIFY(second.hasAnswer());
        QVERIFY(second.now().startsWith("HTTP/1.1 429 "));
        QVERIFY(second.has("Retry-After: 3"));
        Client metrics = hub.ask("GET /metrics");
        QTRY_VERIFY(metrics.has("\nroadloom_hub_budget_refusals_total 1\n"));
        Client other = hub.stream(wish("b"));
        QTRY_COMPARE(hub.runs.running(), 1);
    }

    void whoHasUsedUpTheDaysTokensIsTold()
    {
        Served hub({ .budget = { .tokensPerDay = 1000 } });
        Client first = hub.stream(wish("a"));
        QTRY_COMPARE(hub.sources.size(), 1);
        DoneEvent done = doneWith(u"r"_s);
        done.usage = { .inputTokens = 600, .outputTokens = 400 };
        hub.sources.first()->say(done);
        Client second = hub.stream(wish("a"));
        QTRY_VERIFY(second.hasAnswer());
        QVERIFY(second.now().startsWith("HTTP/1.1 429 "));
    }

    void aRunThatCameToNothingCostsItsTokens()
    {
        for (const bool isCancelled : { true, false }) {
            Served hub({ .budget = { .tokensPerDay = 1000 } });
            Client first = hub.stream(wish("a"));
            QTRY_COMPARE(hub.sources.size(), 1);
            hub.sources.first()->used = { .inputTokens = 600, .outputTokens = 400 };
            if (isCancelled)
                hub.runs.all().first()->cancel();
            else
                hub.sources.first()->say(
                    ErrorEvent { { ErrorKind::Server, u"No."_s, {} }, AgentId::System });
            QCOMPARE(hub.runs.tokensOf(u"a"_s), 1000);
        }
    }

    void figuresAreForNobodyBehindAProxy_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("told who asks") << "X-Forwarded-For: 192.0.2.7\r\n"_ba;
        QTest::newRow("told nobody") << "X-Forwarded-For:\r\n"_ba;
        QTest::newRow("RFC 7239") << "Forwarded: for=192.0.2.7\r\n"_ba;
    }

    void figuresAreForNobodyBehindAProxy()
    {
        QFETCH(const QByteArray, field);
        Served hub;
        Client client = hub.ask("GET /metrics", {}, field);
        QTRY_VERIFY(client.hasAnswer());
        QVERIFY(client.now().startsWith("HTTP/1.1 404 "));
    }

    void whoGoesAwayFreesTheModelAfterAWhile()
    {
        Served hub({}, {}, { .grace = 1ms });
        Client client = hub.stream();
        QTRY_COMPARE(hub.sources.size(), 1);
        hub.sources.first()->say(hello);
        QTRY_VERIFY(client.has("data: "));
        client.socket->abort();
        QTRY_VERIFY(hub.sources.first().isNull());
        QCOMPARE(hub.runs.running(), 0);
        QCOMPARE(hub.runs.all().first()->state(), HubRunState::Cancelled);
    }

    void anEndedRunIsForgottenAfterAWhile()
    {
        Served hub({ .kept = 1ms });
        Client client = hub.stream();
        QTRY_COMPARE(hub.sources.size(), 1);
        hub.sources.first()->say(doneWith(u"r"_s));
        QTRY_VERIFY(client.now().endsWith("\r\n0\r\n\r\n"));
        QTRY_VERIFY(hub.runs.all().isEmpty());
    }

    void aStreamThatIsSilentShowsThatItIsAlive()
    {
        Served hub({}, {}, { .heartbeat = 5ms });
        Client client = hub.stream();
        QTRY_VERIFY(client.now().count(": alive\n\n") >= 2);
    }

    void aClassIsForThoseWhoHaveItsCode()
    {
        Served hub({}, "ABCD2345");
        Client stranger = hub.stream();
        QTRY_VERIFY(stranger.hasAnswer());
        QVERIFY(stranger.now().startsWith("HTTP/1.1 401 "));
        Client wrong = hub.ask("POST /api/v1/class/join", R"({"code":"x"})");
        QTRY_VERIFY(wrong.hasAnswer());
        QVERIFY(wrong.now().startsWith("HTTP/1.1 401 "));
        Client right = hub.ask("POST /api/v1/class/join", R"({"code":"abcd-2345","name":"Li"})");
        QTRY_VERIFY(right.hasAnswer());
        const QByteArray token = toQString(right.body().at("token").as_string()).toLatin1();
        Client seat = hub.stream(wish(), "Authorization: Bearer " + token + "\r\n");
        QTRY_COMPARE(hub.sources.size(), 1);
        Client health = hub.ask("GET /health");
        QTRY_VERIFY(health.hasAnswer());
        QCOMPARE(toQString(health.body().at("status").as_string()), u"healthy"_s);
    }

    void aStrangersBodyIsNotReadWhenItIsLong_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("of a wish") << "POST /api/v1/roadmaps/generate-stream HTTP/1.1\r\n"
                                      "Content-Length: 1000000\r\n"_ba
                                   << "401"_ba;
        QTest::newRow("of a code") << "POST /api/v1/class/join HTTP/1.1\r\n"
                                      "Content-Length: 1000000\r\n"_ba
                                   << "413"_ba;
        QTest::newRow("of a length that is not said") << "POST /api/v1/class/join HTTP/1.1\r\n"
                                                         "Transfer-Encoding: chunked\r\n"_ba
                                                      << "413"_ba;
        QTest::newRow("to nowhere") << "POST /nowhere HTTP/1.1\r\nContent-Length: 1000000\r\n"_ba
                                    << "404"_ba;
    }

    void aStrangersBodyIsNotReadWhenItIsLong()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const QByteArray, status);
        Served hub({}, "ABCD2345");
        Client stranger = hub.client(request + "Host: hub\r\n\r\n");
        QTRY_VERIFY(stranger.hasAnswer()); // before any of it has come
        QCOMPARE(stranger.now().left(12), "HTTP/1.1 " + status);
    }

    void figuresAreForThisMachine()
    {
        Served hub;
        Client done = hub.stream();
        QTRY_COMPARE(hub.sources.size(), 1);
        hub.sources.first()->say(hello);
        hub.sources.first()->say(doneWith(u"r"_s));
        QTRY_VERIFY(done.has("\r\n0\r\n\r\n"));
        Client failed = hub.stream();
        QTRY_COMPARE(hub.sources.size(), 2);
        hub.sources.last()->say(
            ErrorEvent { { ErrorKind::Timeout, u"late"_s, {} }, AgentId::System });
        QTRY_VERIFY(failed.has("\r\n0\r\n\r\n"));
        Client on = hub.stream();
        QTRY_COMPARE(hub.sources.size(), 3);
        Client metrics = hub.ask("GET /metrics");
        QTRY_VERIFY(metrics.hasAnswer());
        for (const char* line :
            { "Content-Type: text/plain; version=0.0.4", "\nroadloom_hub_runs_running 1\n",
                "\nroadloom_hub_runs_total{result=\"completed\"} 1\n",
                "\nroadloom_hub_failures_total{kind=\"timeout\"} 1\n",
                "\nroadloom_hub_first_word_seconds_count 1\n",
                "\nroadloom_hub_run_seconds_bucket{le=\"+Inf\"} 2\n",
                "\nroadloom_hub_events_total 3\n", "\nroadloom_hub_connections 4\n" })
            QVERIFY2(metrics.has(line), line);
    }

    void pagesInABrowserMayDoWhatTheyAreAllowed_data()
    {
        QTest::addColumn<QByteArrayList>("allowed");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("mayAsk");
        const QByteArray school = "https://school.example";
        QTest::newRow("none is allowed") << QByteArrayList() << school << false;
        QTest::newRow("this one is") << QByteArrayList { school } << school << true;
        QTest::newRow("another one is")
            << QByteArrayList { school } << QByteArray("https://evil.example") << false;
        QTest::newRow("one whose name only begins so")
            << QByteArrayList { school } << QByteArray(school + ".evil.example") << false;
        QTest::newRow("all are") << QByteArrayList { "*" } << school << true;
        QTest::newRow("a file") << QByteArrayList {} << QByteArray("null") << false;
    }

    void pagesInABrowserMayDoWhatTheyAreAllowed()
    {
        QFETCH(const QByteArrayList, allowed);
        QFETCH(const QByteArray, origin);
        QFETCH(const bool, mayAsk);
        Served hub({}, {}, {}, { allowed });
        const QByteArray field = "Origin: " + origin + "\r\n";
        Client question = hub.ask("OPTIONS /api/v1/roadmaps/generate-stream", {},
            field + "Access-Control-Request-Method: POST\r\n");
        QTRY_VERIFY(question.has("\r\n\r\n"));
        QCOMPARE(question.now().startsWith("HTTP/1.1 204 "), mayAsk);
        Client wished = hub.stream(wish(), field);
        QTRY_VERIFY(wished.has("\r\n\r\n"));
        QCOMPARE(wished.now().startsWith("HTTP/1.1 200 "), mayAsk);
        for (Client* const client : { &question, &wished })
            QCOMPARE(client->has("Access-Control-Allow-Origin: " + origin + "\r\n"), mayAsk);
        QCOMPARE(hub.sources.size(), mayAsk ? 1 : 0);
        Client foreign = hub.ask("GET /health"); // no page
        QTRY_VERIFY(foreign.hasAnswer());
        QVERIFY(!foreign.has("Access-Control"));
    }

    void aNetworkIsServedWithACodeOnly()
    {
        Hub open({ .address = QHostAddress(QHostAddress::AnyIPv4), .port = 0 },
            [] { return std::make_unique<ToldSource>(); });
        const auto error = open.listen();
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, ErrorKind::InvalidInput);
    }

    void whatIsHandedOutReachesEverySeat()
    {
        Served hub;
        Roadmap roadmap = roadmapWith(u"r-1"_s, u"数据库"_s);
        QVERIFY(!hub.hub.board().handOut(roadmap));
        Client client = hub.ask("GET /api/v1/class/events");
        QTRY_VERIFY(client.has(
            R"(data: {"type":"handed_out","roadmap_id":"r-1","title":"数据库","data":{)"));
        roadmap.id = u"r-2"_s;
        QVERIFY(!hub.hub.board().handOut(roadmap));
        QTRY_VERIFY(client.has(R"("roadmap_id":"r-2")"));
        const QByteArray board = taskIn(client);
        Client back = hub.ask("GET /api/v1/class/events", {}, "Last-Event-ID: " + board + ":1\r\n");
        QTRY_VERIFY(back.has(R"("roadmap_id":"r-2")"));
        QVERIFY(!back.has(R"("roadmap_id":"r-1")"));
        Client strange = hub.ask("GET /api/v1/class/events", {}, "Last-Event-ID: other:2\r\n");
        QTRY_VERIFY(strange.has(R"("roadmap_id":"r-2")"));
        QVERIFY(strange.has(R"("roadmap_id":"r-1")")); // of a hub of before, which knows none
    }

    void aRemovedSeatHearsNothingMore()
    {
        Served hub({}, "ABCD2345");
        const auto gone = hub.hub.seats()->join({ "ABCD2345" }, QHostAddress::LocalHost, 0s);
        const auto other = hub.hub.seats()->join({ "ABCD2345" }, QHostAddress::LocalHost, 0s);
        const auto listen = [&hub](const SeatBook::Joined& seat) {
            return hub.ask(
                "GET /api/v1/class/events", {}, "Authorization: Bearer " + seat.token + "\r\n");
        };
        Client first = listen(gone.value());
        Client second = listen(other.value());
        QTRY_VERIFY(first.has("200 OK") && second.has("200 OK"));
        hub.hub.removeSeat(gone.value().seat.id);
        QTRY_COMPARE(first.socket->state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!hub.hub.board().handOut(roadmapWith(u"r"_s, u"For those who are there"_s)));
        QTRY_VERIFY(second.has("For those who are there"));
        QVERIFY(!first.has("For those who are there"));
    }

    void whatASeatHandsInIsForTheTeacherAlone()
    {
        Served hub({}, "ABCD2345");
        const auto li = hub.hub.seats()->join({ "ABCD2345", u"Li"_s }, QHostAddress::LocalHost, 0s);
        const auto wang
            = hub.hub.seats()->join({ "ABCD2345", u"Wang"_s }, QHostAddress::LocalHost, 0s);
        QVERIFY(li.ok() && wang.ok());
        const QByteArray owner = "Authorization: Bearer " + li.value().token + "\r\n";
        const QByteArray other = "Authorization: Bearer " + wang.value().token + "\r\n";
        const QSignalSpy handedIn(&hub.hub.board(), &ClassBoard::handedIn);
        const QByteArray roadmap = writeJson(toJson(roadmapWith(u"r-secret"_s, u"Mine"_s)));
        Client stranger = hub.ask("POST /api/v1/class/roadmaps", roadmap);
        QTRY_VERIFY(stranger.now().startsWith("HTTP/1.1 401 "));
        QVERIFY(handedIn.isEmpty());
        Client faulty = hub.ask("POST /api/v1/class/roadmaps", R"({"title":1,"stages":[]})", owner);
        QTRY_VERIFY(faulty.now().startsWith("HTTP/1.1 422 "));
        QVERIFY(faulty.has(R"("loc":["body","title"])"));
        QVERIFY(handedIn.isEmpty());
        Client given = hub.ask("POST /api/v1/class/roadmaps", roadmap, owner);
        QTRY_VERIFY(given.now().startsWith("HTTP/1.1 204 "));
        QCOMPARE(handedIn.size(), 1);
        const auto taken = handedIn.first().first().value<HandedIn>();
        QCOMPARE(taken.seat, li.value().seat.id);
        QCOMPARE(taken.roadmap, roadmapWith(u"r-secret"_s, u"Mine"_s));
        Client asked = hub.ask("GET /api/v1/roadmaps/r-secret", {}, other);
        QTRY_VERIFY(asked.now().startsWith("HTTP/1.1 404 "));
        Client listed = hub.ask("GET /api/v1/class/roadmaps", {}, other);
        QTRY_VERIFY(listed.now().startsWith("HTTP/1.1 405 "));
        Client events = hub.ask("GET /api/v1/class/events", {}, other);
        QVERIFY(!hub.hub.board().handOut(roadmapWith(u"r-all"_s, u"Ours"_s)));
        QTRY_VERIFY(events.has("r-all"));
        QVERIFY(!events.has("r-secret"));
        Client nobody = hub.ask("GET /api/v1/class/events");
        QTRY_VERIFY(nobody.now().startsWith("HTTP/1.1 401 "));
        Client broken = hub.ask("POST /api/v1/class/roadmaps", R"({"title":1,"stages":[]})", owner);
        QTRY_VERIFY(broken.now().startsWith("HTTP/1.1 422 "));
    }

    void aSeatSeesItsOwnRunsOnly()
    {
        Served hub({}, "ABCD2345");
        const auto joined = [&hub](const QString& name) -> QByteArray {
            const auto seat
                = hub.hub.seats()->join({ "ABCD2345", name }, QHostAddress::LocalHost, 0s);
            return "Authorization: Bearer " + (seat.ok() ? seat.value().token : QByteArray())
                + "\r\n";
        };
        const QByteArray owner = joined(u"Li"_s);
        const QByteArray other = joined(u"Wang"_s);
        Client stream = hub.stream(wish(), owner);
        QTRY_COMPARE(hub.sources.size(), 1);
        hub.sources.first()->say(doneWith(u"r"_s));
        QTRY_VERIFY(stream.has("data: "));
        const QByteArray task = taskIn(stream);
        const QByteArray base = "/api/v1/roadmaps/";
        const QByteArrayList lines { "GET " + base + task + "/status",
            "GET " + base + task + "/events", "GET " + base + "r",
            "POST " + base + "tasks/" + task + "/cancel" };
        for (const QByteArray& line : lines) {
            Client denied = hub.ask(line, {}, other);
            QTRY_VERIFY(denied.hasAnswer());
            QVERIFY2(denied.now().startsWith("HTTP/1.1 404 "), line.constData());
            Client allowed = hub.ask(line, {}, owner);
            QTRY_VERIFY2(allowed.now().startsWith("HTTP/1.1 200 "), line.constData());
        }
        Client taken = hub.stream(wish(), other + "Last-Event-ID: " + task + ":0\r\n");
        QTRY_VERIFY(taken.has("\r\n\r\n"));
        QVERIFY(taken.now().startsWith("HTTP/1.1 204 ")); // as of a run that is no more
    }
};

QTEST_GUILESS_MAIN(HubApiTest)
#include "HubApiTest.moc"
