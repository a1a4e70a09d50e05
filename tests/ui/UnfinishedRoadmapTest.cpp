// SPDX-License-Identifier: Apache-2.0
#include "ProgramStart.h"
#include "core/roadmap/RoadmapJson.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"
#include "ui/look/TextLabel.h"
#include "ui/start/GoalForm.h"
#include "ui/start/StartPage.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// A run whose roadmap is whole and under review.
void designWhole(Start& start)
{
    start.window->start();
    start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    start.source.emitEvent(CompleteEvent { sampleDesign(), architect });
    start.source.emitEvent(ChunkEvent { u"Let me see."_s, AgentId::StructureValidator });
}

/// The run that is on designs a part of its roadmap.
void growInPart(Start& start)
{
    start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    const QString answer = u"```json\n"_s + QString::fromUtf8(writeJson(toJson(sampleDesign())));
    start.source.emitEvent(ChunkEvent { answer.first(answer.size() / 2), architect });
}

void designInPart(Start& start)
{
    start.window->start();
    growInPart(start);
}

/// The review of what designWhole() made fails, and the learner wants another one.
void startOver(Start& start)
{
    start.source.emitEvent(ErrorEvent { {}, AgentId::StructureValidator });
    trigger(start, Qt::Key_F5);
    QVERIFY(start.source.isRunning());
}

/// The run designs a part, and comes to no good end.
void breakOff(Start& start, bool fails)
{
    designInPart(start);
    if (fails)
        start.source.emitEvent(ErrorEvent { {}, architect });
    else
        trigger(start, Qt::CTRL | Qt::Key_Period);
    QVERIFY(!start.source.isRunning());
}

enum class Turn { ToAnotherGoal, ToAnotherRoadmap, ToAnotherStart };

void turn(Start& start, Turn to)
{
    LearnerRequest other = wish();
    other.preferences.learningGoal = u"SQL"_s;
    switch (to) {
    case Turn::ToAnotherGoal:
        start.window->findChild<GoalForm*>()->setGoal(other.preferences.learningGoal);
        start.window->start();
        break;
    case Turn::ToAnotherRoadmap:
        start.recents().first()->click();
        break;
    case Turn::ToAnotherStart:
        start.window->takeWish(other);
        break;
    }
}

LearnerRequest nothingWished()
{
    LearnerRequest request = wish();
    request.preferences.learningGoal.clear();
    return request;
}

QString goalIn(const Start& start)
{
    return start.window->findChild<GoalForm*>()->request().preferences.learningGoal;
}

} // namespace

/// What a run that does not come to its end leaves.
class UnfinishedRoadmapTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWholeDesignIsKeptAtOnce()
    {
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            designWhole(today);
            QTRY_VERIFY(today.study().has(firstConcept()));
            QVERIFY(today.study().keeping() != Keeping::NotKept);
            today.study().setState(firstConcept(), StudyState::Done);
            today.study().setNote(firstConcept(), u"*Mine*"_s);
            press(*today.window, Qt::CTRL | Qt::Key_Period);
            QTRY_VERIFY(shows(*today.window, u"You stopped"_s));
            closeWindow(today);
        }
        Start tomorrow(folder.path());
        tomorrow.window->restoreRoadmap();
        QTRY_VERIFY(tomorrow.study().has(firstConcept()));
        QCOMPARE(tomorrow.study().state(firstConcept()), StudyState::Done);
        QCOMPARE(tomorrow.study().note(firstConcept()), u"*Mine*"_s);
    }

    void theEndOfTheRunTakesItsPlace()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        designWhole(start);
        QTRY_VERIFY(start.study().has(firstConcept()));
        start.study().setState(firstConcept(), StudyState::Done);
        start.study().setHoursPerWeek(3);
        const QString id = start.study().keptAs();
        RoadmapEdit edit;
        edit.framework = sampleDesign().framework;
        edit.framework.title = u"Edited"_s;
        start.source.emitEvent(CompleteEvent { edit, AgentId::RoadmapEditor });
        CurriculumDesign end = sampleDesign();
        end.framework.title = u"At its end"_s;
        start.source.emitEvent(doneWith(end));
        QTRY_COMPARE(listNow(start.library).value().value(0).title, end.framework.title);
        const QList<LibraryLine> lines = listNow(start.library).value();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().id, id);
        QCOMPARE(lines.first().learnt, 1);
        QCOMPARE(start.study().state(firstConcept()), StudyState::Done);
        QCOMPARE(start.study().hoursPerWeek(), 3);
    }

    void aRunThatGoesOnKeepsTheSameEntry()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        designWhole(start);
        start.source.emitEvent(ErrorEvent { {}, AgentId::StructureValidator });
        QTRY_COMPARE(listNow(start.library).value().size(), 1);
        const QDateTime before = listNow(start.library).value().first().opened;
        press(*start.window, Qt::SHIFT | Qt::Key_F5);
        QVERIFY(start.source.isRunning());
        start.source.emitEvent(doneWith(sampleDesign()));
        QTRY_VERIFY(listNow(start.library).value().first().opened > before);
        QCOMPARE(listNow(start.library).value().size(), 1);
    }

    void startingOverMakesAnotherEntry()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        designWhole(start);
        QTRY_VERIFY(start.study().has(firstConcept()));
        start.study().setState(firstConcept(), StudyState::Done);
        const QString first = start.study().keptAs();
        startOver(start);
        QCOMPARE(start.study().keptAs(), first); // as long as there is nothing else
        CurriculumDesign other = sampleDesign();
        other.framework.title = u"Another one"_s;
        start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        start.source.emitEvent(CompleteEvent { other, architect });
        start.source.emitEvent(doneWith(other));
        QTRY_VERIFY(start.study().has(firstConcept()));
        QCOMPARE(start.study().state(firstConcept()), StudyState::ToDo);
        const QString second = start.study().keptAs();
        QVERIFY(second != first);
        QTRY_COMPARE(listNow(start.library).value().size(), 2);
        QCOMPARE(readNow(start.library, first).value().entry.roadmap, sampleDesign().framework);
        QCOMPARE(studiesNow(start.library, first).value(firstConcept()).state, StudyState::Done);
        QCOMPARE(readNow(start.library, second).value().entry.roadmap, other.framework);
    }

    void whatIsStartedOverIsNotKeptYet()
    {
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            designWhole(today);
            QTRY_VERIFY(today.study().has(firstConcept()));
            startOver(today);
            growInPart(today);
            QVERIFY(!today.window->close());
            QVERIFY(questionOf(today)->informativeText().contains(u"is lost"_s));
            answer(*questionOf(today), QMessageBox::RejectRole);
            trigger(today, Qt::CTRL | Qt::Key_Period);
            QVERIFY(!today.source.isRunning());
            QVERIFY(!today.window->close());
            QVERIFY(questionOf(today) != nullptr);
            agree(*questionOf(today));
            QTRY_VERIFY(!today.window->isVisible());
        }
        const Start tomorrow(folder.path(), nothingWished());
        QTRY_COMPARE(tomorrow.recents().size(), 1);
        QCOMPARE(goalIn(tomorrow), wish().preferences.learningGoal);
    }

    void removingTheFirstOneLeavesTheOtherTry()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        designWhole(start);
        QTRY_VERIFY(start.study().has(firstConcept()));
        const QString first = start.study().keptAs();
        startOver(start);
        Q_EMIT start.window->findChild<StartPage*>()->removalAgreed(first);
        QVERIFY(start.source.isRunning());
        QVERIFY(start.study().keptAs().isEmpty());
        start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        start.source.emitEvent(doneWith(sampleDesign()));
        const QString second = start.study().keptAs();
        QVERIFY(!second.isEmpty());
        QVERIFY(readNow(start.library, second));
        QVERIFY(readNow(start.library, first).value().removed.isValid()); // in the bin
    }

    void aRefusedDesignIsNotKept()
    {
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            today.window->start();
            today.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
            today.source.emitEvent(RefusedEvent { sampleDesign(), architect });
            today.source.emitEvent(ErrorEvent { {}, architect });
            QTRY_VERIFY(today.study().has(firstConcept())); // but shown
            QCOMPARE(today.study().keeping(), Keeping::NotKept);
            QCOMPARE(listNow(today.library).value().size(), 0);
            QVERIFY(!today.window->close());
            QVERIFY(questionOf(today) != nullptr);
            agree(*questionOf(today));
            QTRY_VERIFY(!today.window->isVisible());
        }
        const Start tomorrow(folder.path(), nothingWished());
        QCOMPARE(goalIn(tomorrow), wish().preferences.learningGoal);
    }

    void theRoadmapOfTheRunLeadsBackToIt()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        designWhole(start);
        press(*start.window, Qt::CTRL | Qt::Key_N);
        QTRY_COMPARE(start.recents().size(), 1);
        start.recents().first()->click();
        QVERIFY(isAtWork(start));
        QVERIFY(questionOf(start) == nullptr);
        QVERIFY(start.source.isRunning());
    }

    void closingSaysWhatStays_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<QString>("words");
        QTest::newRow("whole") << true << u"stays in the library"_s;
        QTest::newRow("in part") << false << u"is lost"_s;
    }
    void closingSaysWhatStays()
    {
        QFETCH(const bool, isWhole);
        QFETCH(const QString, words);
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            (isWhole ? designWhole : designInPart)(today);
            QVERIFY(!today.window->close());
            QMessageBox* const question = questionOf(today);
            QVERIFY(question != nullptr);
            QTRY_VERIFY2(question->informativeText().contains(words),
                qPrintable(question->informativeText()));
            agree(*question);
            QTRY_VERIFY(!today.window->isVisible());
        }
        const Start tomorrow(folder.path(), nothingWished());
        QTRY_COMPARE(tomorrow.recents().size(), isWhole ? 1 : 0);
        QCOMPARE(goalIn(tomorrow), isWhole ? QString() : wish().preferences.learningGoal);
    }

    void theQuestionFollowsTheRun()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        designInPart(start);
        QVERIFY(!start.window->close());
        QVERIFY(questionOf(start)->informativeText().contains(u"is lost"_s));
        start.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        QTRY_VERIFY(questionOf(start)->informativeText().contains(u"stays in the library"_s));
    }

    void nothingIsSaidToBeKeptBeforeItIs()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        QTRY_COMPARE(start.memory.goal(), QString());
        start.library.flush();
        {
            const FullDisk full(rlim_t(QFile(start.library.path() + u"-wal"_s).size()));
            QSignalSpy failed(&start.library, &Library::failed);
            QSignalSpy listed(&start.library, &Library::listRead);
            designWhole(start);
            QVERIFY(failed.wait());
            QVERIFY(!listed.isEmpty() || listed.wait());
            QVERIFY(!start.window->close());
            QVERIFY(questionOf(start)->informativeText().contains(u"is lost"_s));
            QCOMPARE(start.memory.goal(), wish().preferences.learningGoal);
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            questionOf(start)->informativeText().contains(u"stays in the library"_s), 10'000);
        QCOMPARE(start.memory.goal(), QString());
    }

    void whatIsKeptNowhereIsNotClosedUnasked()
    {
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            designInPart(today);
            press(*today.window, Qt::CTRL | Qt::Key_Period);
            QVERIFY(!today.source.isRunning());
            QVERIFY(!today.window->close());
            QMessageBox* const question = questionOf(today);
            QVERIFY(question != nullptr);
            QVERIFY(question->text().contains(wish().preferences.learningGoal));
            QVERIFY(question->text().contains(u"not designed to the end"_s));
            agree(*question);
            QTRY_VERIFY(!today.window->isVisible());
        }
        const Start tomorrow(folder.path(), nothingWished());
        QCOMPARE(goalIn(tomorrow), wish().preferences.learningGoal);
    }

    void whatElseTakesItsPlaceAsksFirst_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::addColumn<Turn>("to");
        QTest::addColumn<QString>("agreeing");
        QTest::newRow("another goal") << false << Turn::ToAnotherGoal << u"&Start"_s;
        QTest::newRow("another goal, after a failure")
            << true << Turn::ToAnotherGoal << u"&Start"_s;
        QTest::newRow("another roadmap") << false << Turn::ToAnotherRoadmap << u"&Open"_s;
        QTest::newRow("another roadmap, after a failure")
            << true << Turn::ToAnotherRoadmap << u"&Open"_s;
        QTest::newRow("another start") << false << Turn::ToAnotherStart << u"&Start"_s;
    }
    void whatElseTakesItsPlaceAsksFirst()
    {
        QFETCH(const bool, fails);
        QFETCH(const Turn, to);
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        QTRY_COMPARE(start.recents().size(), 1);
        breakOff(start, fails);
        const RoadmapView& view = start.window->findChild<WorkView*>()->roadmap();
        turn(start, to);
        QVERIFY(questionOf(start) != nullptr);
        QVERIFY(questionOf(start)->informativeText().contains(u"is lost"_s));
        answer(*questionOf(start), QMessageBox::RejectRole);
        QVERIFY(questionOf(start) == nullptr);
        QCOMPARE(start.source.requests().size(), 2);
        QVERIFY(view.isGrowing());
        turn(start, to);
        QVERIFY(questionOf(start) != nullptr);
        QTEST(button(*questionOf(start), QMessageBox::DestructiveRole).text(), "agreeing");
        agree(*questionOf(start));
        QTRY_VERIFY(!view.isGrowing());
        if (to == Turn::ToAnotherRoadmap)
            QVERIFY(start.study().has(firstConcept()));
        else
            QCOMPARE(start.source.requests().constLast().preferences.learningGoal, u"SQL"_s);
    }

    void whatGoesOnAsksNothing_data()
    {
        QTest::addColumn<QKeyCombination>("keys");
        QTest::newRow("goes on") << QKeyCombination(Qt::SHIFT | Qt::Key_F5);
        QTest::newRow("starts over") << QKeyCombination(Qt::Key_F5);
    }
    void whatGoesOnAsksNothing()
    {
        QFETCH(const QKeyCombination, keys);
        const QTemporaryDir folder;
        Start start(folder.path());
        breakOff(start, false);
        trigger(start, keys);
        QVERIFY(questionOf(start) == nullptr);
        QVERIFY(start.source.isRunning());
    }

    void aGoalThatWasWithdrawnDoesNotComeBack()
    {
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            today.window->start();
            today.source.emitEvent(ErrorEvent { {}, analyzer });
            press(*today.window, Qt::CTRL | Qt::Key_N);
            today.window->findChild<GoalForm*>()->setGoal({});
            closeWindow(today);
        }
        const Start tomorrow(folder.path(), nothingWished());
        QCOMPARE(goalIn(tomorrow), QString());
    }

    void theGoalOfTheRunStays_data()
    {
        QTest::addColumn<bool>("isTyped");
        QTest::newRow("where another is typed") << true;
        QTest::newRow("where another start has one") << false;
    }
    void theGoalOfTheRunStays()
    {
        QFETCH(const bool, isTyped);
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            today.window->start();
            LearnerRequest other = wish();
            other.preferences.learningGoal = u"Half a th"_s;
            if (isTyped)
                today.window->findChild<GoalForm*>()->setGoal(other.preferences.learningGoal);
            else
                today.window->takeWish(other);
            QCOMPARE(goalIn(today), other.preferences.learningGoal);
            QVERIFY(!today.window->close());
            agree(*questionOf(today));
            QTRY_VERIFY(!today.window->isVisible());
        }
        const Start tomorrow(folder.path(), nothingWished());
        QCOMPARE(goalIn(tomorrow), wish().preferences.learningGoal);
    }

    void aSavedRoadmapHasNoClock()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        designWhole(start);
        const auto* const clock = start.window->findChild<TextLabel*>(u"elapsed"_s);
        QTRY_VERIFY(!clock->text().isEmpty()); // from its first second on
        press(*start.window, Qt::CTRL | Qt::Key_Period);
        QVERIFY(!clock->text().isEmpty());
        press(*start.window, Qt::CTRL | Qt::Key_N);
        QTRY_COMPARE(start.recents().size(), 2);
        start.recents().last()->click();
        QTRY_VERIFY(isAtWork(start));
        QCOMPARE(clock->text(), QString());
    }
};

QTEST_MAIN(UnfinishedRoadmapTest)

#include "UnfinishedRoadmapTest.moc"
