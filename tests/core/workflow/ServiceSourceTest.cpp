// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ServiceSource.h"

#include "tests/core/workflow/EventLog.h"
#include "tests/core/workflow/ServiceTalk.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;
using test::ScriptedAnswer;
using test::ScriptedHttpServer;

namespace {

using Ending = ScriptedAnswer::Ending;

const QString taskId = u"9e2215f3-2239-4273-a227-de909ad3a1db"_s;

struct FailureRow {
    const char* name;
    int status;
    const char* contentType;
    const char* body;
    ErrorKind kind;
    QLatin1StringView words;
};

constexpr FailureRow failures[] = {
    { "no permission", 401, "application/json", R"({"detail":"Not authenticated"})",
        ErrorKind::Authentication, "asks for a class code"_L1 },
    { "no such place", 404, "application/json", R"({"detail":"Not Found"})", ErrorKind::NotFound,
        "no roadmap service"_L1 },
    { "bad request", 422, "application/json",
        R"({"detail":[{"loc":["body","user_id"],"msg":"Field required","type":"missing"}]})",
        ErrorKind::Server, "Field required"_L1 },
    { "the later shape", 422, "application/json",
        R"({"error":{"code":"VALIDATION_ERROR","message":"No goal."}})", ErrorKind::Server,
        "No goal."_L1 },
    { "too many", 429, "text/plain", "slow down", ErrorKind::RateLimit, "Wait a minute"_L1 },
    { "broken", 500, "text/html", "<h1>Oops</h1>", ErrorKind::Server, "HTTP 500"_L1 },
    { "a web page", 200, "text/html", "<html>Sign in</html>", ErrorKind::Protocol,
        "is a web page"_L1 },
    { "a web page called a stream", 200, "text/event-stream", "\n <html>", ErrorKind::Protocol,
        "is a web page"_L1 },
    { "an error body", 200, "application/json", R"({"detail":"No disk."})", ErrorKind::Server,
        "No disk."_L1 },
    { "some JSON", 200, "application/json", R"({"task_id":"t"})", ErrorKind::Protocol,
        "does not speak"_L1 },
    { "another stream", 200, "text/event-stream", "data: {\"choices\":[]}\n\ndata: [DONE]\n\n",
        ErrorKind::Protocol, "does not speak"_L1 },
    { "text", 200, "text/plain", "It works!", ErrorKind::Cut, "broke off"_L1 },
    { "nothing", 200, "text/event-stream", "", ErrorKind::Cut, "broke off"_L1 },
};

constexpr const char* complaint
    = R"({"detail":[{"loc":["body","preferences","content_preference",1],"msg":"Bad value"}]})";

/// The kinds that RoadmapSource::waitChanged told, each once in a row.
QList<WaitFor> waitsOf(const QSignalSpy& spy)
{
    QList<WaitFor> waits;
    for (const QList<QVariant>& arguments : spy) {
        const auto wait = arguments.first().value<Wait>();
        if (waits.isEmpty() || waits.last() != wait.what)
            waits.append(wait.what);
    }
    return waits;
}

} // namespace

class ServiceSourceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void postsTheExampleRequestAsItIs()
    {
        QFile file(QStringLiteral(ROADLOOM_TEST_DATA "/example-request.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto example = parseJson(file.readAll());
        QVERIFY(example);
        const auto request = readLearnerRequest(example.value());
        QVERIFY(request);
        ScriptedHttpServer server;
        server.enqueue(stream(wire::stream(wire::wholeRun())));
        ServiceSource source(endpoint(server));
        QVERIFY(run(source, request.value()));
        QCOMPARE(server.requests().size(), 1);
        const test::RecordedRequest& sent = server.requests().first();
        QCOMPARE(sent.method, "POST");
        QCOMPARE(sent.path, "/api/v1/roadmaps/generate-stream");
        QCOMPARE(sent.header("content-type"), "application/json");
        QCOMPARE(sent.header("accept"), "text/event-stream");
        QCOMPARE(sent.header("accept-encoding"), "identity"); // a break must not go unnoticed
        QVERIFY(!sent.hasHeader("authorization"));
        QVERIFY(!sent.hasHeader("last-event-id"));
        QCOMPARE(sent.body, writeJson(example.value()));
    }

    void findsThePathBehindTheAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("url");
        const QString whole = u"http://h:1/api/v1/roadmaps/generate-stream"_s;
        const auto row = [](const char* name, const QString& address, const QString& url) {
            QTest::newRow(name) << address << url;
        };
        row("root", u"http://h:1"_s, whole);
        row("root with slash", u"http://h:1/"_s, whole);
        row("prefix", u"http://h:1/api/v1"_s, whole);
        row("prefix with slash", u"http://h:1/api/v1/"_s, whole);
        row("collection", u"http://h:1/api/v1/roadmaps"_s, whole);
        row("whole", whole, whole);
        row("whole with slash", whole + u'/', whole);
        row("with tutorials", whole + "?include_tutorials=true"_L1,
            whole + "?include_tutorials=true"_L1);
        row("the other path", u"http://h:1/api/v1/roadmaps/generate-full-stream"_s,
            u"http://h:1/api/v1/roadmaps/generate-full-stream"_s);
        row("below a path", u"https://h/learn"_s,
            u"https://h/learn/api/v1/roadmaps/generate-stream"_s);
        row("another version", u"http://h:1/api/v2"_s,
            u"http://h:1/api/v2/roadmaps/generate-stream"_s);
        row("user and fragment", u"http://me:pw@h:1/#x"_s, whole);
    }

    void findsThePathBehindTheAddress()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, url);
        QCOMPARE(generateStreamUrl(QUrl(address)).toString(), url);
    }

    void hearsARun()
    {
        ScriptedHttpServer server;
        server.enqueue(stream(wire::stream(wire::wholeRun())));
        ServiceSource source(endpoint(server));
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        QVERIFY(!source.isRunning());
        source.start(sample::request());
        QVERIFY(source.isRunning());
        QVERIFY(log.events.isEmpty());
        QVERIFY(ended.wait());
        QVERIFY(!source.isRunning());
        QCOMPARE(withoutFindings(log.outline()), u"chunk complete chunk complete done"_s);
        QCOMPARE(std::get<DoneEvent>(log.events.last()).design, wire::design());
        QVERIFY(source.title().contains(u"127.0.0.1"_s));
    }

    void theEndOfTheRunEndsTheConnection()
    {
        ScriptedHttpServer server;
        ScriptedAnswer answer = stream(wire::stream(wire::wholeRun()));
        answer.ending = Ending::Silence;
        server.enqueue(answer);
        ServiceSource source(endpoint(server));
        QVERIFY(run(source));
        QTRY_COMPARE(server.openConnectionCount(), 0);
    }

    void anEndWithoutABlankLineCountsIfTheConnectionStaysOpen()
    {
        ScriptedHttpServer server;
        ScriptedAnswer answer = stream(wire::stream(wire::wholeRun()).chopped(1));
        answer.ending = Ending::Silence;
        server.enqueue(answer);
        ServiceEndpoint place = endpoint(server);
        place.patience.silence = 50ms;
        ServiceSource source(place);
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
    }

    void failuresAreToldInWords_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < int(std::size(failures)); ++i)
            QTest::newRow(failures[i].name) << i;
    }

    void failuresAreToldInWords()
    {
        QFETCH(const int, row);
        const FailureRow& failure = failures[row];
        ScriptedHttpServer server;
        server.enqueue({ .status = failure.status,
            .contentType = failure.contentType,
            .pieces = { { failure.body } } });
        ServiceEndpoint place = endpoint(server);
        place.retries.mostRetries = 0;
        ServiceSource source(place);
        QVERIFY(run(source));
        QCOMPARE(m_events.size(), 1);
        const Error error = lastError();
        QCOMPARE(error.kind, failure.kind);
        QVERIFY2(error.message.contains(failure.words), qPrintable(error.message));
        for (const auto& word : { "model"_L1, "/v1"_L1 })
            QVERIFY2(!error.message.contains(word), qPrintable(error.message));
        QCOMPARE(server.requests().size(), 1);
    }

    void redirectsElsewhereAreNotFollowed()
    {
        ScriptedHttpServer other;
        ScriptedHttpServer server;
        server.enqueue({ .status = 307,
            .headers = { { "Location", other.url(u"/x"_s).toEncoded() } },
            .pieces = {} });
        ServiceSource source(endpoint(server));
        QVERIFY(run(source));
        QCOMPARE(lastError().kind, ErrorKind::Protocol);
        QVERIFY(lastError().message.contains(u"service's address"_s));
        QVERIFY(other.requests().isEmpty());
    }

    void nobodyAtTheAddressIsSaidAtOnce()
    {
        ServiceEndpoint place;
        {
            const ScriptedHttpServer gone;
            place.url = gone.url();
        }
        ServiceSource source(place);
        QVERIFY(run(source));
        QCOMPARE(lastError().kind, ErrorKind::Network);
        QVERIFY(lastError().message.contains(u"service is running"_s));
    }

    void anAddressThatIsNoneIsSaidToBeNone()
    {
        ServiceSource source({ .url = QUrl(u"ftp://h/"_s) });
        QVERIFY(run(source));
        QCOMPARE(lastError().kind, ErrorKind::InvalidInput);
    }

    void theAccessCodeIsSentAndNeverShown()
    {
        ScriptedHttpServer server;
        server.enqueue({ .status = 401,
            .contentType = "application/json",
            .pieces = { { R"({"detail":"Not so: maple-42-river"})" } } });
        server.enqueue({ .status = 404, .contentType = {}, .pieces = {} }); // no class to be joined
        server.enqueue(stream("data: {\"type\":\"error\",\"error\":\"maple-42-river is old\","
                              "\"kind\":\"authentication\"}\n\n"));
        ServiceEndpoint place = endpoint(server);
        place.accessCode = "maple-42-river";
        ServiceSource source(place);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(run(source));
            QCOMPARE(server.requests().at(2 * i).header("authorization"), "Bearer maple-42-river");
            QCOMPARE(lastError().kind, ErrorKind::Authentication);
            QVERIFY(!toJsonLine(m_events.last()).contains("maple"));
        }
        QCOMPARE(server.requests().at(1).path, "/api/v1/class/join");
    }

    void aClassIsJoinedWithTheCodeOnce()
    {
        ScriptedHttpServer server;
        server.enqueue({ .status = 401, .contentType = {}, .pieces = {} });
        server.enqueue({ .contentType = "application/json",
            .pieces = { { R"({"token":"t-1","seat_id":"s","name":""})" } } });
        server.enqueue(stream(wire::stream(wire::wholeRun())));
        server.enqueue(stream(wire::stream(wire::wholeRun())));
        ServiceEndpoint place = endpoint(server);
        place.accessCode = "maple-42-river";
        ServiceSource source(place);
        const QSignalSpy joined(&source, &ServiceSource::joined);
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
        QVERIFY(run(source));
        QCOMPARE(server.requests().size(), 4);
        QVERIFY(server.requests().at(1).body.contains("maple-42-river"));
        QVERIFY(server.requests().at(1).header("authorization").isEmpty());
        QCOMPARE(server.requests().at(2).header("authorization"), "Bearer t-1");
        QCOMPARE(server.requests().at(3).header("authorization"), "Bearer t-1");
        QCOMPARE(joined.size(), 1);
    }

    void aTokenThatCouldNotBeSentIsNone_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no JSON") << QByteArray("welcome");
        QTest::newRow("no token") << QByteArray("{}");
        QTest::newRow("lines") << QByteArray(R"({"token":"a\r\nX-Evil: b"})");
        QTest::newRow("no ASCII") << QByteArray(R"({"token":"座位"})");
    }

    void aTokenThatCouldNotBeSentIsNone()
    {
        QFETCH(const QByteArray, answer);
        ScriptedHttpServer server;
        server.enqueue({ .status = 401, .contentType = {}, .pieces = {} });
        server.enqueue({ .contentType = "application/json", .pieces = { { answer } } });
        ServiceEndpoint place = endpoint(server);
        place.accessCode = "maple-42-river";
        ServiceSource source(place);
        QVERIFY(run(source));
        QCOMPARE(lastError().kind, ErrorKind::Authentication);
        QCOMPARE(server.requests().size(), 2);
    }

    void aFailureThatMayPassIsTriedAgain()
    {
        ScriptedHttpServer server;
        server.enqueue({ .status = 503, .contentType = {}, .pieces = {} });
        server.enqueue(ScriptedAnswer::none(Ending::Close));
        server.enqueue(stream(wire::stream(wire::wholeRun())));
        ServiceSource source(endpoint(server));
        EventLog log(source);
        QVERIFY(run(source));
        QCOMPARE(withoutFindings(log.outline()),
            u"attempt_failed attempt_failed chunk complete chunk complete done"_s);
        QCOMPARE(server.requests().size(), 3);
        QVERIFY(!server.requests().last().hasHeader("last-event-id"));
    }

    void aPauseCanBeCutShort()
    {
        ScriptedHttpServer server;
        server.enqueue({ .status = 503, .contentType = {}, .pieces = {} });
        server.enqueue(stream(wire::identified(wire::wholeRun().first(2))));
        server.enqueue(stream(wire::identified(wire::wholeRun(), 3)));
        ServiceEndpoint place = endpoint(server);
        place.retries.firstDelay = place.retries.longestDelay = 24h;
        ServiceSource source(place);
        connect(&source, &RoadmapSource::waitChanged, &source, [&source](const Wait& wait) {
            if (wait.what == WaitFor::Reconnection)
                source.retryNow();
        });
        connect(&source, &RoadmapSource::eventEmitted, &source, [&source](const AgentEvent& event) {
            if (std::holds_alternative<AttemptFailedEvent>(event))
                source.retryNow();
        });
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
    }

    // The two vocabularies

    void aRefusedChoiceIsSentInTheOtherWordsOnce()
    {
        ScriptedHttpServer server;
        server.enqueue(refusal(complaint));
        server.enqueue(refusal(complaint));
        ServiceSource source(endpoint(server));
        LearnerRequest request = sample::request();
        QVERIFY(run(source, request));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().at(0).body, writeJson(toJson(request)));
        request.preferences.contentPreference
            = { ContentPreference::Text, ContentPreference::HandsOn };
        QCOMPARE(server.requests().at(1).body, writeJson(toJson(request)));
        QCOMPARE(lastError().kind, ErrorKind::Server);
        QCOMPARE(m_events.size(), 1);
    }

    void theOtherWordsAreKeptForTheRun()
    {
        ScriptedHttpServer server;
        server.enqueue(refusal(complaint));
        server.enqueue(stream(wire::identified(wire::wholeRun().first(2))));
        server.enqueue(stream(wire::identified(wire::wholeRun(), 3)));
        server.enqueue(stream(wire::identified(wire::wholeRun())));
        ServiceSource source(endpoint(server));
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
        QVERIFY(server.requests().at(1).body != server.requests().at(0).body);
        QCOMPARE(server.requests().at(2).body, server.requests().at(1).body);
        QVERIFY(run(source));
        QCOMPARE(server.requests().at(3).body, server.requests().at(0).body);
    }

    void aChoiceThatIsTheSameInBothSetsIsNotSentAgain()
    {
        ScriptedHttpServer server;
        server.enqueue(refusal(complaint));
        ServiceSource source(endpoint(server));
        LearnerRequest request = sample::request();
        request.preferences.contentPreference = { ContentPreference::Text };
        QVERIFY(run(source, request));
        QCOMPARE(server.requests().size(), 1);
    }

    // Broken streams

    void aCutWithoutIdsIsAnError()
    {
        const QByteArray whole = wire::stream(wire::wholeRun());
        for (const Ending ending : { Ending::Close, Ending::Reset, Ending::Complete }) {
            ScriptedHttpServer server;
            server.enqueue(stream(whole).cutAt(whole.lastIndexOf("data:"), ending));
            ServiceSource source(endpoint(server));
            EventLog log(source);
            QVERIFY(run(source));
            QCOMPARE(lastError().kind, ErrorKind::Cut);
            QCOMPARE(server.requests().size(), 1);
        }
    }

    void aCutWithIdsIsTakenUpWhereItWas_data()
    {
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<bool>("fromStart");
        QTest::newRow("closed, goes on") << Ending::Close << false;
        QTest::newRow("closed, from the start") << Ending::Close << true;
        QTest::newRow("reset, goes on") << Ending::Reset << false;
        QTest::newRow("ended, goes on") << Ending::Complete << false;
    }

    void aCutWithIdsIsTakenUpWhereItWas()
    {
        QFETCH(const Ending, ending);
        QFETCH(const bool, fromStart);
        const QList<QByteArray> events = wire::wholeRun();
        for (qsizetype before = 1; before < events.size(); ++before) {
            ScriptedHttpServer server;
            ScriptedAnswer first = stream(wire::identified(events.first(before)) + "id: 99\nda");
            first.ending = ending;
            server.enqueue(first);
            server.enqueue(stream(wire::identified(events, fromStart ? 1 : before + 1)));
            ServiceSource source(endpoint(server));
            EventLog log(source);
            QSignalSpy waits(&source, &RoadmapSource::waitChanged);
            QVERIFY(run(source));
            QCOMPARE(withoutFindings(log.outline()), u"chunk complete chunk complete done"_s);
            QCOMPARE(log.said(AgentId::IntentAnalyzer), u"根据您的学习目标和背景"_s);
            QCOMPARE(log.said(AgentId::CurriculumArchitect), u"现在开始设计"_s);
            QCOMPARE(server.requests().size(), 2);
            QCOMPARE(server.requests().at(1).path, server.requests().at(0).path);
            QCOMPARE(server.requests().at(1).body, server.requests().at(0).body);
            QCOMPARE(server.requests().at(1).header("last-event-id"), QByteArray::number(before));
            QVERIFY(waitsOf(waits).contains(WaitFor::Reconnection));
        }
    }

    void everyConnectionMayBreakAsLongAsTheStreamGoesOn()
    {
        const QList<QByteArray> events = wire::wholeRun();
        ScriptedHttpServer server;
        for (qsizetype i = 1; i <= events.size(); ++i)
            server.enqueue(stream(wire::identified(events.first(i), i)));
        ServiceEndpoint place = endpoint(server);
        place.retries.mostRetries = 1;
        ServiceSource source(place);
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
        QCOMPARE(server.requests().size(), events.size());
    }

    void aServerThatDoesNotComeBackIsGivenUp_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isFinal");
        const QByteArray none;
        QTest::newRow("ends at once") << 200 << none << false;
        QTest::newRow("bad gateway") << 502 << none << false;
        QTest::newRow("unavailable") << 503 << none << false;
        QTest::newRow("says the same again")
            << 200 << wire::identified(wire::wholeRun().first(3)) << false;
        QTest::newRow("forgot the run") << 404 << none << true;
        QTest::newRow("no content") << 204 << none << true;
    }

    void aServerThatDoesNotComeBackIsGivenUp()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const bool, isFinal);
        ScriptedHttpServer server;
        server.enqueue(stream(wire::identified(wire::wholeRun().first(3))));
        server.setResponder([status, body](const test::RecordedRequest&) {
            return ScriptedAnswer { .status = status,
                .contentType = {},
                .framing = ScriptedAnswer::Framing::UntilClose,
                .pieces = { { body } } };
        });
        ServiceEndpoint place = endpoint(server);
        place.retries.longestAbsence = 300ms;
        ServiceSource source(place);
        EventLog log(source);
        QVERIFY(run(source));
        QCOMPARE(log.outline(), u"chunk complete error"_s);
        QCOMPARE(lastError().kind, ErrorKind::Cut);
        QVERIFY(lastError().message.contains(u"starts a new run"_s));
        if (isFinal)
            QCOMPARE(server.requests().size(), 2);
        else
            QVERIFY(server.requests().size() > 2);
        QCOMPARE(server.requests().last().header("last-event-id"), "3");
    }

    void whyItIsWaitedForIsSaid()
    {
        ScriptedHttpServer server;
        server.enqueue(stream(wire::identified(wire::wholeRun().first(3))));
        server.enqueue({ .status = 502, .contentType = {}, .pieces = {} });
        server.enqueue(ScriptedAnswer::none(Ending::Reset));
        server.enqueue(stream(wire::identified(wire::wholeRun(), 4)));
        ServiceSource source(endpoint(server));
        QStringList problems;
        connect(&source, &RoadmapSource::waitChanged, this, [&problems](const Wait& wait) {
            if (wait.what == WaitFor::Reconnection)
                problems.append(wait.problem);
        });
        QVERIFY(run(source));
        const QString where = u"127.0.0.1:%1"_s.arg(server.url().port());
        QCOMPARE(problems,
            (QStringList { u"The connection to %1 broke."_s.arg(where),
                u"%1 answers, but cannot go on yet."_s.arg(where),
                u"%1 does not answer."_s.arg(where) }));
    }

    void aServerThatIsBackInTimeGoesOn()
    {
        ScriptedHttpServer server;
        server.enqueue(stream(wire::identified(wire::wholeRun().first(3))));
        server.enqueue({ .status = 502, .contentType = {}, .pieces = {} });
        server.enqueue(ScriptedAnswer::none(Ending::Reset));
        server.enqueue(stream(wire::identified(wire::wholeRun(), 4)));
        ServiceSource source(endpoint(server));
        EventLog log(source);
        QVERIFY(run(source));
        QCOMPARE(withoutFindings(log.outline()), u"chunk complete chunk complete done"_s);
    }

    void aServerMayBeAwayForMoreTriesThanARequestHas()
    {
        ScriptedHttpServer server;
        server.enqueue(stream(wire::identified(wire::wholeRun().first(3))));
        for (int i = 0; i < 10; ++i)
            server.enqueue({ .status = 503, .contentType = {}, .pieces = {} });
        server.enqueue(stream(wire::identified(wire::wholeRun(), 4)));
        ServiceEndpoint place = endpoint(server);
        place.retries.longestDelayOfReturn = 2ms;
        ServiceSource source(place);
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
        QCOMPARE(server.requests().size(), 12);
    }

    void aStreamIsNotTakenUpWhereNothingIsToBeTriedAgain()
    {
        ScriptedHttpServer server;
        server.enqueue(stream(wire::identified(wire::wholeRun().first(3))));
        ServiceEndpoint place = endpoint(server);
        place.retries.mostRetries = 0;
        ServiceSource source(place);
        QVERIFY(run(source));
        QCOMPARE(lastError().kind, ErrorKind::Cut);
        QCOMPARE(server.requests().size(), 1);
    }

    void connectionsThatHoldForAWhileMayBreakForEver()
    {
        ScriptedHttpServer server;
        server.enqueue(stream(wire::identified(wire::wholeRun().first(3))));
        for (int i = 0; i < 10; ++i)
            server.enqueue({ .pieces = { { .bytes = ": still here\n\n", .after = 150ms } } });
        server.enqueue(stream(wire::identified(wire::wholeRun(), 4)));
        ServiceEndpoint place = endpoint(server);
        place.retries.longestDelayOfReturn = 1ms;
        place.retries.longestAbsence = 1s; // all of them last longer
        ServiceSource source(place);
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
    }

    void aNewRunInsteadIsLeftAtOnce()
    {
        ScriptedHttpServer server;
        server.enqueue(stream(wire::identified(wire::wholeRun().first(4))));
        ScriptedAnswer anew = stream(wire::stream(wire::wholeRun().first(1)));
        anew.ending = Ending::Silence;
        server.enqueue(anew);
        ServiceSource source(endpoint(server));
        QVERIFY(run(source));
        QCOMPARE(lastError().kind, ErrorKind::Cut);
        QTRY_COMPARE(server.openConnectionCount(), 0);
    }

    void silenceIsAnErrorWithoutIds()
    {
        ScriptedHttpServer server;
        ScriptedAnswer answer = stream(wire::stream(wire::wholeRun().first(2)));
        answer.ending = Ending::Silence;
        server.enqueue(answer);
        ServiceEndpoint place = endpoint(server);
        place.patience.silence = 50ms;
        ServiceSource source(place);
        QVERIFY(run(source));
        QCOMPARE(lastError().kind, ErrorKind::Timeout);
        QTRY_COMPARE(server.openConnectionCount(), 0);
    }

    void aDeadConnectionWithIdsIsReplaced()
    {
        ScriptedHttpServer server;
        ScriptedAnswer answer = stream(wire::identified(wire::wholeRun().first(2)));
        answer.ending = Ending::Silence;
        server.enqueue(answer);
        server.enqueue(stream(wire::identified(wire::wholeRun(), 3)));
        ServiceEndpoint place = endpoint(server);
        place.patience.silence = 50ms;
        ServiceSource source(place);
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
        QCOMPARE(server.requests().size(), 2);
    }

    void aConnectionThatDiedAfterAKeepAliveIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<int>("silence");
        const QByteArray third = wire::identified(wire::wholeRun().first(3), 3);
        QTest::newRow("after a comment") << ": still here\n\n"_ba << 1000;
        QTest::newRow("after a ping") << "data: {\"type\":\"ping\"}\n\n"_ba << 1000;
        QTest::newRow("inside an event") << third.chopped(20) << 100;
    }

    void aConnectionThatDiedAfterAKeepAliveIsReplaced()
    {
        QFETCH(const QByteArray, rest);
        QFETCH(const int, silence);
        ScriptedHttpServer server;
        server.enqueue({ .pieces
            = { { wire::identified(wire::wholeRun().first(2)) }, { .bytes = rest, .after = 1ms } },
            .ending = Ending::Silence });
        server.enqueue(stream(wire::identified(wire::wholeRun(), 3)));
        ServiceEndpoint place = endpoint(server);
        place.patience.silence = std::chrono::milliseconds(silence);
        ServiceSource source(place);
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().last().header("last-event-id"), "2");
    }

    void keepAlivesDoNotHideAServiceThatIsStuck()
    {
        ScriptedHttpServer server;
        ScriptedAnswer answer = stream(wire::identified(wire::wholeRun().first(2)));
        answer.pieces
            += QList<test::ScriptedPiece>(10'000, { .bytes = ": still here\n\n", .after = 5ms });
        server.enqueue(answer);
        ServiceEndpoint place = endpoint(server);
        place.patience.silence = 1s;
        ServiceSource source(place);
        QVERIFY(run(source));
        QCOMPARE(lastError().kind, ErrorKind::Timeout);
        QCOMPARE(server.requests().size(), 1);
    }

    void whoWaitsInALineIsNotStuck()
    {
        ScriptedAnswer answer = stream("id: 1\ndata: {\"type\":\"queued\",\"position\":3}\n\n"_ba);
        answer.pieces += QList<test::ScriptedPiece>(
            60, { .bytes = ": still here\n\n", .after = 10ms }); // longer than the silence
        answer.pieces.append({ wire::identified(wire::wholeRun(), 2) });
        ScriptedHttpServer server;
        server.enqueue(answer);
        ServiceEndpoint hub = endpoint(server);
        hub.patience.firstWord = hub.patience.silence = 400ms;
        ServiceSource source(hub);
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
        QCOMPARE(server.requests().size(), 1);
    }

    void thePlaceInLineIsTold()
    {
        const QList<QByteArray> line {
            R"({"type":"queued","position":3,"wait_s":120})",
            R"({"type":"queued","position":-2})",
            R"({"type":"queued","position":1})",
        };
        ScriptedHttpServer server;
        ScriptedAnswer answer;
        for (qsizetype i = 1; i <= line.size(); ++i)
            answer.pieces.append({ .bytes = wire::identified(line.first(i), i), .after = 1ms });
        server.enqueue(answer);
        server.enqueue(stream(wire::identified(line + wire::wholeRun(), 4)));
        ServiceSource source(endpoint(server));
        QList<Wait> turns;
        QList<WaitFor> kinds;
        connect(&source, &RoadmapSource::waitChanged, this, [&](const Wait& wait) {
            kinds.append(wait.what);
            if (wait.what == WaitFor::Turn)
                turns.append(wait);
        });
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
        const Wait third { .what = WaitFor::Turn, .place = 3, .untilTurn = 120s };
        const Wait next { .what = WaitFor::Turn, .place = 1 };
        // After the break the place is the same.
        QCOMPARE(turns, QList({ third, next, next }));
        QVERIFY(kinds.indexOf(WaitFor::Reconnection) < kinds.lastIndexOf(WaitFor::Turn));
        QVERIFY(kinds.last() != WaitFor::Turn);
    }

    void howLongUntilTheTurnIsLessAfterABreak()
    {
        ScriptedHttpServer server;
        server.enqueue(
            stream(wire::identified({ R"({"type":"queued","position":3,"wait_s":1})" })));
        server.enqueue({ .status = 503, .contentType = {}, .pieces = {} });
        server.enqueue(ScriptedAnswer::none());
        ServiceEndpoint hub = endpoint(server);
        hub.retries.firstDelay = hub.retries.longestDelayOfReturn = 1s;
        ServiceSource source(hub);
        QList<Wait> turns;
        connect(&source, &RoadmapSource::waitChanged, this, [&](const Wait& wait) {
            if (wait.what == WaitFor::Turn)
                turns.append(wait);
        });
        source.start(sample::request());
        QTRY_COMPARE(server.requests().size(), 3);
        QTRY_VERIFY(turns.last().untilTurn == 0s);
        QVERIFY(turns.first().untilTurn == 1s);
        source.cancel();
    }

    // What a hub keeps

    void aRunThatAHubHasIsTakenUpFromItsFirstEventOn()
    {
        ScriptedHttpServer server;
        ScriptedAnswer begun = atHub(wire::identified(wire::wholeRun().first(3)));
        begun.ending = Ending::Silence;
        server.enqueue(begun);
        server.enqueue(atHub(wire::identified(wire::wholeRun())));
        FinishedWork left;
        {
            ServiceSource source(endpoint(server));
            EventLog log(source);
            connect(&source, &RoadmapSource::taskGiven, this, [&](const ServiceTask& task) {
                QVERIFY(log.events.isEmpty()); // what follows is all of the run
                left.take(task);
            });
            source.start(sample::request());
            QTRY_COMPARE(log.events.size(), 3);
            source.leave();
            QVERIFY(!source.isRunning());
        }
        QCOMPARE(left.task, (ServiceTask { serviceAddress(server.url()), taskId }));
        ServiceSource later(endpoint(server));
        QCOMPARE(later.usable(left), left);
        QList<ServiceTask> told;
        connect(&later, &RoadmapSource::taskGiven, this,
            [&](const ServiceTask& task) { told.append(task); });
        EventLog log(later);
        QVERIFY(goOn(later, left));
        QCOMPARE(withoutFindings(log.outline()), u"chunk complete chunk complete done"_s);
        QCOMPARE(server.requests().size(), 2); // it was not told to stop
        QCOMPARE(server.requests().last().header("last-event-id"), taskId.toLatin1() + ":0");
        QCOMPARE(
            told, (QList<ServiceTask> { *left.task, {} })); // done: there is nothing to take up
    }

    void aRunIsTakenUpWhereItBelongsOnly_data()
    {
        QTest::addColumn<QUrl>("asked");
        QTest::addColumn<bool>("isThere");
        const auto row = [](const char* name, const char* url, bool isThere) {
            QTest::newRow(name) << QUrl(QLatin1String(url)) << isThere;
        };
        row("the same", "http://hub.example:8000", true);
        row("written out", "http://HUB.example:8000/api/v1/roadmaps/generate-stream", true);
        row("with a query", "http://hub.example:8000/?include_tutorials=false", true);
        row("another host", "http://hub2.example:8000", false);
        row("another port", "http://hub.example:8001", false);
        row("another scheme", "https://hub.example:8000", false);
        row("another place there", "http://hub.example:8000/second/api/v1", false);
    }
    void aRunIsTakenUpWhereItBelongsOnly()
    {
        QFETCH(const QUrl, asked);
        QFETCH(const bool, isThere);
        const ServiceSource source(ServiceEndpoint { .url = asked });
        const QUrl url(u"http://me:secret@hub.example:8000?key=secret"_s);
        QVERIFY(!serviceAddress(url).contains(u"secret"_s));
        QVERIFY(!serviceAddress(url).contains(u"me"_s + u':'));
        const ServiceTask task { serviceAddress(url), taskId };
        QCOMPARE(!source.usable({ .task = task }).isEmpty(), isThere);
        QVERIFY(source.usable({ .intent = sample::intent() }).isEmpty());
        const ServiceTask damaged { serviceAddress(asked), taskId + u"\r\nX: y"_s };
        QVERIFY(source.usable({ .task = damaged }).isEmpty());
    }

    void aRunThatAHubHasForgottenIsSaidSo()
    {
        ScriptedHttpServer server;
        server.enqueue({ .status = 204, .contentType = {}, .pieces = {} });
        ServiceSource source(endpoint(server));
        QList<ServiceTask> told;
        connect(&source, &RoadmapSource::taskGiven, this,
            [&](const ServiceTask& task) { told.append(task); });
        QVERIFY(goOn(source, taskAt(server)));
        QCOMPARE(m_events.size(), 1);
        QCOMPARE(lastError().kind, ErrorKind::Cut);
        QVERIFY(lastError().message.contains(u"no longer has this run"_s));
        QCOMPARE(told, QList<ServiceTask> { {} });
        QCOMPARE(server.requests().size(), 1);
    }

    void whatStandsBetweenMakesNoRunForgotten_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("a page") << 200;
        QTest::newRow("a page that is not there") << 404;
        QTest::newRow("a page that is not allowed") << 403;
    }
    void whatStandsBetweenMakesNoRunForgotten()
    {
        QFETCH(const int, status);
        ScriptedHttpServer server;
        server.enqueue({ .status = status,
            .contentType = "text/html",
            .pieces = { { "<!DOCTYPE html><html><p>Sign in</p></html>" } } });
        ServiceSource source(endpoint(server));
        QList<ServiceTask> told;
        connect(&source, &RoadmapSource::taskGiven, this,
            [&](const ServiceTask& task) { told.append(task); });
        QVERIFY(goOn(source, taskAt(server)));
        QCOMPARE(m_events.size(), 1);
        QVERIFY(!lastError().message.contains(u"no longer has this run"_s));
        QVERIFY(told.isEmpty());
    }

    /// As for a run that begins: what was there is not lost by that.
    void aHubThatIsGoneIsSaidWhenARunIsTakenUp()
    {
        ScriptedHttpServer server;
        server.setResponder(
            [](const test::RecordedRequest&) { return ScriptedAnswer::none(Ending::Reset); });
        ServiceEndpoint place = endpoint(server);
        place.retries.mostRetries = 1;
        ServiceSource source(place);
        QSignalSpy told(&source, &RoadmapSource::taskGiven);
        QVERIFY(goOn(source, taskAt(server)));
        QCOMPARE(lastError().kind, ErrorKind::Network);
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(told.isEmpty());
    }

    void aHubThatDoesNotComeBackMayStillHaveTheRun()
    {
        ScriptedHttpServer server;
        server.enqueue(atHub(wire::identified(wire::wholeRun().first(3))));
        server.setResponder(
            [](const test::RecordedRequest&) { return ScriptedAnswer::none(Ending::Reset); });
        ServiceEndpoint place = endpoint(server);
        place.retries.longestAbsence = 300ms;
        ServiceSource source(place);
        FinishedWork left;
        connect(&source, &RoadmapSource::taskGiven, this,
            [&left](const ServiceTask& task) { left.take(task); });
        QVERIFY(run(source));
        QCOMPARE(lastError().kind, ErrorKind::Cut);
        QVERIFY(lastError().message.contains(u"Going on takes the run up"_s));
        QCOMPARE(left, taskAt(server));
    }

    /// Before a byte of it has come.
    void stoppingARunThatIsTakenUpIsTold()
    {
        ScriptedHttpServer server;
        server.enqueue(ScriptedAnswer::none());
        server.enqueue({ .contentType = "application/json", .pieces = { { "{}" } } });
        ServiceSource source(endpoint(server));
        source.goOn(sample::request(), taskAt(server));
        QTRY_COMPARE(server.requests().size(), 1);
        source.cancel();
        QTRY_COMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().last().path,
            "/api/v1/roadmaps/tasks/" + taskId.toLatin1() + "/cancel");
    }

    // Cancelling

    void cancellingAtAnyEventClosesTheConnection()
    {
        const QByteArray whole = wire::stream(wire::wholeRun());
        for (int stop = 1; stop <= 5; ++stop) {
            ScriptedHttpServer server;
            ScriptedAnswer answer = stream(whole);
            answer.ending = Ending::Silence;
            server.enqueue(answer);
            ServiceSource source(endpoint(server));
            EventLog log(source);
            QSignalSpy closed(&server, &ScriptedHttpServer::clientClosed);
            connect(&source, &RoadmapSource::eventEmitted, &source, [&] {
                if (log.events.size() == stop)
                    source.cancel();
            });
            source.start(sample::request());
            QTRY_COMPARE(log.events.size(), stop);
            QVERIFY(!source.isRunning());
            QTRY_COMPARE(server.openConnectionCount(), 0);
            QCOMPARE(log.events.size(), stop);
        }
    }

    void cancellingWhileWaitingLeavesNothingBehind()
    {
        ScriptedHttpServer server;
        server.enqueue(ScriptedAnswer::none());
        ServiceSource source(endpoint(server));
        EventLog log(source);
        QSignalSpy requested(&server, &ScriptedHttpServer::requestReceived);
        source.start(sample::request());
        QVERIFY(requested.wait());
        source.cancel();
        source.cancel();
        QVERIFY(!source.isRunning());
        QTRY_COMPARE(server.openConnectionCount(), 0);
        QVERIFY(log.events.isEmpty());
    }

    void aHubIsToldThatTheRunIsStopped_data()
    {
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<bool>("isTold");
        const QByteArray task = "9e2215f3-2239-4273-a227-de909ad3a1db";
        QTest::newRow("a hub's") << QByteArray("/api/v1/roadmaps/" + task + "/events") << true;
        QTest::newRow("of a hub with a name")
            << QByteArray("/api/v1/roadmaps/hub1-" + task + "/events") << true;
        QTest::newRow("of a hub with a name that none has")
            << QByteArray("/api/v1/roadmaps/Hub.1-" + task + "/events") << false;
        QTest::newRow("none") << QByteArray("/somewhere") << false;
        QTest::newRow("of another server")
            << QByteArray("http://127.0.0.1:1/api/v1/roadmaps/" + task + "/events") << false;
        QTest::newRow("with more in it")
            << QByteArray("/api/v1/roadmaps/" + task + "/../../x/events") << false;
    }

    void aHubIsToldThatTheRunIsStopped()
    {
        QFETCH(const QByteArray, place);
        QFETCH(const bool, isTold);
        ScriptedHttpServer server;
        ScriptedAnswer answer = stream(wire::stream(wire::wholeRun().first(1)));
        answer.headers = { { "Content-Location", place } };
        answer.ending = Ending::Silence;
        server.enqueue(answer);
        server.enqueue({ .contentType = "application/json", .pieces = { { "{}" } } });
        QSignalSpy closed(&server, &ScriptedHttpServer::clientClosed);
        ServiceSource source(endpoint(server));
        QSignalSpy events(&source, &RoadmapSource::eventEmitted);
        source.start(sample::request());
        QVERIFY(events.wait());
        source.cancel();
        QTRY_VERIFY(!closed.isEmpty());
        if (isTold)
            QTRY_COMPARE(server.requests().size(), 2);
        else
            QCOMPARE(server.requests().size(), 1);
        if (isTold)
            QCOMPARE(server.requests().last().path,
                "/api/v1/roadmaps/tasks/" + place.split('/').at(4) + "/cancel");
    }

    void cancellingInAPauseEndsIt()
    {
        ScriptedHttpServer server;
        server.enqueue(stream(wire::identified(wire::wholeRun().first(2))));
        ServiceSource source(endpoint(server));
        EventLog log(source);
        bool paused = false;
        connect(&source, &RoadmapSource::waitChanged, &source, [&](const Wait& wait) {
            if (wait.what == WaitFor::Reconnection) {
                paused = true;
                source.cancel();
            }
        });
        source.start(sample::request());
        QTRY_VERIFY(paused);
        QVERIFY(!source.isRunning());
        QCoreApplication::processEvents();
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(log.outline(), u"chunk"_s);
    }

    void canRunAgainAfterCancelling()
    {
        ScriptedHttpServer server;
        ScriptedAnswer answer = stream(wire::identified(wire::wholeRun().first(4)));
        answer.ending = Ending::Silence;
        server.enqueue(answer);
        server.enqueue(stream(wire::identified(wire::wholeRun())));
        ServiceSource source(endpoint(server));
        QSignalSpy events(&source, &RoadmapSource::eventEmitted);
        source.start(sample::request());
        QVERIFY(events.wait());
        source.cancel();
        QVERIFY(run(source));
        QVERIFY(std::holds_alternative<DoneEvent>(m_events.last()));
        QVERIFY(!server.requests().last().hasHeader("last-event-id"));
    }

    void destroyingARunningSourceClosesTheConnection()
    {
        ScriptedHttpServer server;
        ScriptedAnswer answer = stream(wire::stream(wire::wholeRun().first(1)));
        answer.ending = Ending::Silence;
        server.enqueue(answer);
        auto source = std::make_unique<ServiceSource>(endpoint(server));
        QSignalSpy events(source.get(), &RoadmapSource::eventEmitted);
        source->start(sample::request());
        QVERIFY(events.wait());
        source.reset();
        QTRY_COMPARE(server.openConnectionCount(), 0);
    }

private:
    static ServiceEndpoint endpoint(const ScriptedHttpServer& server)
    {
        ServiceEndpoint endpoint { .url = server.url() };
        endpoint.network.proxyUse = ProxyUse::None;
        endpoint.retries.firstDelay = 1ms;
        return endpoint;
    }

    static ScriptedAnswer stream(const QByteArray& bytes) { return { .pieces = { { bytes } } }; }

    static ScriptedAnswer refusal(const QByteArray& body)
    {
        return { .status = 422, .contentType = "application/json", .pieces = { { body } } };
    }

    static ScriptedAnswer atHub(const QByteArray& bytes)
    {
        ScriptedAnswer answer = stream(bytes);
        answer.headers
            = { { "Content-Location", "/api/v1/roadmaps/" + taskId.toLatin1() + "/events" } };
        return answer;
    }

    static FinishedWork taskAt(const ScriptedHttpServer& server)
    {
        return { .task = ServiceTask { serviceAddress(server.url()), taskId } };
    }

    /// The sample's deadline lies in its own year; seen from another day it is a finding.
    static QString withoutFindings(QString outline) { return outline.remove(u" finding"_s); }

    /// Runs to the end; the events are in m_events. False: it did not end.
    bool run(ServiceSource& source, const LearnerRequest& request = sample::request())
    {
        return goOn(source, {}, request);
    }

    bool goOn(ServiceSource& source, const FinishedWork& finished,
        const LearnerRequest& request = sample::request())
    {
        const EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.goOn(request, finished);
        const bool hasEnded = ended.wait();
        m_events = log.events;
        return hasEnded && !source.isRunning();
    }

    [[nodiscard]] Error lastError() const
    {
        const auto* last = m_events.isEmpty() ? nullptr : std::get_if<ErrorEvent>(&m_events.last());
        return last != nullptr ? last->error : Error {};
    }

    QList<AgentEvent> m_events;
};

QTEST_GUILESS_MAIN(ServiceSourceTest)
#include "ServiceSourceTest.moc"
