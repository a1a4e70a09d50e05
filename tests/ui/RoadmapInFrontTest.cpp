// SPDX-License-Identifier: Apache-2.0
#include "ProgramStart.h"
#include "tests/support/LibraryAnswers.h"
#include "ui/chat/ChatView.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// Whatever was asked of the library has been answered.
void letItAnswer(Start& start)
{
    QVERIFY(listNow(start.library));
    QCoreApplication::processEvents();
}

} // namespace

/// Who chooses the roadmap that they have in front turns to it, and finds it as they left it.
class RoadmapInFrontTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isAsItWasLeft_data()
    {
        QTest::addColumn<bool>("isDone"); // its run
        QTest::newRow("its run is done") << true;
        QTest::newRow("its run was stopped") << false;
    }
    void isAsItWasLeft()
    {
        QFETCH(const bool, isDone);
        const QTemporaryDir folder;
        Start start(folder.path());
        if (isDone) {
            start.makeRoadmap();
        } else {
            start.window->start();
            start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
            start.source.emitEvent(CompleteEvent { sampleDesign(), architect });
            trigger(start, Qt::CTRL | Qt::Key_Period);
        }
        QTRY_VERIFY(start.study().has(firstConcept()));
        start.study().setState(firstConcept(), StudyState::Done);
        ChatView& chat = start.window->findChild<WorkView*>()->chat();
        const qsizetype items = chat.findChildren<QWidget*>().size();
        trigger(start, Qt::CTRL | Qt::Key_N);
        QTRY_COMPARE(start.recents().size(), 1);
        const QSignalSpy read(&start.library, &Library::roadmapRead);
        start.recents().first()->click();
        QVERIFY(isAtWork(start)); // at once
        letItAnswer(start);
        QCOMPARE(read.size(), 0); // else what is done meanwhile would come to nothing
        QVERIFY(chat.findChildren<QWidget*>().size() >= items);
        QVERIFY(start.study().canUndo());
        QVERIFY(start.window->windowTitle().startsWith(sampleDesign().framework.title));
        trigger(start, Qt::SHIFT | Qt::Key_F5);
        QCOMPARE(start.source.requests().size(), isDone ? 1 : 2);
    }

    void staysWhereAnotherIsStillBeingOpened()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        start.makeRoadmap();
        const QString inFront = start.study().keptAs();
        trigger(start, Qt::CTRL | Qt::Key_N);
        QTRY_COMPARE(start.recents().size(), 2);
        const QSignalSpy read(&start.library, &Library::roadmapRead);
        start.recents().last()->click();
        start.recents().first()->click();
        QVERIFY(isAtWork(start));
        QTRY_COMPARE(read.size(), 1);
        letItAnswer(start);
        QCOMPARE(start.study().keptAs(), inFront);
    }

    void whoSeesItThrownAwayElsewhereIsToldAtOnce()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        start.library.flush();
        const QString id = start.study().keptAs();
        QTRY_COMPARE(start.recents().size(), 1);
        Library other(folder.path());
        QVERIFY(!other.open());
        other.remove(id);
        other.flush();
        const auto says
            = [&](const QString& words) { return remarkIn(*start.window).contains(words); };
        QTRY_VERIFY(says(u"moved this roadmap to the bin"_s));
        QVERIFY(isAtWork(start));
        start.study().setState(firstConcept(), StudyState::Done);
        start.library.flush();
        QCOMPARE(studiesNow(start.library, id).value(firstConcept()).state, StudyState::Done);
        start.window->remark(u"Something else."_s);
        QVERIFY(says(u"moved this roadmap to the bin"_s)); // it was not closed
        start.window->remark({});
        other.takeBack(id);
        other.flush();
        QTRY_COMPARE(remarkIn(*start.window), QString()); // it was seen
        QCOMPARE(start.study().keptAs(), id);
        other.remove(id); // once more
        other.flush();
        QTRY_VERIFY(says(u"moved this roadmap to the bin"_s));
    }

    /// With each change of the list it is only asked where it is.
    void isNotReadAgainWhereNoListShowsIt_data()
    {
        QTest::addColumn<bool>("isInBin"); // not archived
        QTest::newRow("archived") << false;
        QTest::newRow("in the bin") << true;
    }
    void isNotReadAgainWhereNoListShowsIt()
    {
        QFETCH(const bool, isInBin);
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        start.library.flush();
        QTRY_COMPARE(start.recents().size(), 1);
        const QString id = start.study().keptAs();
        const QSignalSpy whole(&start.library, &Library::roadmapRead);
        QSignalSpy line(&start.library, &Library::lineRead);
        if (isInBin)
            start.library.remove(id);
        else
            start.library.archive(id, true);
        QVERIFY(line.wait());
        QCOMPARE(line.last().first().toString(), id);
        start.library.setTags(id, { u"web"_s });
        QVERIFY(line.wait());
        letItAnswer(start);
        QCOMPARE(whole.size(), 0);
        QCOMPARE(remarkIn(*start.window).contains(u"to the bin"_s), isInBin);
        QCOMPARE(start.study().keptAs(), id);
    }

    void whatIsDeletedElsewhereCanBeKeptAnew_data()
    {
        QTest::addColumn<bool>("isOpened"); // not just made
        QTest::addColumn<bool>("isKept");
        QTest::newRow("made, kept") << false << true;
        QTest::newRow("opened, kept") << true << true;
        QTest::newRow("made, not kept") << false << false;
    }
    void whatIsDeletedElsewhereCanBeKeptAnew()
    {
        QFETCH(const bool, isOpened);
        QFETCH(const bool, isKept);
        const json::object extras { { "of_another_program", 1 } };
        const QTemporaryDir folder;
        if (isOpened) {
            Start before(folder.path());
            before.makeRoadmap();
            KeptRoadmap richer = readNow(before.library, before.study().keptAs()).value();
            richer.entry.designExtras = extras;
            richer.entry.fileExtras = extras;
            richer.tags = { u"web"_s };
            before.library.putStudied(richer);
            closeWindow(before);
        }
        Start start(folder.path());
        if (isOpened)
            start.window->restoreRoadmap();
        else
            start.makeRoadmap();
        QTRY_VERIFY(start.study().has(firstConcept()));
        start.study().setState(firstConcept(), StudyState::Done);
        start.study().setNote(firstConcept(), u"mine"_s);
        start.study().setHoursPerWeek(13);
        start.library.flush();
        const QString id = start.study().keptAs();
        QTRY_COMPARE(listNow(start.library).value().size(), 1);
        {
            Library other(folder.path());
            QVERIFY(!other.open());
            other.remove(id);
            other.purge(id);
        }
        QTRY_VERIFY(questionOf(start) != nullptr);
        QVERIFY(questionOf(start)->text().contains(u"deleted for good"_s));
        QVERIFY(isAtWork(start));
        QCOMPARE(start.study().keptAs(), QString());
        answer(*questionOf(start), isKept ? QMessageBox::AcceptRole : QMessageBox::RejectRole);
        QCOMPARE(start.study().note(firstConcept()), u"mine"_s);
        start.library.flush();
        QCOMPARE(listNow(start.library).value().size(), isKept ? 1 : 0);
        if (!isKept)
            return;
        const QString anew = start.study().keptAs();
        QVERIFY(!anew.isEmpty() && anew != id);
        const KeptRoadmap kept = readNow(start.library, anew).value();
        QCOMPARE(kept.entry.roadmap, sampleDesign().framework);
        QCOMPARE(kept.entry.request.preferences.learningGoal, wish().preferences.learningGoal);
        QCOMPARE(
            kept.studies.value(firstConcept()), (ConceptStudy { StudyState::Done, u"mine"_s }));
        QCOMPARE(kept.entry.hoursPerWeek, 13);
        QCOMPARE(kept.tags, isOpened ? QStringList { u"web"_s } : QStringList());
        QVERIFY(kept.entry.designExtras == (isOpened ? extras : json::object()));
        QVERIFY(kept.entry.fileExtras == (isOpened ? extras : json::object()));
    }

    void whoPutsTheQuestionOffIsAskedBeforeItGoes_data()
    {
        QTest::addColumn<QMessageBox::ButtonRole>("answered");
        QTest::newRow("kept") << QMessageBox::AcceptRole;
        QTest::newRow("not kept") << QMessageBox::DestructiveRole;
        QTest::newRow("stays in front") << QMessageBox::RejectRole;
    }
    void whoPutsTheQuestionOffIsAskedBeforeItGoes()
    {
        QFETCH(const QMessageBox::ButtonRole, answered);
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        start.library.flush();
        {
            Library other(folder.path());
            QVERIFY(!other.open());
            other.remove(start.study().keptAs());
            other.purge(start.study().keptAs());
        }
        QTRY_VERIFY(questionOf(start) != nullptr);
        QTest::keyClick(questionOf(start), Qt::Key_Escape);
        QTRY_VERIFY(questionOf(start) == nullptr);
        start.window->close();
        QVERIFY(start.window->isVisible());
        QVERIFY(questionOf(start) != nullptr);
        answer(*questionOf(start), answered);
        QTRY_COMPARE(start.window->isVisible(), answered == QMessageBox::RejectRole);
        start.library.flush();
        QCOMPARE(
            listNow(start.library).value().size(), answered == QMessageBox::AcceptRole ? 1 : 0);
    }

    void isReadWhereItIsOnlyExpected()
    {
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            today.makeRoadmap();
        }
        Start tomorrow(folder.path());
        tomorrow.window->restoreRoadmap();
        QTRY_COMPARE(tomorrow.recents().size(), 1);
        tomorrow.recents().first()->click();
        QTRY_VERIFY(tomorrow.study().has(firstConcept()));
        QVERIFY(isAtWork(tomorrow));
    }
};

QTEST_MAIN(RoadmapInFrontTest)

#include "RoadmapInFrontTest.moc"
