// SPDX-License-Identifier: Apache-2.0
// A seat and its class, with real hubs, and with servers that are none.
#include "core/classroom/ClassFeed.h"

#include "core/hub/Hub.h"
#include "core/roadmap/RoadmapJson.h"
#include "tests/core/roadmap/SampleRoadmaps.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;
using test::ScriptedAnswer;
using test::ScriptedHttpServer;

namespace {

const QByteArray code = "ABCD2345";
constexpr ClassFeed::Pauses shortPauses { .first = 1ms, .longest = 20ms };

Roadmap roadmapCalled(const QString& title)
{
    Roadmap roadmap = sample::perfectRoadmap();
    roadmap.id = title;
    roadmap.title = title;
    return roadmap;
}

QByteArray eventOf(const Roadmap& roadmap)
{
    json::object event;
    event["type"] = "handed_out";
    event["data"] = toJson(roadmap);
    return "data: " + writeJson(event) + "\n\n";
}

std::unique_ptr<Hub> hubAt(quint16 port = 0, const QByteArray& classCode = code)
{
    auto hub = std::make_unique<Hub>(
        HubSetup { .port = port, .classCode = classCode }, [] { return nullptr; });
    if (hub->listen())
        qFatal("nothing can be served");
    return hub;
}

QUrl urlOf(const Hub& hub)
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(hub.port()));
}

ClassPlace placeAt(const QUrl& hub, const QByteArray& withCode = code)
{
    return { .hub = hub, .code = withCode, .name = u"李雷"_s, .client = u"c-1"_s };
}

/// A seat, and all that it hears.
struct Learner {
    explicit Learner(const ClassPlace& place, const ClassTicket& ticket = {})
        : feed(place, ticket, shortPauses)
    {
        QObject::connect(&feed, &ClassFeed::handedOut, &feed,
            [this](const HandedOut& handed) { titles.append(handed.title); });
        QObject::connect(&feed, &ClassFeed::joined, &feed,
            [this](const ClassTicket& each) { tickets.append(each); });
        QObject::connect(&feed, &ClassFeed::handedIn, &feed, [this] { ++handedIn; });
        QObject::connect(&feed, &ClassFeed::handInFailed, &feed,
            [this](const Error& error) { refusals.append(error); });
        QObject::connect(&feed, &ClassFeed::failed, &feed,
            [this](const Error& error) { failures.append(error); });
    }

    ClassFeed feed;
    QStringList titles;
    QList<ClassTicket> tickets;
    int handedIn = 0;
    QList<Error> refusals;
    QList<Error> failures;
};

ScriptedAnswer refusal(int status)
{
    return { .status = status, .contentType = "application/json", .pieces = { { "{}" } } };
}

} // namespace

class ClassFeedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itHearsWhatIsHandedOut()
    {
        const auto hub = hubAt();
        QVERIFY(!hub->board().handOut(roadmapCalled(u"Before"_s)));
        Learner seat(placeAt(urlOf(*hub)));
        QTRY_COMPARE(seat.titles, QStringList { u"Before"_s });
        QCOMPARE(seat.tickets.size(), 1);
        QVERIFY(!seat.tickets.first().token.isEmpty());
        QSignalSpy handed(&seat.feed, &ClassFeed::handedOut);
        QVERIFY(!hub->board().handOut(roadmapCalled(u"After"_s)));
        QTRY_COMPARE(handed.size(), 1);
        QCOMPARE(handed.first().first().value<HandedOut>(),
            (HandedOut { u"After"_s, u"After"_s, roadmapCalled(u"After"_s) }));
    }

    void aTicketOfBeforeWillDo()
    {
        const auto hub = hubAt();
        const auto seats = hub->seats()->join({ .code = code }, QHostAddress::LocalHost, 0s);
        QVERIFY(!hub->board().handOut(roadmapCalled(u"One"_s)));
        Learner seat(placeAt(urlOf(*hub), {}), { .token = seats.value().token });
        QTRY_COMPARE(seat.titles.size(), 1);
        QVERIFY(seat.tickets.isEmpty());
    }

    void aHubWithoutAClassIsHeardWithoutJoining()
    {
        const auto hub = hubAt(0, {});
        QVERIFY(!hub->board().handOut(roadmapCalled(u"One"_s)));
        Learner seat(placeAt(urlOf(*hub), {}));
        QTRY_COMPARE(seat.titles.size(), 1);
        QVERIFY(seat.tickets.isEmpty());
    }

    void aHubThatComesBackIsFoundAndItsClassJoinedAgain()
    {
        auto hub = hubAt();
        const quint16 port = hub->port();
        Learner seat(placeAt(urlOf(*hub)));
        QVERIFY(!hub->board().handOut(roadmapCalled(u"One"_s)));
        QTRY_COMPARE(seat.titles.size(), 1);
        hub.reset();
        seat.feed.handIn(roadmapCalled(u"Mine"_s));
        QTRY_COMPARE(seat.refusals.size(), 1); // nobody is there
        QCOMPARE(seat.refusals.first().kind, ErrorKind::Network);
        hub = hubAt(port);
        QVERIFY(!hub->board().handOut(roadmapCalled(u"Two"_s)));
        QTRY_COMPARE(seat.titles, (QStringList { u"One"_s, u"Two"_s }));
        QCOMPARE(seat.tickets.size(), 2);
        seat.feed.handIn(roadmapCalled(u"Mine"_s));
        QTRY_COMPARE(seat.handedIn, 1);
        QVERIFY(seat.failures.isEmpty());
    }

    void aBreakLosesAndRepeatsNothing()
    {
        ScriptedHttpServer server;
        const QByteArray one = "id: b:1\n" + eventOf(roadmapCalled(u"One"_s));
        const QByteArray two = "id: b:2\n" + eventOf(roadmapCalled(u"Two"_s));
        server.enqueue(
            { .pieces = { { one }, { two.left(50) } }, .ending = ScriptedAnswer::Ending::Close });
        server.enqueue({ .pieces = { { two } }, .ending = ScriptedAnswer::Ending::Silence });
        Learner seat(placeAt(server.url()), { .token = "t" });
        QTRY_COMPARE(seat.titles, (QStringList { u"One"_s, u"Two"_s }));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().first().path, "/api/v1/class/events");
        QVERIFY(!server.requests().first().hasHeader("last-event-id"));
        QCOMPARE(server.requests().last().header("last-event-id"), "b:1");
        QCOMPARE(server.requests().last().header("authorization"), "Bearer t");
    }

    void aHubThatIsNotThereYetIsWaitedFor()
    {
        ScriptedHttpServer server;
        server.enqueue(refusal(503));
        server.enqueue(refusal(502));
        server.enqueue({ .pieces = {} });
        server.enqueue({ .pieces = { { ": hello\n\n" } } });
        server.enqueue({ .pieces = { { eventOf(roadmapCalled(u"One"_s)) } },
            .ending = ScriptedAnswer::Ending::Silence });
        Learner seat(placeAt(server.url()));
        QTRY_COMPARE(seat.titles.size(), 1);
        QVERIFY(seat.failures.isEmpty());
    }

    void whatIsHandedInReachesTheTeacher()
    {
        const auto hub = hubAt();
        QSignalSpy handedIn(&hub->board(), &ClassBoard::handedIn);
        Learner seat(placeAt(urlOf(*hub)));
        seat.feed.handIn(roadmapCalled(u"One"_s));
        seat.feed.handIn(roadmapCalled(u"Two"_s));
        QTRY_COMPARE(seat.handedIn, 2);
        QCOMPARE(handedIn.size(), 2);
        QCOMPARE(handedIn.first().first().value<HandedIn>().roadmap, roadmapCalled(u"One"_s));
        QCOMPARE(handedIn.last().first().value<HandedIn>().roadmap, roadmapCalled(u"Two"_s));
        QCOMPARE(seat.tickets.size(), 1);
    }

    void aSeatThatWasRemovedJoinsAgainToHandIn()
    {
        const auto hub = hubAt();
        Learner seat(placeAt(urlOf(*hub)));
        QTRY_COMPARE(seat.tickets.size(), 1);
        hub->removeSeat(seat.tickets.first().seat);
        seat.feed.handIn(roadmapCalled(u"One"_s));
        QTRY_COMPARE(seat.handedIn, 1);
        QCOMPARE(seat.tickets.size(), 2);
        QVERIFY(seat.tickets.first().token != seat.tickets.last().token);
    }

    void whatIsTooLongIsNotSent()
    {
        ScriptedHttpServer server;
        server.setResponder([](const auto&) {
            return ScriptedAnswer { .pieces = {}, .ending = ScriptedAnswer::Ending::Silence };
        });
        Learner seat(placeAt(server.url()), { .token = "t" });
        Roadmap large = roadmapCalled(u"One"_s);
        large.title = QString(ClassFeed::mostBytes, u'a');
        seat.feed.handIn(large);
        QVERIFY(seat.refusals.isEmpty()); // from the event loop
        QTRY_COMPARE(seat.refusals.size(), 1);
        QCOMPARE(seat.refusals.first().kind, ErrorKind::TooLarge);
        QTRY_COMPARE(server.requests().size(), 1);
    }

    void whatTheHubRefusesIsSaid()
    {
        const auto hub = hubAt();
        Learner seat(placeAt(urlOf(*hub)));
        for (qsizetype i = 0; i <= ClassBoard::mostOfSeat; ++i)
            seat.feed.handIn(roadmapCalled(QString::number(i)));
        QTRY_COMPARE(seat.refusals.size(), 1);
        QCOMPARE(seat.refusals.first().kind, ErrorKind::RateLimit);
        QCOMPARE(seat.handedIn, int(ClassBoard::mostOfSeat));
    }

    void aPageIsNoTeacher()
    {
        ScriptedHttpServer server;
        server.setResponder([](const test::RecordedRequest& request) -> ScriptedAnswer {
            if (request.method == "POST")
                return { .contentType = "text/html", .pieces = { { "<html>" } } };
            return { .pieces = {}, .ending = ScriptedAnswer::Ending::Silence };
        });
        Learner seat(placeAt(server.url()), { .token = "t" });
        seat.feed.handIn(roadmapCalled(u"One"_s));
        QTRY_COMPARE(seat.refusals.size(), 1);
        QCOMPARE(seat.refusals.first().kind, ErrorKind::NotFound);
        QCOMPARE(seat.handedIn, 0);
    }

    void aWrongCodeIsSaidOnce()
    {
        const auto hub = hubAt();
        Learner seat(placeAt(urlOf(*hub), "WRONG234"));
        seat.feed.handIn(roadmapCalled(u"One"_s));
        QTRY_COMPARE(seat.failures.size(), 1);
        QTRY_COMPARE(seat.refusals.size(), 1);
        QCOMPARE(seat.failures.first().kind, ErrorKind::Authentication);
        QCOMPARE(seat.refusals.first().kind, ErrorKind::Authentication);
        QVERIFY(!seat.failures.first().message.contains(u"WRONG234"_s));
    }

    void aTokenThatIsNeverTakenIsNoEndlessRound()
    {
        ScriptedHttpServer server;
        server.setResponder([](const test::RecordedRequest& request) -> ScriptedAnswer {
            if (request.path.endsWith("/join"))
                return { .contentType = "application/json", .pieces = { { "{\"token\":\"t\"}" } } };
            return refusal(401);
        });
        Learner seat(placeAt(server.url()));
        QTRY_COMPARE(seat.failures.size(), 1);
        QCOMPARE(seat.failures.first().kind, ErrorKind::Authentication);
        QCOMPARE(server.requests().size(), 3);
        seat.feed.handIn(roadmapCalled(u"One"_s));
        QTRY_COMPARE(seat.refusals.size(), 1);
        QCOMPARE(server.requests().size(), 6);
        QCOMPARE(seat.failures.size(), 1);
    }

    void whatHasNoClassIsNotAskedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("not there") << 404 << QByteArray("application/json") << QByteArray("{}");
        QTest::newRow("not so") << 405 << QByteArray("application/json") << QByteArray("{}");
        QTest::newRow("a page") << 200 << QByteArray("text/html") << QByteArray("data: x\n\n");
    }

    void whatHasNoClassIsNotAskedAgain()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        ScriptedHttpServer server;
        server.enqueue({ .status = status, .contentType = type, .pieces = { { body } } });
        Learner seat(placeAt(server.url()), { .token = "t" });
        QTRY_COMPARE(seat.failures.size(), 1);
        QCOMPARE(seat.failures.first().kind, ErrorKind::NotFound);
        seat.feed.retryNow();
        QCOMPARE(server.requests().size(), 1);
    }

    void whatIsNoRoadmapIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("event");
        const auto event
            = [](const QByteArray& json) -> QByteArray { return "data: " + json + "\n\n"; };
        QTest::newRow("no JSON") << event("{");
        QTest::newRow("no object") << event("[1]");
        QTest::newRow("nested to no end") << event(QByteArray(100'000, '['));
        QTest::newRow("something else") << event("{\"type\":\"applause\",\"data\":{}}");
        QTest::newRow("no data") << event("{\"type\":\"handed_out\"}");
        QTest::newRow("no roadmap") << event("{\"type\":\"handed_out\",\"data\":{\"title\":7}}");
        QTest::newRow("an empty one") << eventOf([] {
            Roadmap empty;
            empty.id = u"e"_s;
            empty.title = u"E"_s;
            return empty;
        }());
        QTest::newRow("an id that is no header") << "id: a\x80\tb\n" + event("{}");
        QTest::newRow("an endless id") << "id: " + QByteArray(10'000, 'a') + '\n' + event("{}");
    }

    void whatIsNoRoadmapIsPassedOver()
    {
        QFETCH(const QByteArray, event);
        ScriptedHttpServer server;
        server.enqueue({ .pieces = { { event } } });
        server.enqueue({ .pieces = { { event + eventOf(roadmapCalled(u"One"_s)) } },
            .ending = ScriptedAnswer::Ending::Silence });
        Learner seat(placeAt(server.url()), { .token = "t" });
        QTRY_COMPARE(seat.titles, QStringList { u"One"_s });
        QVERIFY(seat.failures.isEmpty());
    }

    void aBrokenRoadmapIsMended()
    {
        Roadmap broken = roadmapCalled(u"One\u202e\n\u001b[31m"_s);
        broken.stages.first().modules.first().concepts.first().prerequisites = { u"nobody"_s };
        ScriptedHttpServer server;
        server.enqueue(
            { .pieces = { { eventOf(broken) } }, .ending = ScriptedAnswer::Ending::Silence });
        Learner seat(placeAt(server.url()), { .token = "t" });
        QSignalSpy handed(&seat.feed, &ClassFeed::handedOut);
        QVERIFY(handed.wait());
        const auto out = handed.first().first().value<HandedOut>();
        QCOMPARE(out.title, u"One [31m"_s);
        QVERIFY(!hasCriticalFinding(checkRoadmap(out.roadmap)));
    }

    void anEventWithoutEndEndsIt()
    {
        ScriptedHttpServer server;
        server.enqueue({ .pieces = { { "data: " }, { QByteArray(100'000, 'a') } },
            .ending = ScriptedAnswer::Ending::Repeat });
        Learner seat(placeAt(server.url()), { .token = "t" });
        QTRY_COMPARE(seat.failures.size(), 1);
        QCOMPARE(seat.failures.first().kind, ErrorKind::TooLarge);
    }

    void aTeacherWhoHandsOutWithoutEndIsHeardSoOftenOnly()
    {
        ScriptedHttpServer server;
        Roadmap small = roadmapCalled(u"One"_s);
        small.stages.resize(1);
        server.enqueue({ .pieces = { { eventOf(small).repeated(20) } },
            .ending = ScriptedAnswer::Ending::Repeat });
        Learner seat(placeAt(server.url()), { .token = "t" });
        QTRY_COMPARE_WITH_TIMEOUT(seat.failures.size(), 1, 60'000);
        QCOMPARE(seat.failures.first().kind, ErrorKind::TooLarge);
        QCOMPARE(seat.titles.size(), ClassFeed::mostHandedOut);
    }
};

QTEST_GUILESS_MAIN(ClassFeedTest)
#include "ClassFeedTest.moc"
