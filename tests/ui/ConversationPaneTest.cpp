// SPDX-License-Identifier: Apache-2.0
#include "ButtonSearch.h"
#include "LibraryBeside.h"
#include "ProgramStart.h"
#include "tests/support/LibraryHindrances.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/DoneCard.h"
#include "ui/chat/FindBar.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr auto showKeys = Qt::Key_F9;
constexpr QKeyCombination stopKeys = Qt::CTRL | Qt::Key_Period;

WorkView& workOf(const Start& start)
{
    return *start.window->findChild<WorkView*>();
}

bool showsChat(const Start& start)
{
    return workOf(start).chat().isVisible();
}

bool isTicked(const Start& start)
{
    const auto actions = start.window->findChildren<QAction*>();
    const auto found = std::ranges::find_if(actions,
        [](const QAction* action) { return action->shortcut() == QKeySequence(showKeys); });
    return found != actions.cend() && (*found)->isChecked();
}

} // namespace

using Happens = std::function<void(Start&)>;

/// The conversation can be hidden, and comes back where it is needed.
class ConversationPaneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theRoadmapTakesItsRoom_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("side by side") << QSize(1100, 700);
        QTest::newRow("one above the other") << QSize(640, 700);
    }
    void theRoadmapTakesItsRoom()
    {
        QFETCH(const QSize, size);
        const QTemporaryDir folder;
        Start start(folder.path());
        start.window->resize(size);
        start.makeRoadmap();
        const QWidget& roadmap = workOf(start).roadmap();
        const int shared = roadmap.width() * roadmap.height();
        workOf(start).chat().setFocus();
        trigger(start, QKeyCombination(showKeys));
        QVERIFY(!showsChat(start));
        QVERIFY(!isTicked(start));
        QTRY_COMPARE(roadmap.width(), workOf(start).width());
        QVERIFY(roadmap.width() * roadmap.height() > shared);
        QVERIFY(roadmap.isAncestorOf(start.window->focusWidget()));
        trigger(start, QKeyCombination(Qt::Key_F6)); // there is no other pane
        QVERIFY(roadmap.isAncestorOf(start.window->focusWidget()));
        // Whatever the room.
        start.window->resize(size.width() < 700 ? 1100 : 640, 700);
        QTRY_COMPARE(roadmap.width(), workOf(start).width());
        QVERIFY(!showsChat(start));
        start.window->resize(size);
        trigger(start, QKeyCombination(showKeys));
        QVERIFY(showsChat(start));
        QVERIFY(isTicked(start));
        QTRY_COMPARE(roadmap.width() * roadmap.height(), shared);
    }

    void comesBackWhereItIsNeeded_data()
    {
        QTest::addColumn<Happens>("happens");
        const auto row
            = [](const char* name, const Happens& happens) { QTest::newRow(name) << happens; };
        row("another run", [](Start& start) {
            start.source.emitEvent(doneWith(sampleDesign()));
            start.window->start();
        });
        row("going on", [](Start& start) {
            trigger(start, stopKeys);
            trigger(start, Qt::SHIFT | Qt::Key_F5);
        });
        row("starting over", [](Start& start) {
            trigger(start, stopKeys);
            trigger(start, QKeyCombination(Qt::Key_F5));
        });
        row("a review", [](Start& start) { start.source.emitEvent(ReviewRequestedEvent {}); });
        row("a failure", [](Start& start) { start.source.emitEvent(ErrorEvent {}); });
        row("a search", [](Start& start) { trigger(start, Qt::CTRL | Qt::Key_F); });
    }
    void comesBackWhereItIsNeeded()
    {
        QFETCH(const Happens, happens);
        const QTemporaryDir folder;
        Start start(folder.path());
        start.window->start();
        start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        start.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        trigger(start, QKeyCombination(showKeys));
        QVERIFY(!showsChat(start));
        happens(start);
        QVERIFY(showsChat(start));
        QVERIFY(isTicked(start));
    }

    void staysHiddenAtTheNextStart()
    {
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            today.makeRoadmap();
            trigger(today, QKeyCombination(showKeys));
            QTRY_COMPARE(today.memory.goal(), QString());
        } // without being closed
        Start tomorrow(folder.path());
        tomorrow.window->restoreRoadmap();
        QTRY_VERIFY(tomorrow.study().has(firstConcept()));
        QVERIFY(!showsChat(tomorrow));
        QVERIFY(!isTicked(tomorrow));
        trigger(tomorrow, QKeyCombination(showKeys));
        QVERIFY(showsChat(tomorrow));
    }

    void whatIsDoneLeadsToTheFirstConcept()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        const auto& card = *start.window->findChild<DoneCard*>();
        QTRY_VERIFY(shows(card, u"It is kept in the library"_s));
        QTRY_VERIFY(start.study().has(firstConcept()));
        start.study().setState(firstConcept(), StudyState::Known);
        button(card, u"Start learning"_s).click();
        QCOMPARE(treeOf(*start.window).currentIndex().data(RoadmapTreeModel::IdRole).toString(),
            u"concept-1-1-2"_s);
        QVERIFY(start.window->findChild<ConceptPane*>()->isVisible());
        QVERIFY(workOf(start).roadmap().isAncestorOf(start.window->focusWidget()));
    }

    void onlyWhatIsKeptCountsAsKept()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        OtherProgram other(start.library.path());
        QVERIFY(other.isOn());
        start.makeRoadmap();
        QTRY_COMPARE(start.recents().size(), 1); // who reads sees it, but it is not written
        const auto& card = *start.window->findChild<DoneCard*>();
        QVERIFY(card.isVisible());
        QVERIFY(!shows(card, u"It is kept"_s));
        other.end();
        QTRY_VERIFY(shows(card, u"It is kept"_s));
    }
};

} // namespace roadloom

QTEST_MAIN(roadloom::ConversationPaneTest)
#include "ConversationPaneTest.moc"
