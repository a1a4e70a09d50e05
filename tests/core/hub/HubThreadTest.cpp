// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubThread.h"

#include "core/classroom/HubSearch.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QUdpSocket>

#include <atomic>
#include <chrono>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

namespace {

/// What the sources of a hub did, on its thread.
struct Told {
    std::atomic<int> begun = 0;
    std::atomic<int> alive = 0;
    std::atomic<QThread*> thread = nullptr;
};

/// A model that says one word and then thinks.
class SlowSource final : public RoadmapSource {
public:
    explicit SlowSource(Told& told)
        : m_told(told)
    {
        ++m_told.alive;
    }
    ~SlowSource() override { --m_told.alive; }
    Q_DISABLE_COPY_MOVE(SlowSource)

    void start(const LearnerRequest& /*request*/) override
    {
        ++m_told.begun;
        m_told.thread = QThread::currentThread();
        Q_EMIT eventEmitted(ProgressEvent { WorkflowStep::CurriculumDesign, 42, {} });
    }
    void cancel() override { }
    [[nodiscard]] bool isRunning() const override { return true; }
    [[nodiscard]] QString title() const override { return {}; }

private:
    Told& m_told;
};

QByteArray wishOf(const QByteArray& user, const QByteArray& goal)
{
    return R"({"user_id":")" + user + R"(","session_id":"s","preferences":{"learning_goal":")"
        + goal
        + R"(","available_hours_per_week":10,"motivation":"","current_level":"beginner",)"
          R"("career_background":"","content_preference":["text"]}})";
}

/// One that nobody has.
quint16 freeSearchPort()
{
    QUdpSocket socket;
    if (!socket.bind(QHostAddress(QHostAddress::AnyIPv4), 0))
        qFatal("no UDP socket on this machine");
    return socket.localPort();
}

} // namespace

/// The hub beside a window, as the window sees it.
class HubThreadTest : public QObject {
    Q_OBJECT

    struct Served {
        explicit Served(const HubSetup& setup = { .port = 0 }, HubLog::Write log = {})
            : hub(
                setup,
                [this]() -> HubRuns::SourceFactory {
                    return [this] { return std::make_unique<SlowSource>(told); };
                },
                std::move(log))
            , serving(&hub, &HubThread::serving)
        {
            QObject::connect(&hub, &HubThread::reported, &hub,
                [this](const HubReport& report) { last = report; });
            hub.start();
        }
        [[nodiscard]] bool isServing() { return !serving.isEmpty() || serving.wait(); }
        void ask(const QByteArray& user, const QByteArray& goal)
        {
            auto socket = std::make_unique<QTcpSocket>();
            const QByteArray body = wishOf(user, goal);
            socket->connectToHost(QHostAddress::LocalHost, serving.first().at(1).value<quint16>());
            socket->write("POST /api/v1/roadmaps/generate-stream HTTP/1.1\r\nHost: localhost\r\n"
                          "Content-Type: application/json\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            sockets.push_back(std::move(socket));
        }
        [[nodiscard]] QStringList goals(HubRunState state) const
        {
            QStringList goals;
            for (const RunReport& run : last.runs) {
                if (run.state == state)
                    goals.append(run.goal);
            }
            return goals;
        }

        Told told;
        HubReport last;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        HubThread hub;
        QSignalSpy serving;
    };

private Q_SLOTS:
    void itsRunsAreMadeOnAThreadOfItsOwn()
    {
        Served served;
        QVERIFY(served.isServing());
        served.ask("ann", "SQL");
        QTRY_COMPARE(served.goals(HubRunState::Running), QStringList { u"SQL"_s });
        QVERIFY(served.told.thread.load() != QThread::currentThread());
        QTRY_COMPARE(served.last.runs.first().percent, 42);
        QCOMPARE(served.last.seats.size(), 1);
        QCOMPARE(served.last.seats.first().id, u"ann"_s);
        QTRY_VERIFY(served.last.seats.first().isReading);
    }

    void itBeginsOnce()
    {
        Served served;
        served.hub.start();
        QVERIFY(served.isServing());
        served.ask("ann", "SQL"); // at the port that was told
        QTRY_COMPARE(served.goals(HubRunState::Running), QStringList { u"SQL"_s });
        QCOMPARE(served.serving.size(), 1);
    }

    void whatCannotBeServedIsTold()
    {
        Served first;
        QVERIFY(first.isServing());
        HubThread second(
            { .port = first.serving.first().at(1).value<quint16>() }, [] { return nullptr; });
        QSignalSpy failed(&second, &HubThread::failed);
        second.start();
        QVERIFY(failed.wait());
        QVERIFY(failed.first().first().value<Error>().message.contains(u"Choose another port"_s));
        second.setPaused(true); // asks nobody
    }

    void seatsFindItIfTheyMay()
    {
        const HubSetup setup { .port = 0,
            .classCode = "ABCD2345",
            .className = u"7b"_s,
            .isFound = true,
            .searchPort = freeSearchPort() };
        Served served(setup);
        QVERIFY(served.isServing());
        HubSearch search(setup.searchPort, { QHostAddress(QHostAddress::LocalHost) }, 100ms);
        QSignalSpy found(&search, &HubSearch::found);
        search.start();
        QVERIFY(found.wait());
        const auto hub = found.first().first().value<FoundHub>();
        QCOMPARE(hub.url.port(), served.serving.first().at(1).toInt());
        QCOMPARE(hub.name, u"7b"_s);
        QVERIFY(hub.needsCode);
        QVERIFY(hub.fingerprint.isEmpty());
    }

    void nobodyFindsItOtherwise()
    {
        const HubSetup setup { .port = 0, .searchPort = freeSearchPort() };
        Served served(setup);
        QVERIFY(served.isServing());
        HubSearch search(setup.searchPort, { QHostAddress(QHostAddress::LocalHost) }, 100ms);
        const QSignalSpy found(&search, &HubSearch::found);
        QSignalSpy ended(&search, &HubSearch::ended);
        search.start();
        QVERIFY(ended.wait());
        QVERIFY(found.isEmpty());
    }

    void thatSeatsCannotFindItIsTold()
    {
        QUdpSocket other;
        QVERIFY(other.bind(QHostAddress(QHostAddress::AnyIPv4), 0, QUdpSocket::DontShareAddress));
        Served served({ .port = 0, .isFound = true, .searchPort = other.localPort() });
        QSignalSpy stumbled(&served.hub, &HubThread::stumbled);
        QVERIFY(served.isServing());
        QTRY_COMPARE(stumbled.size(), 1);
        QVERIFY(stumbled.first().first().toString().contains(QString::number(other.localPort())));
    }

    void noRunBeginsWhileItPauses()
    {
        Served served;
        QVERIFY(served.isServing());
        served.hub.setPaused(true);
        QTRY_VERIFY(served.last.isPaused);
        served.ask("ann", "SQL");
        QTRY_COMPARE(served.goals(HubRunState::Waiting), QStringList { u"SQL"_s });
        QCOMPARE(served.told.begun.load(), 0);
        served.hub.setPaused(false);
        QTRY_COMPARE(served.goals(HubRunState::Running), QStringList { u"SQL"_s });
    }

    void whoIsFavouredComesNext()
    {
        Served served;
        QVERIFY(served.isServing());
        for (const char* goal : { "first", "second", "third" }) {
            served.ask(goal, goal);
            QTRY_VERIFY(served.goals(HubRunState::Running).size()
                    + served.goals(HubRunState::Waiting).size()
                == qsizetype(served.sockets.size()));
        }
        QCOMPARE(served.goals(HubRunState::Waiting), (QStringList { u"second"_s, u"third"_s }));
        served.hub.favour(served.last.runs.at(1).task);
        QTRY_COMPARE(served.goals(HubRunState::Waiting), (QStringList { u"third"_s, u"second"_s }));
        served.hub.cancel(served.last.runs.at(2).task);
        QTRY_COMPARE(served.goals(HubRunState::Running), QStringList { u"third"_s });
        QCOMPARE(served.goals(HubRunState::Cancelled), QStringList { u"first"_s });
        QCOMPARE(served.last.rates.cancelled, 1);
    }

    void whoIsRemovedHasNoRunAnyMore()
    {
        Served served;
        QVERIFY(served.isServing());
        served.ask("ann", "one");
        served.ask("ann", "two");
        QTRY_COMPARE(served.last.runs.size(), 2);
        served.hub.removeSeat(u"ann"_s);
        QTRY_COMPARE(served.goals(HubRunState::Cancelled).size(), 2);
        QTRY_COMPARE(served.told.alive.load(), 0);
    }

    void runsEndWithIt()
    {
        Told told;
        auto hub = std::make_unique<HubThread>(HubSetup { .port = 0 }, [&told] {
            return HubRuns::SourceFactory([&told] { return std::make_unique<SlowSource>(told); });
        });
        QSignalSpy serving(hub.get(), &HubThread::serving);
        hub->start();
        QVERIFY(serving.wait());
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, serving.first().at(1).value<quint16>());
        const QByteArray body = wishOf("ann", "SQL");
        socket.write("POST /api/v1/roadmaps/generate HTTP/1.1\r\nHost: localhost\r\n"
                     "Content-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QTRY_COMPARE(told.begun.load(), 1);
        hub.reset();
        QCOMPARE(told.alive.load(), 0);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }

    void linesOfTheLogAreWrittenOnItsThread()
    {
        std::atomic<QThread*> thread = nullptr;
        Served served({ .port = 0 }, [&thread](const QByteArray& line) {
            if (line.contains("run_began"))
                thread = QThread::currentThread();
        });
        QVERIFY(served.isServing());
        served.ask("ann", "SQL");
        QTRY_VERIFY(thread.load() != nullptr);
        QTRY_COMPARE(thread.load(), served.told.thread.load());
        QVERIFY(thread.load() != QThread::currentThread());
    }
};

QTEST_GUILESS_MAIN(HubThreadTest)
#include "HubThreadTest.moc"
