// SPDX-License-Identifier: Apache-2.0
#include "ui/run/RunController.h"

#include "ScriptedSource.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

class RunControllerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksForTheLanguageOfTheGoalOrTheUser_data()
    {
        QTest::addColumn<QString>("goal");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("sent");
        QTest::addRow("a goal in Chinese") << u"学习 SQL"_s << QString() << QString();
        QTest::addRow("any other goal") << u"learn SQL"_s << QString() << u"fr"_s;
        QTest::addRow("asked for") << u"学习 SQL"_s << u"en"_s << u"en"_s;
    }

    /// Each run anew: the goal may have been typed in another language than the one before.
    void asksForTheLanguageOfTheGoalOrTheUser()
    {
        QFETCH(const QString, goal);
        QFETCH(const QString, asked);
        QFETCH(const QString, sent);
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        ScriptedSource source;
        RunController run(source);
        LearnerRequest request;
        request.preferences.learningGoal = goal;
        request.preferences.language = asked;
        run.start(request);
        QCOMPARE(source.requests().constLast().preferences.language, sent);
    }

    void theClockGoesOnWithTheRun()
    {
        ScriptedSource source;
        RunController run(source);
        const auto waitFor = [&run](std::chrono::milliseconds least) {
            return QTest::qWaitFor([&] { return run.elapsed() >= least; });
        };
        run.start({});
        source.emitEvent(CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        QVERIFY(waitFor(30ms));
        run.stop();
        const std::chrono::milliseconds before = run.elapsed();
        run.goOn();
        QVERIFY(run.elapsed() >= before);
        QVERIFY(waitFor(before + 20ms));
        run.stop();
        QVERIFY(run.elapsed() >= before + 20ms);
        // What begins anew begins its clock anew.
        run.startOver();
        QVERIFY(run.elapsed() < before + 20ms);
        run.stop();
        source.setCanGoOn(false);
        QVERIFY(run.elapsed() < before + 20ms);
        run.goOn();
        QVERIFY(run.elapsed() < before);
    }

    void passesOnWhatIsWaitedFor()
    {
        ScriptedSource source;
        RunController run(source);
        source.emitWait(WaitFor::Connection, 15s); // no run, no wait
        QCOMPARE(run.currentWait().wait, Wait());
        const QSignalSpy changes(&run, &RunController::waitChanged);
        run.start({});
        source.emitWait(WaitFor::Connection, 15s);
        source.emitWait(WaitFor::FirstWord, 5min);
        QCOMPARE(changes.count(), 2);
        const auto told = changes.at(1).at(0).value<TimedWait>();
        QCOMPARE(told.wait, (Wait { WaitFor::FirstWord, 5min }));
        QCOMPARE(run.currentWait().wait, told.wait);
        QVERIFY(run.currentWait().elapsed() >= 0ms);
    }

    void eachWordStartsTheClockAnew()
    {
        ScriptedSource source;
        RunController run(source);
        run.start({});
        source.emitWait(WaitFor::FirstWord, 5min);
        const auto before = run.currentWait().since;
        source.emitEvent(ReasoningEvent { u"Hm"_s, AgentId::IntentAnalyzer });
        QVERIFY(run.currentWait().since == before); // not yet the wait for the next word
        source.emitWait(WaitFor::NextWord, 1min);
        const QSignalSpy changes(&run, &RunController::waitChanged);
        for (const AgentEvent& word :
            { AgentEvent(ReasoningEvent { u"Hm"_s, AgentId::IntentAnalyzer }),
                AgentEvent(ChunkEvent { u"Well"_s, AgentId::IntentAnalyzer }) }) {
            const auto last = run.currentWait().since;
            QTRY_VERIFY(TimedWait::Clock::now() > last);
            source.emitEvent(word);
            QVERIFY(run.currentWait().since > last);
            QCOMPARE(run.currentWait().wait, (Wait { WaitFor::NextWord, 1min }));
        }
        QCOMPARE(changes.count(), 2);
    }

    void whatEndsATryEndsItsWait_data()
    {
        QTest::addColumn<AgentEvent>("event");
        QTest::newRow("failed try")
            << AgentEvent(AttemptFailedEvent { AgentId::IntentAnalyzer, u"No."_s, 4s });
        QTest::newRow("result") << AgentEvent(
            CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        QTest::newRow("failure") << AgentEvent(
            ErrorEvent { { ErrorKind::Cut, u"Cut."_s, {} }, AgentId::IntentAnalyzer });
        QTest::newRow("end") << AgentEvent(DoneEvent());
    }
    void whatEndsATryEndsItsWait()
    {
        QFETCH(const AgentEvent, event);
        ScriptedSource source;
        RunController run(source);
        run.start({});
        source.emitWait(WaitFor::NextWord, 1min);
        source.emitEvent(event);
        QCOMPARE(run.currentWait().wait, Wait());
    }

    void noWaitOutlivesItsRun()
    {
        ScriptedSource source;
        RunController run(source);
        run.start({});
        source.emitWait(WaitFor::FirstWord);
        run.stop();
        QCOMPARE(run.currentWait().wait, Wait());
        run.startOver();
        source.emitWait(WaitFor::FirstWord);
        run.start({});
        QCOMPARE(run.currentWait().wait, Wait());
    }

    void goesOnWhereItBrokeOff()
    {
        ScriptedSource source;
        RunController run(source);
        run.start({});
        QVERIFY(!run.canGoOn());
        source.emitEvent(CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        source.emitEvent(ErrorEvent { {}, AgentId::CurriculumArchitect });
        QVERIFY(run.canGoOn());
        run.goOn();
        QCOMPARE(run.phase(), RunPhase::Designing);
        QVERIFY(source.finished().last().intent);
        QVERIFY(!source.finished().last().design);

        CurriculumDesign design;
        source.emitEvent(CompleteEvent { design, AgentId::CurriculumArchitect });
        RoadmapEdit edit;
        edit.framework.title = u"Edited"_s;
        source.emitEvent(CompleteEvent { edit, AgentId::RoadmapEditor });
        run.stop();
        run.goOn();
        QCOMPARE(run.phase(), RunPhase::Reviewing);
        QCOMPARE(source.finished().last().design->framework.title, u"Edited"_s);
    }

    void aRunThatAServiceHasIsLeftToIt()
    {
        ScriptedSource source;
        const ServiceTask task { .service = u"http://hub"_s, .id = u"1"_s };
        RunController run(source);
        run.start({});
        QVERIFY(!run.isAtService());
        source.emitTask(task);
        QVERIFY(run.isAtService());
        run.leave();
        QCOMPARE(run.phase(), RunPhase::Stopped);
        QCOMPARE(source.left(), 1);
        QCOMPARE(source.cancelled(), 0);
        QVERIFY(run.canTakeUp());
        // Whoever is stopped does not go on with it.
        run.goOn();
        run.stop();
        QCOMPARE(source.cancelled(), 1);
        QVERIFY(!run.canGoOn());
    }

    void aRunThatAnotherOneGoesOnWithIsNoServicesAnyMore()
    {
        ScriptedSource source;
        RunController run(source);
        run.start({});
        source.emitTask({ .service = u"http://hub"_s, .id = u"1"_s });
        source.emitEvent(CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        source.emitEvent(ErrorEvent { {}, AgentId::System });
        source.setCanGoOn(false); // it begins anew
        run.goOn();
        QVERIFY(!run.isAtService());
        source.emitEvent(ErrorEvent { {}, AgentId::System });
        source.setCanGoOn(true);
        QVERIFY(!run.canTakeUp());
    }

    void whatWasRetoldInPartIsInTheRecordOnly()
    {
        ScriptedSource source;
        const ServiceTask task { .service = u"http://hub"_s, .id = u"1"_s };
        RunController run(source);
        run.start({});
        source.emitTask(task);
        source.emitEvent(CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        source.emitEvent(ErrorEvent { {}, AgentId::System });
        run.goOn();
        QVERIFY(!run.isRetoldInPart());
        source.emitTask(task);
        source.emitTask({}); // the service has forgotten it meanwhile
        source.emitEvent(ErrorEvent { {}, AgentId::System });
        QVERIFY(run.isRetoldInPart());
        run.startOver();
        QVERIFY(!run.isRetoldInPart());
    }

    void whatIsTakenUpIsToldFromTheBeginning()
    {
        ScriptedSource source;
        const ServiceTask task { .service = u"http://hub"_s, .id = u"1"_s };
        RunController run(source);
        QSignalSpy retold(&run, &RunController::retold);
        run.start({});
        source.emitTask(task);
        QVERIFY(retold.isEmpty());
        source.emitEvent(CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        source.emitEvent(CompleteEvent { CurriculumDesign(), AgentId::CurriculumArchitect });
        source.emitEvent(ErrorEvent { {}, AgentId::System });
        QVERIFY(run.canTakeUp());
        run.goOn();
        QCOMPARE(source.finished().last().task, task);
        QVERIFY(retold.isEmpty()); // it may not be there any more
        source.emitTask(task);
        QCOMPARE(retold.size(), 1);
        QVERIFY(run.isRetoldInPart());
        source.emitEvent(CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        QVERIFY(!run.isRetoldInPart());
        source.emitTask({});
        source.emitEvent(ErrorEvent { {}, AgentId::System });
        QVERIFY(!run.canTakeUp());
        QVERIFY(run.canGoOn());
        run.goOn();
        QCOMPARE(source.finished().last(), FinishedWork { .intent = IntentAnalysis() });
    }

    void startingOverForgetsWhatWasFinished()
    {
        ScriptedSource source;
        RunController run(source);
        run.start({});
        source.emitEvent(CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        run.stop();
        run.startOver();
        QCOMPARE(run.phase(), RunPhase::Understanding);
        QCOMPARE(source.finished().last(), FinishedWork());
        run.stop();
        QVERIFY(!run.canGoOn());
    }

    void aSourceThatCannotGoOnBeginsAnew()
    {
        ScriptedSource source;
        source.setCanGoOn(false);
        RunController run(source);
        run.start({});
        source.emitEvent(CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        run.stop();
        QVERIFY(!run.canGoOn());
        run.goOn();
        QCOMPARE(run.phase(), RunPhase::Understanding);
        QCOMPARE(source.finished().last(), FinishedWork());
        // What was finished is still worth something to one that can.
        run.stop();
        source.setCanGoOn(true);
        QVERIFY(run.canGoOn());
    }

    void anotherAnalysisMakesTheDesignOld()
    {
        ScriptedSource source;
        source.setCanGoOn(false);
        RunController run(source);
        run.start({});
        source.emitEvent(CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        source.emitEvent(CompleteEvent { CurriculumDesign(), AgentId::CurriculumArchitect });
        run.stop();
        run.goOn();
        source.emitEvent(CompleteEvent { IntentAnalysis(), AgentId::IntentAnalyzer });
        run.stop();
        source.setCanGoOn(true);
        run.goOn();
        QVERIFY(source.finished().last().intent);
        QVERIFY(!source.finished().last().design);
    }

    void onlyARunCanBeHurried()
    {
        ScriptedSource source;
        RunController run(source);
        run.retryNow();
        QCOMPARE(source.retriedNow(), 0);
        run.start({});
        run.retryNow();
        QCOMPARE(source.retriedNow(), 1);
    }
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RunControllerTest)
#include "RunControllerTest.moc"
