// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/HubAnswers.h"
#include "tests/e2e/HubProgram.h"
#include "tests/e2e/KeptRuns.h"
#include "tests/e2e/ModelAnswers.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

/// Each design waits in its first sentence for a release, so that its run is on for as long as a
/// test wants.
void answerInParts(ScriptedHttpServer& model)
{
    model.setResponder([](const RecordedRequest& request) {
        const Roadmap roadmap = sample::perfectRoadmap();
        for (int stage = 0; stage < roadmap.stages.size(); ++stage) {
            const QByteArray asked = "Fill in the stage \\\"stage-" + QByteArray::number(stage + 1);
            if (request.body.contains(asked))
                return streamed(stageAnswer(roadmap, stage));
        }
        if (!request.body.contains("You begin with the outline"))
            return streamed(intentText());
        const QString outline = outlineAnswer(roadmap);
        return heldAfter(outline.first(5), outline.sliced(5));
    });
}

QStringList askingAt(const ScriptedHttpServer& model)
{
    return { u"--base-url"_s, model.url(u"/v1"_s).toString(), u"--model"_s, u"tiny"_s,
        u"--rounds"_s, u"0"_s };
}

QStringList at(const QString& service)
{
    return { u"--source"_s, u"service"_s, u"--service-url"_s, service, u"--format"_s, u"sse"_s };
}

QStringList generateAt(const QString& service)
{
    return QStringList { u"generate"_s, u"--goal"_s, u"Web sites"_s } + at(service);
}

/// Of the one run that the seat's library has.
QString keptValue(const Program& seat, const QString& column)
{
    return QString::fromUtf8(keptRows(seat, u"SELECT %1 FROM runs"_s.arg(column))).trimmed();
}

QStringList resumeAt(const QString& service, const Program& seat)
{
    return QStringList { u"roadmap"_s, u"resume"_s, keptValue(seat, u"id"_s) } + at(service);
}

QByteArray statusOf(const QUrl& hub, const QString& task)
{
    return answerOf(hub, "/api/v1/roadmaps/" + task.toLatin1() + "/status");
}

/// A seat whose program dies in the middle of its run. False if it does not come so far.
bool dieInTheMiddle(Program& seat, const QString& service)
{
    seat.start(generateAt(service));
    const bool isOn = QTest::qWaitFor([&seat] { return seat.out().contains("Three"); }, 30'000);
    seat.kill();
    return isOn && seat.wait();
}

} // namespace

/// A seat whose program ended takes its run up again where that is.
class SeatEndTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ScriptedHttpServer>();
        answerInParts(*m_model);
    }

    void aRunGoesOnAfterItsProgramWasKilled_data()
    {
        QTest::addColumn<bool>("isMeanwhileDone");
        QTest::newRow("still on") << false;
        QTest::newRow("done meanwhile") << true;
    }
    void aRunGoesOnAfterItsProgramWasKilled()
    {
        QFETCH(const bool, isMeanwhileDone);
        HubProgram hub;
        QVERIFY2(hub.start(askingAt(*m_model)), hub.program().err().constData());
        Program seat;
        QVERIFY2(dieInTheMiddle(seat, hub.url()), seat.err().constData());
        QCOMPARE(keptValue(seat, u"state"_s), u"running"_s);
        const QString task = keptValue(seat, u"task"_s);
        if (isMeanwhileDone) {
            m_model->release();
            QVERIFY(logOf(QUrl(hub.url()), task.toLatin1()).size() > 10);
        }
        seat.start(resumeAt(hub.url(), seat));
        QTRY_VERIFY_WITH_TIMEOUT(seat.out().contains("Three"), 30'000); // from the beginning
        if (!isMeanwhileDone)
            m_model->release();
        QVERIFY(seat.wait());
        QVERIFY2(seat.exitStatus() == 0, seat.err().constData());
        const QByteArrayList log = logOf(QUrl(hub.url()), task.toLatin1());
        QVERIFY(log.last().startsWith("{\"type\":\"done\""));
        QCOMPARE(eventsIn(seat.out()), log);
        QCOMPARE(keptRows(seat, u"SELECT state, task FROM runs"_s), "done\n");
        QCOMPARE(keptRows(seat, u"SELECT task FROM runs"_s), "\n");
        QCOMPARE(keptRows(seat,
                     u"SELECT count(*) FROM run_events WHERE event LIKE"
                     " '{\"type\":\"complete\"%intent_analyzer%'"_s),
            "1\n");
        QCOMPARE(keptRows(seat, u"SELECT count(*) FROM roadmaps"_s), "1\n");
    }

    /// The token of before is gone with the program: the class is joined again, as the same seat.
    void aRunInAClassGoesOnToo()
    {
        HubProgram hub;
        hub.program().setEnvironment(u"ROADLOOM_CLASS_CODE"_s, u"QUIET-FOX"_s);
        QVERIFY2(hub.start(askingAt(*m_model)), hub.program().err().constData());
        Program seat;
        seat.setEnvironment(u"ROADLOOM_CLASS_CODE"_s, u"QUIET-FOX"_s);
        QVERIFY2(dieInTheMiddle(seat, hub.url()), seat.err().constData());
        const int asked = int(m_model->requests().size());
        m_model->release();
        QVERIFY(seat.run(resumeAt(hub.url(), seat)));
        QVERIFY2(seat.exitStatus() == 0, seat.err().constData());
        QCOMPARE(int(m_model->requests().size()) - asked,
            int(sample::perfectRoadmap().stages.size())); // nothing was begun anew
        QFile library(seat.dataFolder() + u"/library.sqlite"_s);
        QVERIFY(library.open(QIODevice::ReadOnly));
        QVERIFY(!library.readAll().contains("QUIET-FOX"));
    }

    void aHubThatHasForgottenTheRunIsSaidAndTheNextTryBeginsAnew()
    {
        HubProgram hub;
        QVERIFY2(hub.start(askingAt(*m_model)), hub.program().err().constData());
        Program seat;
        QVERIFY2(dieInTheMiddle(seat, hub.url()), seat.err().constData());
        hub.program().kill();
        QVERIFY(hub.program().wait());
        QVERIFY2(hub.start(askingAt(*m_model)), hub.program().err().constData());
        const int asked = int(m_model->requests().size());
        QVERIFY(seat.run(resumeAt(hub.url(), seat)));
        QCOMPARE(seat.exitStatus(), 3);
        QVERIFY2(seat.err().contains("no longer has this run"), seat.err().constData());
        QCOMPARE(int(m_model->requests().size()), asked); // nothing that would cost anew
        QVERIFY(keptEvents(seat).contains("intent_analyzer")); // what was said is still there
        m_model->release();
        QVERIFY(seat.run(resumeAt(hub.url(), seat)));
        QVERIFY2(seat.exitStatus() == 0, seat.err().constData());
    }

    void aHubThatIsGoneIsSaidAndNothingIsLost()
    {
        HubProgram hub;
        QVERIFY2(hub.start(askingAt(*m_model)), hub.program().err().constData());
        Program seat;
        QVERIFY2(dieInTheMiddle(seat, hub.url()), seat.err().constData());
        const QByteArray before = keptEvents(seat);
        const QString task = keptValue(seat, u"task"_s);
        hub.program().kill();
        QVERIFY(hub.program().wait());
        QVERIFY(seat.run(resumeAt(hub.url(), seat) + QStringList { u"--retries"_s, u"0"_s }));
        QCOMPARE(seat.exitStatus(), 3);
        QVERIFY(keptEvents(seat).startsWith(before));
        QCOMPARE(keptValue(seat, u"task"_s), task); // it may come back
    }

    void anotherServiceHearsNothingOfTheRun()
    {
        HubProgram hub;
        QVERIFY2(hub.start(askingAt(*m_model)), hub.program().err().constData());
        Program seat;
        QVERIFY2(dieInTheMiddle(seat, hub.url()), seat.err().constData());
        ScriptedHttpServer other;
        other.enqueue({ .status = 500, .contentType = {}, .pieces = {} });
        QVERIFY(seat.run(
            resumeAt(other.url().toString(), seat) + QStringList { u"--retries"_s, u"0"_s }));
        QCOMPARE(other.requests().size(), 1);
        QVERIFY(!other.requests().first().hasHeader("last-event-id"));
        QVERIFY(!other.requests().first().hasHeader("authorization"));
        const QByteArray advice = "--service-url " + hub.url().toUtf8();
        QVERIFY2(seat.err().contains(advice), seat.err().constData());
    }

    void aHubIsToldOfAnInterruptionBeforeTheProgramEnds_data()
    {
        QTest::addColumn<bool>("isTls");
        QTest::addColumn<bool>("isQueued");
        QTest::addColumn<bool>("isTerminated");
        QTest::newRow("by Ctrl-C") << false << false << false;
        QTest::newRow("in the queue") << false << true << false;
        QTest::newRow("over TLS") << true << false << false;
        QTest::newRow("in the queue, over TLS") << true << true << false;
        QTest::newRow("in the queue, over TLS, terminated") << true << true << true;
    }
    void aHubIsToldOfAnInterruptionBeforeTheProgramEnds()
    {
        QFETCH(const bool, isTls);
        QFETCH(const bool, isQueued);
        QFETCH(const bool, isTerminated);
        HubProgram hub;
        const QStringList secured = isTls ? QStringList { u"--tls"_s } : QStringList();
        QVERIFY2(hub.start(askingAt(*m_model) + QStringList { u"--runs"_s, u"1"_s } + secured),
            hub.program().err().constData());
        Program first;
        Program second;
        if (isTls) {
            static const QRegularExpression shown(u"([0-9A-F]{2}:){31}[0-9A-F]{2}"_s);
            QTRY_VERIFY(shown.match(QString::fromUtf8(hub.program().err())).hasMatch());
            const QString its = shown.match(QString::fromUtf8(hub.program().err())).captured();
            first.setEnvironment(u"ROADLOOM_HUB_FINGERPRINT"_s, its);
            second.setEnvironment(u"ROADLOOM_HUB_FINGERPRINT"_s, its);
        }
        first.start(generateAt(hub.url()));
        QTRY_VERIFY_WITH_TIMEOUT(first.out().contains("Three"), 30'000);
        Program& seat = isQueued ? second : first;
        if (isQueued)
            second.start(generateAt(hub.url()));
        QTRY_VERIFY_WITH_TIMEOUT(!keptValue(seat, u"task"_s).isEmpty(), 30'000);
        const QString task = keptValue(seat, u"task"_s);
        const QUrl place(hub.url());
        QVERIFY(statusOf(place, task).contains(isQueued ? "\"pending\"" : "\"processing\""));
        if (isTerminated)
            seat.terminate();
        else
            seat.interrupt();
        QVERIFY(seat.wait());
        QCOMPARE(seat.exitStatus(), 130);
        QVERIFY(statusOf(place, task).contains("\"cancelled\""));
        QCOMPARE(first.hasEnded(), !isQueued);
        first.kill();
        QVERIFY(first.wait());
    }

    void anInterruptionWaitsForNoHubThatIsSilent()
    {
        ScriptedHttpServer hub;
        const QByteArray task = "9e2215f3-2239-4273-a227-de909ad3a1db";
        ScriptedAnswer begun { .pieces = { { ": \n\n" } },
            .ending = ScriptedAnswer::Ending::Silence };
        begun.headers = { { "Content-Location", "/api/v1/roadmaps/" + task + "/events" } };
        hub.enqueue(begun);
        hub.setResponder([](const RecordedRequest&) { return ScriptedAnswer::none(); });
        Program seat;
        seat.start(generateAt(hub.url().toString()));
        QTRY_VERIFY_WITH_TIMEOUT(!keptValue(seat, u"task"_s).isEmpty(), 30'000);
        QElapsedTimer clock;
        clock.start();
        seat.interrupt();
        QVERIFY(seat.wait());
        QCOMPARE(seat.exitStatus(), 130);
        QVERIFY2(clock.elapsed() < 10'000, "it waited for an answer");
        QCOMPARE(hub.requests().last().path, "/api/v1/roadmaps/tasks/" + task + "/cancel");
    }

private:
    std::unique_ptr<ScriptedHttpServer> m_model;
};

QTEST_GUILESS_MAIN(SeatEndTest)
#include "SeatEndTest.moc"
