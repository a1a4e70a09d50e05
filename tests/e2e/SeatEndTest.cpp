// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/HubProgram.h"
#include "tests/e2e/KeptRuns.h"
#include "tests/e2e/ModelAnswers.h"

#include <QTcpSocket>
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

QByteArrayList eventsIn(const QByteArray& stream)
{
    QByteArrayList events;
    for (const QByteArray& line : stream.split('\n')) {
        if (line.startsWith("data: "))
            events.append(line.mid(6));
    }
    return events;
}

/// What the hub has of a run, whole.
QByteArrayList logOf(quint16 port, const QString& task)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(
        "GET /api/v1/roadmaps/" + task.toLatin1() + "/events HTTP/1.0\r\nHost: localhost\r\n\r\n");
    QByteArray answer;
    const bool isWhole = QTest::qWaitFor(
        [&] {
            answer += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        },
        10'000);
    return isWhole ? eventsIn(answer) : QByteArrayList();
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
            QVERIFY(QTest::qWaitFor([&] { return logOf(hub.port(), task).size() > 10; }, 30'000));
        }
        seat.start(resumeAt(hub.url(), seat));
        QTRY_VERIFY_WITH_TIMEOUT(seat.out().contains("Three"), 30'000); // from the beginning
        if (!isMeanwhileDone)
            m_model->release();
        QVERIFY(seat.wait());
        QVERIFY2(seat.exitStatus() == 0, seat.err().constData());
        const QByteArrayList log = logOf(hub.port(), task);
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

private:
    std::unique_ptr<ScriptedHttpServer> m_model;
};

QTEST_GUILESS_MAIN(SeatEndTest)
#include "SeatEndTest.moc"
