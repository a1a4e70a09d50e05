// SPDX-License-Identifier: Apache-2.0
#include "LibraryBeside.h"
#include "ProgramStart.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"
#include "ui/start/GoalForm.h"
#include "ui/start/StartPage.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// The wish for a roadmap is forgotten once that is on the disk, not before.
class WrittenRoadmapTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isNotForgottenWhileAnotherProgramIsBusy()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        OtherProgram other(start.library.path());
        QVERIFY(other.isOn());
        start.makeRoadmap();
        QTRY_COMPARE(start.recents().size(), 1); // who reads sees it
        QCOMPARE(listNow(start.library).value().size(), 1);
        QCOMPARE(start.memory.goal(), wish().preferences.learningGoal);
        other.end();
        QTRY_COMPARE(start.memory.goal(), QString());
    }

    void isNotForgottenWhereNothingCanBeWritten()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        QVERIFY(makeReadOnly(start.library.path(), true));
        QSignalSpy failed(&start.library, &Library::failed);
        start.makeRoadmap();
        QVERIFY(failed.wait(10'000));
        static_cast<void>(listNow(start.library));
        QCOMPARE(start.memory.goal(), wish().preferences.learningGoal);
        // The next change finds the file as it was.
        QVERIFY(makeReadOnly(start.library.path(), false));
        QTRY_VERIFY(start.study().has(firstConcept()));
        start.study().setState(firstConcept(), StudyState::Done);
        QTRY_COMPARE(start.memory.goal(), QString());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(studiesNow(start.library, start.study().keptAs()).size(), 1);
    }

    void isForgottenThoughTheListDoesNotShowIt()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        for (int i = 0; i < 10; ++i) { // from before the clock was set back
            LibraryEntry entry;
            entry.id = QString::number(i);
            entry.roadmap = sampleDesign().framework;
            entry.created = entry.opened = QDateTime::currentDateTime().addYears(1);
            start.library.put(entry);
        }
        start.makeRoadmap();
        QTRY_COMPARE(start.memory.goal(), QString());
    }

    void isForgottenThoughNoListCanBeRead()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        QVERIFY(changeBeside(start.library, u"DROP TABLE concept_studies"_s));
        start.makeRoadmap();
        QTRY_COMPARE(start.memory.goal(), QString());
    }

    void isForgottenBehindAnotherRoadmap()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        QTRY_COMPARE(start.recents().size(), 1);
        QTRY_COMPARE(start.memory.goal(), QString());
        const QString first = start.study().keptAs();
        OtherProgram other(start.library.path());
        QVERIFY(other.isOn());
        start.makeRoadmap();
        Q_EMIT start.window->findChild<StartPage*>()->roadmapChosen(first);
        QTRY_COMPARE(start.study().keptAs(), first);
        QCOMPARE(start.memory.goal(), wish().preferences.learningGoal);
        other.end();
        QTRY_COMPARE(start.memory.goal(), QString());
    }

    void isForgottenByWhoComesBackToIt()
    {
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            OtherProgram other(today.library.path());
            QVERIFY(other.isOn());
            today.makeRoadmap();
        } // nobody hears any more that it is written
        Start tomorrow(folder.path());
        QCOMPARE(tomorrow.memory.goal(), wish().preferences.learningGoal);
        tomorrow.window->restoreRoadmap();
        QTRY_VERIFY(tomorrow.study().has(firstConcept()));
        QCOMPARE(tomorrow.memory.goal(), QString());
    }

    void isInTheFormWhereTheRoadmapNeverCame()
    {
        const QTemporaryDir folder;
        {
            // A killed program leaves no more.
            WindowMemory memory(folder.filePath(u"window.ini"_s));
            memory.keepRoadmap(u"never"_s);
            memory.keepGoal(u"Python"_s);
        }
        const Start tomorrow(folder.path(), LearnerRequest {});
        tomorrow.window->restoreRoadmap();
        const auto* const form = tomorrow.window->findChild<GoalForm*>();
        QTRY_VERIFY(form->isVisible());
        QCOMPARE(form->request().preferences.learningGoal, u"Python"_s);
        const QString words = remarkIn(*tomorrow.window);
        QVERIFY2(words.contains(u"Its goal is in the form"_s), qPrintable(words));
    }

    void anotherWishIsNotForgottenWithIt()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        OtherProgram other(start.library.path());
        QVERIFY(other.isOn());
        start.makeRoadmap();
        QSignalSpy changed(&start.library, &Library::listChanged);
        start.window->start();
        other.end();
        QVERIFY(changed.wait());
        start.library.flush();
        static_cast<void>(listNow(start.library));
        QCOMPARE(start.memory.goal(), wish().preferences.learningGoal);
    }
};

QTEST_MAIN(WrittenRoadmapTest)
#include "WrittenRoadmapTest.moc"
