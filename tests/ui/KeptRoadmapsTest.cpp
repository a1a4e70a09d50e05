// SPDX-License-Identifier: Apache-2.0
#include "ButtonSearch.h"
#include "LibraryBeside.h"
#include "ProgramStart.h"
#include "tests/support/LibraryAnswers.h"
#include "ui/WorkView.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/PaneSplitter.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/run/WorkflowPicture.h"
#include "ui/start/RecentButton.h"
#include "ui/start/StartPage.h"
#include "ui/study/NoteField.h"
#include "ui/study/RoadmapShelf.h"

#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// Who comes back tomorrow finds what they did today.
class KeptRoadmapsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRoadmapAndItsStudyAreThereTomorrow();
    void theRoadmapInFrontComesBack();
    void whoComesBackGoesOnWhereTheyWere_data();
    void whoComesBackGoesOnWhereTheyWere();
    void theOneThatDoesNotComeBackIsSaid();
    void theOneAskedForLastIsOpened();
    void aRunThatBeganMeanwhileStays();
    void aRunThatGoesOnMeanwhileStays_data();
    void aRunThatGoesOnMeanwhileStays();
    void whoLeavesForTheFormStaysThere();
    void theLastOneIsTriedAgainAtTheNextStart_data();
    void theLastOneIsTriedAgainAtTheNextStart();
    void whatIsInFrontStaysWhereAnotherCannotBeRead();
    void whatCanOnlyBeReadComesBack();
    void theHoursAWeekAreThereTomorrow();
    void whoClosedOnTheStartPageBeginsThere();
    void anotherRoadmapHasAStudyOfItsOwn();
    void aRoadmapThatIsGoneIsSaid();
    void oneThatWentIntoTheBinDoesNotComeBack();
    void oneThatIsRemovedIsGone_data();
    void oneThatIsRemovedIsGone();
    void whatCannotBeKeptIsSaidOnce();
    void aListThatCannotBeReadIsSaid();
    void whatWasDoneIsTakenBackByKey();
    void whatIsBeingTypedIsTakenBackByKeyAtOnce();
    void openingAnotherAsksWhileARunIsOn();
};

void KeptRoadmapsTest::aRoadmapAndItsStudyAreThereTomorrow()
{
    const QTemporaryDir folder;
    {
        Start today(folder.path());
        today.makeRoadmap();
        QTRY_VERIFY(today.study().has(firstConcept()));
        today.study().setState(firstConcept(), StudyState::Done);
        today.study().setNote(firstConcept(), u"*Mine*"_s);
        press(*today.window, Qt::CTRL | Qt::Key_N);
        const auto isLearntInList = [&today] {
            const QList<RecentButton*> recents = today.recents();
            return recents.size() == 1 && recents.first()->details().startsWith(u"1 of "_s);
        };
        QTRY_VERIFY(isLearntInList());
        closeWindow(today);
    }
    const Start tomorrow(folder.path());
    QTRY_COMPARE(tomorrow.recents().size(), 1);
    QCOMPARE(tomorrow.recents().first()->accessibleName(), sampleDesign().framework.title);
    tomorrow.recents().first()->click();
    QTRY_VERIFY(isAtWork(tomorrow));
    QTRY_COMPARE(tomorrow.study().state(firstConcept()), StudyState::Done);
    QCOMPARE(tomorrow.study().note(firstConcept()), u"*Mine*"_s);
    QVERIFY(tomorrow.source.requests().isEmpty()); // nobody was asked
    QVERIFY(tomorrow.window->windowTitle().startsWith(sampleDesign().framework.title));
}

void KeptRoadmapsTest::theRoadmapInFrontComesBack()
{
    const QTemporaryDir folder;
    {
        Start today(folder.path());
        today.makeRoadmap();
        // Nobody closes the window: the power fails.
    }
    Start tomorrow(folder.path());
    tomorrow.window->restoreRoadmap();
    QVERIFY(isAtWork(tomorrow)); // before it is there: no other page flashes up
    QVERIFY(shows(*tomorrow.window, u"is being opened"_s));
    QTRY_VERIFY(tomorrow.study().has(firstConcept()));
    QVERIFY(!shows(*tomorrow.window, u"is being opened"_s));
    // It is in front at the next start as well.
    QCOMPARE(tomorrow.memory.roadmap(), listNow(tomorrow.library).value().first().id);
}

void KeptRoadmapsTest::whoComesBackGoesOnWhereTheyWere_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<bool>("byHand"); // not by itself, at the start
    QTest::newRow("reading") << true << false;
    QTest::newRow("only chosen") << false << false;
    QTest::newRow("opened from the list") << true << true;
}

void KeptRoadmapsTest::whoComesBackGoesOnWhereTheyWere()
{
    QFETCH(const bool, isOpen);
    QFETCH(const bool, byHand);
    const QTemporaryDir folder;
    const QString place = u"concept-1-1-2"_s;
    const auto idInFront = [](const Start& start) {
        return treeOf(*start.window).currentIndex().data(RoadmapTreeModel::IdRole).toString();
    };
    {
        Start today(folder.path());
        today.makeRoadmap();
        QTRY_VERIFY(today.study().has(place));
        auto& view = today.window->findChild<WorkView*>()->roadmap();
        QTreeView& tree = treeOf(*today.window);
        auto* const model = qobject_cast<RoadmapTreeModel*>(tree.model());
        tree.setCurrentIndex(model->indexOf(place));
        QVERIFY(view.findChild<ConceptPane*>()->isVisible());
        if (!isOpen)
            QTest::keyClick(&tree, Qt::Key_Escape);
        view.reading().setChosenShare(Qt::Vertical, 0.3);
        Q_EMIT view.reading().shareChosen();
    }
    Start tomorrow(folder.path());
    if (byHand) {
        QTRY_COMPARE(tomorrow.recents().size(), 1);
        tomorrow.recents().first()->click();
        QTRY_VERIFY(isAtWork(tomorrow));
    } else {
        tomorrow.window->restoreRoadmap();
    }
    QTRY_VERIFY(tomorrow.study().has(place));
    QTRY_COMPARE(idInFront(tomorrow), place);
    QCOMPARE(tomorrow.window->findChild<ConceptPane*>()->isVisible(), isOpen);
    RoadmapView& view = tomorrow.window->findChild<WorkView*>()->roadmap();
    QCOMPARE(view.reading().chosenShare(Qt::Vertical), 0.3);
}

void KeptRoadmapsTest::theOneThatDoesNotComeBackIsSaid()
{
    const QTemporaryDir folder;
    Start start(folder.path());
    start.memory.keepRoadmap(u"gone"_s);
    start.window->restoreRoadmap();
    QVERIFY(isAtWork(start));
    QTRY_VERIFY(start.window->findChild<StartPage*>()->isVisible());
    QVERIFY(remarkIn(*start.window).contains(u"no longer in the library"_s));
    QCOMPARE(start.memory.roadmap(), QString());
    const auto buttons = start.window->findChild<StartPage*>()->findChildren<QPushButton*>();
    QVERIFY(std::ranges::none_of(buttons, [](const QPushButton* button) {
        return button->isVisible() && button->text() == u"&Back to the roadmap"_s;
    }));
}

void KeptRoadmapsTest::theOneAskedForLastIsOpened()
{
    const QTemporaryDir folder;
    Library library(folder.path());
    QVERIFY(!library.open());
    for (const QString& id : { u"one"_s, u"two"_s }) {
        LibraryEntry entry;
        entry.id = id;
        entry.roadmap = sampleDesign().framework;
        entry.created = entry.opened = QDateTime::currentDateTime();
        library.put(entry);
    }
    RoadmapShelf shelf(library);
    QStringList opened;
    connect(&shelf, &RoadmapShelf::opened, this,
        [&](const KeptRoadmap& kept) { opened.append(kept.entry.id); });
    QSignalSpy read(&library, &Library::roadmapRead);
    shelf.open(u"one"_s);
    shelf.open(u"two"_s);
    QTRY_COMPARE(read.size(), 2);
    QCOMPARE(opened, QStringList { u"two"_s });
    shelf.open(u"one"_s);
    shelf.forget();
    QTRY_COMPARE(read.size(), 3);
    QCOMPARE(opened.size(), 1);
    shelf.open(u"one"_s);
    shelf.remove(u"one"_s);
    QTRY_COMPARE(read.size(), 4);
    QCOMPARE(opened.size(), 1);
}

void KeptRoadmapsTest::aRunThatBeganMeanwhileStays()
{
    const QTemporaryDir folder;
    Start start(folder.path());
    start.makeRoadmap();
    start.makeRoadmap();
    press(*start.window, Qt::CTRL | Qt::Key_N);
    QTRY_COMPARE(start.recents().size(), 2);
    QSignalSpy read(&start.library, &Library::roadmapRead);
    start.recents().last()->click();
    start.window->start();
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(start.source.cancelled(), 0);
    QVERIFY(start.memory.roadmap().isEmpty());
}

void KeptRoadmapsTest::aRunThatGoesOnMeanwhileStays_data()
{
    QTest::addColumn<QKeyCombination>("keys");
    QTest::newRow("goes on") << QKeyCombination(Qt::SHIFT | Qt::Key_F5);
    QTest::newRow("starts over") << QKeyCombination(Qt::Key_F5);
}

void KeptRoadmapsTest::aRunThatGoesOnMeanwhileStays()
{
    QFETCH(const QKeyCombination, keys);
    const QTemporaryDir folder;
    Start start(folder.path());
    start.makeRoadmap();
    QTRY_COMPARE(start.recents().size(), 1);
    start.window->start();
    start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    start.source.emitEvent(ErrorEvent { {}, architect });
    const QSignalSpy read(&start.library, &Library::roadmapRead);
    start.recents().first()->click();
    trigger(start, keys);
    QVERIFY(start.source.isRunning());
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(start.source.cancelled(), 0);
    QVERIFY(start.source.isRunning());
}

void KeptRoadmapsTest::whoLeavesForTheFormStaysThere()
{
    const QTemporaryDir folder;
    {
        Start today(folder.path());
        today.makeRoadmap();
    }
    const Start tomorrow(folder.path());
    const QSignalSpy read(&tomorrow.library, &Library::roadmapRead);
    tomorrow.window->restoreRoadmap();
    trigger(tomorrow, Qt::CTRL | Qt::Key_N);
    QTRY_COMPARE(read.size(), 1);
    QVERIFY(tomorrow.window->findChild<StartPage*>()->isVisible());
    const auto buttons = tomorrow.window->findChild<StartPage*>()->findChildren<QPushButton*>();
    QVERIFY(std::ranges::none_of(buttons, [](const QPushButton* button) {
        return button->isVisible() && button->text() == u"&Back to the roadmap"_s;
    }));
}

void KeptRoadmapsTest::theLastOneIsTriedAgainAtTheNextStart_data()
{
    QTest::addColumn<bool>("isUnreadable");
    QTest::newRow("it cannot be read for now") << true;
    QTest::newRow("one that is gone was chosen in its place") << false;
}

void KeptRoadmapsTest::theLastOneIsTriedAgainAtTheNextStart()
{
    QFETCH(const bool, isUnreadable);
    const QTemporaryDir folder;
    {
        Start today(folder.path());
        today.makeRoadmap();
    }
    const Start tomorrow(folder.path());
    const QString last = tomorrow.memory.roadmap();
    QVERIFY(!last.isEmpty());
    if (isUnreadable)
        QVERIFY(changeBeside(tomorrow.library, u"DROP TABLE concept_studies"_s));
    tomorrow.window->restoreRoadmap();
    auto* const page = tomorrow.window->findChild<StartPage*>();
    if (!isUnreadable)
        Q_EMIT page->roadmapChosen(u"gone"_s);
    QVERIFY(isAtWork(tomorrow));
    QTRY_VERIFY(page->isVisible());
    QVERIFY(!remarkIn(*tomorrow.window).isEmpty());
    closeWindow(tomorrow);
    QCOMPARE(tomorrow.memory.roadmap(), last);
}

void KeptRoadmapsTest::whatIsInFrontStaysWhereAnotherCannotBeRead()
{
    const QTemporaryDir folder;
    Start start(folder.path());
    start.makeRoadmap();
    start.makeRoadmap();
    QTRY_COMPARE(start.recents().size(), 2);
    QVERIFY(changeBeside(start.library, u"DROP TABLE concept_studies"_s));
    start.recents().last()->click();
    QTRY_VERIFY(!remarkIn(*start.window).isEmpty());
    QVERIFY(isAtWork(start));
    QCOMPARE(start.memory.roadmap(), start.study().keptAs());
}

void KeptRoadmapsTest::whatCanOnlyBeReadComesBack()
{
    const QTemporaryDir folder;
    {
        Start today(folder.path());
        today.makeRoadmap();
    }
    QVERIFY(QFile::setPermissions(folder.filePath(u"library.sqlite"_s), QFile::ReadOwner));
    TestSettings settings;
    ScriptedSource source;
    Library library(folder.path());
    QVERIFY(library.open());
    QVERIFY(library.isOpen());
    WindowMemory memory(folder.filePath(u"window.ini"_s));
    MainWindow window(source, settings.all(), wish(), { .library = &library, .memory = &memory });
    window.show();
    window.restoreRoadmap();
    const StudyBook& study = window.findChild<WorkView*>()->roadmap().study();
    QTRY_VERIFY(study.has(firstConcept()));
    QCOMPARE(study.keeping(), Keeping::NotKept);
}

void KeptRoadmapsTest::theHoursAWeekAreThereTomorrow()
{
    const QTemporaryDir folder;
    {
        Start today(folder.path());
        today.makeRoadmap();
        today.study().setHoursPerWeek(3);
    }
    Start tomorrow(folder.path());
    QTRY_COMPARE(tomorrow.recents().size(), 1);
    tomorrow.recents().first()->click();
    QTRY_VERIFY(isAtWork(tomorrow));
    QCOMPARE(tomorrow.study().hoursPerWeek(), 3);
    QVERIFY(!tomorrow.window->findChild<ConceptPane*>()->isVisible()); // nobody asked for one
    QVERIFY(!tomorrow.window->findChild<WorkflowPicture*>()->isVisible()); // it is on no way
    // There is little to read beside it.
    const QWidget& roadmap = *tomorrow.window->findChild<RoadmapView*>();
    QTRY_VERIFY(roadmap.width() * 5 >= tomorrow.window->width() * 3);
}

void KeptRoadmapsTest::whoClosedOnTheStartPageBeginsThere()
{
    const QTemporaryDir folder;
    {
        Start today(folder.path());
        today.makeRoadmap();
        press(*today.window, Qt::CTRL | Qt::Key_N);
        closeWindow(today);
    }
    const Start tomorrow(folder.path());
    tomorrow.window->restoreRoadmap();
    QVERIFY(tomorrow.window->findChild<StartPage*>()->isVisible());
}

void KeptRoadmapsTest::anotherRoadmapHasAStudyOfItsOwn()
{
    const QTemporaryDir folder;
    Start start(folder.path());
    start.makeRoadmap();
    QTRY_VERIFY(start.study().has(firstConcept()));
    start.study().setState(firstConcept(), StudyState::Done);
    start.makeRoadmap();
    QTRY_VERIFY(start.study().has(firstConcept()));
    QCOMPARE(start.study().state(firstConcept()), StudyState::ToDo);
    press(*start.window, Qt::CTRL | Qt::Key_N);
    QTRY_COMPARE(start.recents().size(), 2);
    start.recents().last()->click(); // the first one
    QTRY_VERIFY(isAtWork(start));
    QTRY_COMPARE(start.study().state(firstConcept()), StudyState::Done);
}

void KeptRoadmapsTest::aRoadmapThatIsGoneIsSaid()
{
    const QTemporaryDir folder;
    Start start(folder.path());
    start.makeRoadmap();
    start.makeRoadmap();
    press(*start.window, Qt::CTRL | Qt::Key_N);
    QTRY_COMPARE(start.recents().size(), 2);
    QVERIFY(changeBeside(start.library, u"DELETE FROM roadmaps"_s));
    start.recents().last()->click();
    QTRY_VERIFY(remarkIn(*start.window).contains(u"no longer in the library"_s));
    QVERIFY(start.window->findChild<StartPage*>()->isVisible());
    QTRY_COMPARE(start.recents().size(), 0);
}

/// As the terminal throws one away while no window is open.
void KeptRoadmapsTest::oneThatWentIntoTheBinDoesNotComeBack()
{
    const QTemporaryDir folder;
    {
        Start today(folder.path());
        today.makeRoadmap();
        QTRY_COMPARE(listNow(today.library).value().size(), 1);
        closeWindow(today);
        today.library.remove(listNow(today.library).value().first().id);
    }
    Start tomorrow(folder.path());
    tomorrow.window->restoreRoadmap();
    QTRY_VERIFY(remarkIn(*tomorrow.window).contains(u"is in the bin"_s));
    QVERIFY(tomorrow.window->findChild<StartPage*>()->isVisible());
}

void KeptRoadmapsTest::oneThatIsRemovedIsGone_data()
{
    QTest::addColumn<bool>("inFront");
    QTest::addColumn<bool>("isBeingMade");
    QTest::newRow("the one in front") << true << false;
    QTest::newRow("the one that is being made") << true << true;
    QTest::newRow("another") << false << false;
}

void KeptRoadmapsTest::oneThatIsRemovedIsGone()
{
    QFETCH(const bool, inFront);
    QFETCH(const bool, isBeingMade);
    QTest::failOnWarning(QRegularExpression(u"library"_s));
    const QTemporaryDir folder;
    {
        Start today(folder.path());
        today.makeRoadmap();
        if (isBeingMade) {
            today.window->start();
            today.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
            today.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        } else if (!inFront) {
            today.makeRoadmap();
        }
        const qsizetype before = inFront && !isBeingMade ? 1 : 2;
        QTRY_VERIFY(today.study().has(firstConcept()));
        today.study().setState(firstConcept(), StudyState::Done);
        press(*today.window, Qt::CTRL | Qt::Key_N);
        QTRY_COMPARE(today.recents().size(), before);
        RecentButton* const removed = inFront ? today.recents().first() : today.recents().last();
        Q_EMIT removed->removalWanted();
        auto* const question = today.window->findChild<QMessageBox*>();
        QCOMPARE(question->informativeText().contains(u"is stopped"_s), isBeingMade);
        button(*question, u"Move to bin"_s).click();
        QTRY_COMPARE(today.recents().size(), before - 1);
        QCOMPARE(today.window->findChild<WorkView*>() == nullptr, inFront);
        QCOMPARE(today.window->windowTitle() == u"Roadloom"_s, inFront);
        QCOMPARE(buttonNamed(*today.window, u"Back to the roadmap"_s) == nullptr, inFront);
        if (inFront)
            today.source.emitEvent(doneWith(sampleDesign())); // too late
        closeWindow(today);
    }
    const Start tomorrow(folder.path());
    tomorrow.window->restoreRoadmap();
    QVERIFY(!isAtWork(tomorrow));
    QTRY_COMPARE(tomorrow.recents().size(), isBeingMade || !inFront ? 1 : 0);
}

void KeptRoadmapsTest::whatCannotBeKeptIsSaidOnce()
{
    const QTemporaryDir folder;
    {
        Start start(folder.path());
        start.makeRoadmap();
    }
    QVERIFY(QFile::setPermissions(folder.filePath(u"library.sqlite"_s), QFile::ReadOwner));
    Library library(folder.path());
    QVERIFY(library.open());
    RoadmapShelf shelf(library);
    const QSignalSpy failed(&shelf, &RoadmapShelf::failed);
    StudyBook book;
    QVERIFY(shelf.keep(sampleDesign(), {}, book).isEmpty());
    QVERIFY(shelf.keep(sampleDesign(), {}, book).isEmpty());
    QCOMPARE(failed.size(), 1);
    QTRY_COMPARE(shelf.recent().size(), 1);
}

void KeptRoadmapsTest::aListThatCannotBeReadIsSaid()
{
    const QTemporaryDir folder;
    Library library(folder.path());
    QVERIFY(!library.open());
    QVERIFY(changeBeside(library, u"DROP TABLE concept_studies"_s));
    RoadmapShelf shelf(library);
    QSignalSpy failed(&shelf, &RoadmapShelf::failed);
    QVERIFY(failed.wait());
    QVERIFY(shelf.recent().isEmpty());
    QCOMPARE(failed.size(), 1);
}

void KeptRoadmapsTest::whatWasDoneIsTakenBackByKey()
{
    const QTemporaryDir folder;
    Start start(folder.path());
    start.makeRoadmap();
    QTRY_VERIFY(start.study().has(firstConcept()));
    start.study().setState(firstConcept(), StudyState::Done);
    press(*start.window, Qt::CTRL | Qt::Key_Z);
    QCOMPARE(start.study().state(firstConcept()), StudyState::ToDo);
    press(*start.window, Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    QCOMPARE(start.study().state(firstConcept()), StudyState::Done);
    // Not where nobody would see it.
    press(*start.window, Qt::CTRL | Qt::Key_N);
    press(*start.window, Qt::CTRL | Qt::Key_Z);
    QCOMPARE(start.study().state(firstConcept()), StudyState::Done);
}

void KeptRoadmapsTest::whatIsBeingTypedIsTakenBackByKeyAtOnce()
{
    const QTemporaryDir folder;
    Start start(folder.path());
    start.makeRoadmap();
    QTRY_VERIFY(start.study().has(firstConcept()));
    QTreeView& tree = treeOf(*start.window);
    const QModelIndex module = tree.model()->index(0, 0, tree.model()->index(0, 0));
    tree.setCurrentIndex(tree.model()->index(0, 0, module));
    QPlainTextEdit& edit = start.window->findChild<NoteField*>()->edit();
    edit.insertPlainText(u"Typed"_s);
    QVERIFY(!start.study().undoStack().canUndo()); // it is not saved yet
    press(*start.window, Qt::CTRL | Qt::Key_Z);
    QCOMPARE(edit.toPlainText(), QString());
    press(*start.window, Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    QCOMPARE(edit.toPlainText(), u"Typed"_s);
    QCOMPARE(start.study().note(firstConcept()), u"Typed"_s);
}

void KeptRoadmapsTest::openingAnotherAsksWhileARunIsOn()
{
    const QTemporaryDir folder;
    Start start(folder.path());
    start.makeRoadmap();
    start.window->start();
    press(*start.window, Qt::CTRL | Qt::Key_N);
    QTRY_COMPARE(start.recents().size(), 1);
    start.recents().first()->click();
    QVERIFY(questionOf(start) != nullptr);
    answer(*questionOf(start), QMessageBox::RejectRole);
    QVERIFY(questionOf(start) == nullptr);
    start.recents().first()->click();
    QVERIFY(questionOf(start) != nullptr);
    QCOMPARE(start.source.cancelled(), 0); // it is on until the other one is there
    agree(*questionOf(start));
    QTRY_VERIFY(isAtWork(start));
    QCOMPARE(start.source.cancelled(), 1);
    QVERIFY(start.study().has(firstConcept()));
}

QTEST_MAIN(KeptRoadmapsTest)

#include "KeptRoadmapsTest.moc"
