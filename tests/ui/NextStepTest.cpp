// SPDX-License-Identifier: Apache-2.0
// The window names what comes next: after a run, and for whoever comes back.
#include "ButtonSearch.h"
#include "LibraryBeside.h"
#include "ProgramStart.h"
#include "tests/support/LibraryAnswers.h"
#include "ui/history/HistoryDialog.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/RoadmapTree.h"
#include "ui/start/StartPage.h"
#include "ui/study/ShareBar.h"

#include <QAction>
#include <QLineEdit>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

QString focusedText(const Start& start)
{
    const auto* const button = qobject_cast<QAbstractButton*>(start.window->focusWidget());
    return button != nullptr ? button->text() : QString();
}

QAction& command(const Start& start, const QString& text)
{
    for (QAction* const action : start.window->findChildren<QAction*>()) {
        if (QString(action->text()).remove(u'&') == text)
            return *action;
    }
    qFatal("no such command: %s", qPrintable(text));
}

/// Of what is selected in the view.
QColor selectionOf(const RoadmapTree& tree)
{
    struct Opened : RoadmapTree {
        using RoadmapTree::initViewItemOption;
    };
    QStyleOptionViewItem option;
    (tree.*(&Opened::initViewItemOption))(&option);
    return option.palette.color(QPalette::Highlight);
}

} // namespace

class NextStepTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void enterBeginsToLearnAfterARun_data()
    {
        QTest::addColumn<bool>("byStop"); // that has the keyboard
        QTest::newRow("in the conversation") << false;
        QTest::newRow("at Stop") << true;
    }
    void enterBeginsToLearnAfterARun()
    {
        QFETCH(const bool, byStop);
        const QTemporaryDir folder;
        Start start(folder.path());
        start.window->start();
        start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        if (byStop)
            button(*start.window, u"Stop"_s).setFocus();
        start.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        start.source.emitEvent(doneWith(sampleDesign()));
        QCOMPARE(focusedText(start), u"Start learning"_s);
        QTRY_VERIFY(start.study().has(firstConcept()));
        press(*start.window, Qt::Key_Return);
        QTRY_VERIFY(start.window->findChild<ConceptPane*>()->isVisible());
    }

    void whoIsElsewhereStaysThere_data()
    {
        QTest::addColumn<bool>("types");
        QTest::newRow("typing") << true;
        QTest::newRow("in the roadmap") << false;
    }
    void whoIsElsewhereStaysThere()
    {
        QFETCH(const bool, types);
        const QTemporaryDir folder;
        Start start(folder.path());
        start.window->start();
        start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        start.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        if (types)
            trigger(start, QKeySequence(QKeySequence::Find)[0]);
        else
            treeOf(*start.window).setFocus();
        const QWidget* const before = start.window->focusWidget();
        QCOMPARE(qobject_cast<const QLineEdit*>(before) != nullptr, types);
        start.source.emitEvent(doneWith(sampleDesign()));
        QCOMPARE(start.window->focusWidget(), before);
    }

    void oneProgressAtATime()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.window->start();
        start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        start.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        QTRY_VERIFY(start.study().has(firstConcept()));
        const auto& bar = *start.window->findChild<ShareBar*>();
        QVERIFY(bar.isHidden());
        QVERIFY(shows(*start.window, u"Designed: "_s));
        QVERIFY(buttonNamed(*start.window, u"Start with: "_s) == nullptr);
        start.source.emitEvent(doneWith(sampleDesign()));
        QVERIFY(!bar.isHidden());
        QTRY_VERIFY(shows(*start.window, u"0 of "_s));
        QVERIFY(!shows(*start.window, u"Designed: "_s));
        QVERIFY(buttonNamed(*start.window, u"Start with: "_s) != nullptr);
    }

    void whoComesBackIsOfferedWhatIsNext()
    {
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            today.makeRoadmap();
            QTRY_VERIFY(today.study().has(firstConcept()));
            today.study().setState(firstConcept(), StudyState::Done);
            closeWindow(today);
        }
        Start tomorrow(folder.path());
        tomorrow.window->restoreRoadmap();
        QTRY_VERIFY(buttonNamed(*tomorrow.window, u"Continue with: "_s) != nullptr);
        const QString next = tomorrow.study().progress().nextToLearn();
        QAbstractButton& go = *buttonNamed(*tomorrow.window, u"Continue with: "_s);
        QVERIFY(go.accessibleName().endsWith(tomorrow.study().name(next)));
        go.click();
        const RoadmapView& roadmap = tomorrow.window->findChild<WorkView*>()->roadmap();
        QCOMPARE(roadmap.place().id, next);
        QVERIFY(roadmap.place().isOpen);
        QVERIFY(!go.isVisible());
        for (const QString& id : idsOf(sampleDesign().framework))
            tomorrow.study().setState(id, StudyState::Done);
        QTest::keyClick(tomorrow.window->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!roadmap.place().isOpen);
        QVERIFY(!go.isVisible());
        QVERIFY(shows(*tomorrow.window, u"all learnt"_s));
    }

    void whoReadsWhatIsLearntIsToldWhatIsNext_data()
    {
        QTest::addColumn<StudyState>("state");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("done") << StudyState::Done << QSize(1200, 900) << true;
        QTest::newRow("known before") << StudyState::Known << QSize(1200, 900) << true;
        QTest::newRow("in progress") << StudyState::Doing << QSize(1200, 900) << false;
        QTest::newRow("in a low window") << StudyState::Done << QSize(800, 480) << false;
    }
    void whoReadsWhatIsLearntIsToldWhatIsNext()
    {
        QFETCH(const StudyState, state);
        QFETCH(const QSize, size);
        const QTemporaryDir folder;
        Start start(folder.path());
        start.window->resize(size);
        start.makeRoadmap();
        QTRY_VERIFY(start.study().has(firstConcept()));
        button(*start.window, u"Start learning"_s).click();
        const RoadmapView& roadmap = start.window->findChild<WorkView*>()->roadmap();
        QVERIFY(roadmap.place().isOpen);
        const auto isTold
            = [&] { return buttonNamed(*start.window, u"Continue with: "_s) != nullptr; };
        QVERIFY(!isTold());
        start.study().setState(firstConcept(), state);
        QTEST(isTold(), "isTold");
        QVERIFY(roadmap.place().isOpen);
        start.study().setState(firstConcept(), StudyState::ToDo);
        QVERIFY(!isTold());
    }

    void whatIsSaidOfAStepGoesWithTheNext_data()
    {
        using Does = std::function<void(StudyBook&)>;
        QTest::addColumn<Does>("does");
        QTest::newRow("state") << Does(
            [](StudyBook& book) { book.setState(firstConcept(), StudyState::Done); });
        QTest::newRow("note") << Does(
            [](StudyBook& book) { book.setNote(firstConcept(), u"Mine"_s); });
        QTest::newRow("hours") << Does([](StudyBook& book) { book.setHoursPerWeek(3); });
    }
    void whatIsSaidOfAStepGoesWithTheNext()
    {
        QFETCH(const std::function<void(StudyBook&)>, does);
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        QTRY_VERIFY(start.study().has(firstConcept()));
        StudyBook& book = start.study();
        book.setState(firstConcept(), StudyState::Done);
        book.undo();
        QVERIFY(remarkIn(*start.window).startsWith(u"Undone: "_s));
        book.redo();
        QVERIFY(remarkIn(*start.window).startsWith(u"Done again: "_s));
        book.undo();
        does(book);
        QCOMPARE(remarkIn(*start.window), QString());
        start.window->remark(u"Of something else"_s);
        book.setState(firstConcept(), StudyState::Doing);
        QCOMPARE(remarkIn(*start.window), u"Of something else"_s);
    }

    void oneThatIsArchivedDoesNotComeBack()
    {
        const QTemporaryDir folder;
        QString id;
        {
            Start today(folder.path());
            today.makeRoadmap();
            QTRY_COMPARE(listNow(today.library).value().size(), 1);
            closeWindow(today);
            id = listNow(today.library).value().first().id;
            today.library.archive(id, true);
        }
        Start tomorrow(folder.path());
        tomorrow.window->restoreRoadmap();
        QTRY_VERIFY(remarkIn(*tomorrow.window).contains(u"is archived"_s));
        auto& page = *tomorrow.window->findChild<StartPage*>();
        QVERIFY(page.isVisible());
        QTRY_VERIFY(shows(page, u"All 1 roadmap(s) are archived."_s));
        button(page, u"Show them"_s).click();
        const auto& history = *tomorrow.window->findChild<HistoryDialog*>();
        QTRY_COMPARE(history.findChild<QTabBar*>()->tabText(1), u"Archive (1)"_s);
        QCOMPARE(history.findChild<QTabBar*>()->currentIndex(), 1);
        tomorrow.library.archive(id, false);
        Q_EMIT page.roadmapChosen(id);
        QTRY_VERIFY(isAtWork(tomorrow));
        QCOMPARE(remarkIn(*tomorrow.window), QString());
    }

    void whatCannotBeDoneSaysWhy()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        for (const QString& text : { u"Rename roadmap…"_s, u"Export roadmap…"_s,
                 u"Next concept to learn"_s, u"Mark as done"_s, u"Hours a week…"_s }) {
            QVERIFY(!command(start, text).isEnabled());
            QCOMPARE(command(start, text).toolTip(), u"Open a roadmap first."_s);
        }
        start.makeRoadmap();
        QTRY_VERIFY(command(start, u"Rename roadmap…"_s).isEnabled());
        QCOMPARE(command(start, u"Rename roadmap…"_s).statusTip(), QString());
        QVERIFY(command(start, u"Next concept to learn"_s).isEnabled());
        trigger(start, Qt::CTRL | Qt::Key_H);
        const auto& history = *start.window->findChild<HistoryDialog*>();
        QTRY_VERIFY(buttonNamed(history, u"Duplicate"_s)->isEnabled());
        QVERIFY(!buttonNamed(history, u"Versions…"_s)->isEnabled());
        QCOMPARE(buttonNamed(history, u"Versions…"_s)->toolTip(),
            u"Only the version you have is kept."_s);
        QCOMPARE(buttonNamed(history, u"Duplicate"_s)->toolTip(), QString());
    }

    void onlyTheViewWithTheKeyboardIsStrong()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        QTRY_VERIFY(start.study().has(firstConcept()));
        const auto& tree = static_cast<const RoadmapTree&>(treeOf(*start.window));
        treeOf(*start.window).setFocus();
        const QColor strong = selectionOf(tree);
        QCOMPARE(strong, tree.palette().color(QPalette::Highlight));
        button(*start.window, u"Start learning"_s).setFocus();
        QVERIFY(selectionOf(tree) != strong);
    }

private:
    static QStringList idsOf(const Roadmap& roadmap)
    {
        QStringList ids;
        for (const Stage& stage : roadmap.stages) {
            for (const Module& module : stage.modules) {
                for (const Concept& each : module.concepts)
                    ids.append(each.id);
            }
        }
        return ids;
    }
};

QTEST_MAIN(NextStepTest)
#include "NextStepTest.moc"
