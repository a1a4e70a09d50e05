// SPDX-License-Identifier: Apache-2.0
#include "LibraryWindow.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/FindBar.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/start/GoalEdit.h"
#include "ui/start/RecentButton.h"
#include "ui/start/StartPage.h"
#include "ui/window/ShortcutsDialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabWidget>

#include <functional>

using namespace Qt::StringLiterals;
using namespace roadloom;

using Step = std::function<void(LibraryWindow&)>;
Q_DECLARE_METATYPE(Step)

namespace {

/// Through the window system, to whatever has the keyboard.
void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QVERIFY(QGuiApplication::focusWindow() != nullptr);
    QTest::keyClick(QGuiApplication::focusWindow(), key, modifiers);
}

void type(const QString& text)
{
    for (const QChar character : text)
        QTest::sendKeyEvent(QTest::Click, QGuiApplication::focusWindow(), Qt::Key_unknown,
            QString(character), Qt::NoModifier);
}

QString named(const QWidget* widget)
{
    if (widget == nullptr)
        return u"nothing"_s;
    const auto* const button = qobject_cast<const QAbstractButton*>(widget);
    return QString::fromLatin1(widget->metaObject()->className()) + u" “"_s
        + (button != nullptr && !button->text().isEmpty() ? button->text()
                                                          : widget->accessibleName())
        + u'”';
}

QStringList namesOf(const QList<QWidget*>& widgets)
{
    QStringList names;
    for (const QWidget* const widget : widgets)
        names.append(named(widget));
    return names;
}

QRect placeIn(const QWidget& window, const QWidget& widget)
{
    return { widget.mapTo(&window, QPoint()), widget.size() };
}

/// Up in the same column: that is not how anybody reads.
bool goesBack(const QRect& from, const QRect& to)
{
    const bool sharesColumn = from.left() < to.right() && to.left() < from.right();
    return sharesColumn && to.bottom() <= from.top();
}

/// What Tab, or Shift+Tab, comes by from here until it is here again.
struct Round {
    Round(const QWidget& window, Qt::Key step)
    {
        constexpr qsizetype tooMany = 200;
        QWidget* const first = QApplication::focusWidget();
        do {
            QWidget* const before = QApplication::focusWidget();
            widgets.append(before);
            key(step, step == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            const QWidget* const now = QApplication::focusWidget();
            if (now == before || !window.isAncestorOf(now))
                break;
            // At once: what gets the keyboard is scrolled into sight.
            if (now != first && goesBack(placeIn(window, *before), placeIn(window, *now)))
                jumps.append(u"from %1 up to %2"_s.arg(named(before), named(now)));
        } while (QApplication::focusWidget() != first && widgets.size() < tooMany);
    }

    QList<QWidget*> widgets;
    QStringList jumps; ///< against the way one reads
};

/// What should be reached: whatever takes part in the order and can be seen. Of buttons that
/// exclude each other, the chosen one; arrows lead to the others.
bool shouldBeReached(const QWidget& window, const QWidget& widget)
{
    if (!widget.isVisibleTo(&window) || !widget.isEnabled() || widget.focusProxy() != nullptr
        || (widget.focusPolicy() & Qt::TabFocus) != Qt::TabFocus || widget.window() != &window
        || widget.objectName().startsWith(u"qt_"_s))
        return false;
    const auto* const button = qobject_cast<const QAbstractButton*>(&widget);
    return button == nullptr || !button->autoExclusive() || button->isChecked();
}

/// Nowhere else before all of it has been reached.
bool staysIn(const QWidget& part, const QList<QWidget*>& round)
{
    int entries = 0;
    for (qsizetype i = 0; i < round.size(); ++i) {
        const QWidget& before = *round[i > 0 ? i - 1 : round.size() - 1];
        if (part.isAncestorOf(round[i]) && !part.isAncestorOf(&before))
            ++entries;
    }
    return entries <= 1;
}

QWidget* dialogOf(const LibraryWindow& scene)
{
    for (QDialog* const dialog : scene.window->findChildren<QDialog*>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

Step settingsPage(int page)
{
    return [page](LibraryWindow& scene) {
        scene.trigger(Qt::CTRL | Qt::Key_Comma);
        auto* const pages = scene.window->findChild<SettingsDialog*>()->findChild<QTabWidget*>();
        pages->setCurrentIndex(page);
        scene.unfold();
    };
}

} // namespace

/// Nobody needs a mouse.
class KeyboardJourneyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tabReachesEverythingInOrder_data()
    {
        QTest::addColumn<Step>("step");
        QTest::newRow("start page") << Step([](LibraryWindow& scene) { scene.comeBack(); });
        QTest::newRow("start page, unfolded") << Step([](LibraryWindow& scene) {
            scene.comeBack();
            scene.unfold();
        });
        QTest::newRow("start page, another start's wish") << Step([](LibraryWindow& scene) {
            scene.comeBack();
            scene.window->findChild<GoalEdit*>()->setPlainText(u"Something else"_s);
            scene.window->takeWish(wish());
        });
        QTest::newRow("growing") << Step([](LibraryWindow& scene) { scene.grow(); });
        QTest::newRow("done") << Step([](LibraryWindow& scene) { scene.finish(); });
        QTest::newRow("done, a concept") << Step([](LibraryWindow& scene) {
            scene.finish();
            scene.openConcept();
        });
        QTest::newRow("done, a concept instead of the rows") << Step([](LibraryWindow& scene) {
            scene.finish();
            scene.window->resize(800, 330);
            scene.roadmap().showNextToLearn();
            QTRY_VERIFY(!scene.roadmap().tree().isVisible());
        });
        QTest::newRow("done, filtered") << Step([](LibraryWindow& scene) {
            scene.finish();
            scene.roadmap().focusFilter();
            type(u"1-2"_s);
        });
        QTest::newRow("finding") << Step([](LibraryWindow& scene) {
            scene.finish();
            scene.trigger(Qt::CTRL | Qt::Key_F);
        });
        QTest::newRow("failed") << Step([](LibraryWindow& scene) { scene.fail(); });
        QTest::newRow("a review") << Step([](LibraryWindow& scene) {
            scene.understand();
            scene.source.emitEvent(CompleteEvent { sampleDesign(), architect });
            scene.source.emitEvent(ReviewRequestedEvent {});
        });
        QTest::newRow("models") << settingsPage(0);
        for (int row = 0; row < 5; ++row)
            QTest::addRow("model %d", row)
                << Step([row](LibraryWindow& scene) { scene.openModel(row); });
        QTest::newRow("appearance") << settingsPage(1);
        QTest::newRow("shortcuts")
            << Step([](LibraryWindow& scene) { scene.trigger(QKeyCombination(Qt::Key_F1)); });
        QTest::newRow("about") << Step([](LibraryWindow& scene) {
            for (QAction* const action : scene.window->findChildren<QAction*>()) {
                if (action->menuRole() == QAction::AboutRole)
                    action->trigger();
            }
        });
    }
    void tabReachesEverythingInOrder()
    {
        QFETCH(const Step, step);
        LibraryWindow scene;
        scene.activate();
        step(scene);
        QWidget* dialog = dialogOf(scene);
        QWidget& page = dialog != nullptr ? *dialog : *scene.window;
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTRY_COMPARE(QGuiApplication::focusWindow(), page.windowHandle());
        // From the first one of the page.
        QWidget* first = page.nextInFocusChain();
        while (!shouldBeReached(page, *first) && first != &page)
            first = first->nextInFocusChain();
        first->setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(QApplication::focusWidget(), first);

        const Round there(page, Qt::Key_Tab);
        QVERIFY2(QApplication::focusWidget() == first,
            qPrintable(u"does not come round: %1, then %2"_s.arg(
                namesOf(there.widgets).join(u", "_s), named(QApplication::focusWidget()))));
        for (QWidget* const widget : page.findChildren<QWidget*>()) {
            if (shouldBeReached(page, *widget))
                QVERIFY2(there.widgets.contains(widget),
                    qPrintable(u"not reached: %1 among %2"_s.arg(
                        named(widget), namesOf(there.widgets).join(u", "_s))));
        }
        QVERIFY2(there.jumps.isEmpty(), qPrintable(there.jumps.join(u'\n')));
        if (auto* const chat = page.findChild<ChatView*>(); chat != nullptr && chat->isVisible())
            QVERIFY2(
                staysIn(*chat, there.widgets), qPrintable(namesOf(there.widgets).join(u", "_s)));
        QList<QWidget*> back = Round(page, Qt::Key_Backtab).widgets;
        std::reverse(back.begin() + 1, back.end());
        QCOMPARE(namesOf(back), namesOf(there.widgets));
    }

    void aWholeJourney()
    {
        LibraryWindow scene { LearnerRequest() };
        scene.activate();
        // A goal, and the run.
        QCOMPARE(QApplication::focusWidget(), scene.window->findChild<GoalEdit*>());
        type(u"Web services"_s);
        key(Qt::Key_Return);
        QCOMPARE(scene.source.requests().size(), 1);
        QCOMPARE(scene.source.requests().first().preferences.learningGoal, u"Web services"_s);
        for (const AgentEvent& event :
            QList<AgentEvent> { ChunkEvent { u"I see what you want: a service."_s, analyzer },
                CompleteEvent { sampleIntent(), analyzer },
                CompleteEvent { sampleDesign(), architect }, doneWith(sampleDesign()) })
            scene.source.emitEvent(event);
        QTRY_VERIFY(scene.study().has(scene.conceptId()));
        studyByKey(scene);
        if (!QTest::currentTestFailed())
            findByKey(scene);
        if (!QTest::currentTestFailed())
            comeBackByKey(scene);
    }

private:
    void studyByKey(LibraryWindow& scene)
    {
        key(Qt::Key_F6);
        QTreeView& tree = treeOf(*scene.window);
        QCOMPARE(QApplication::focusWidget(), &tree);
        const auto row
            = [&tree] { return tree.currentIndex().siblingAtColumn(0).data().toString(); };
        constexpr int enough = 10;
        for (int i = 0; i < enough && row() != u"Concept 1-1-1"_s; ++i)
            key(Qt::Key_Down);
        QCOMPARE(row(), u"Concept 1-1-1"_s);
        key(Qt::Key_Space);
        QCOMPARE(scene.study().state(scene.conceptId()), StudyState::Done);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(scene.study().state(scene.conceptId()), StudyState::ToDo);
        QCOMPARE(QApplication::focusWidget(), &tree);
        // What comes before the next one is pointed out until it is learnt.
        const auto& pane = *scene.window->findChild<ConceptPane*>();
        const QString first = u"Better learnt first: Concept 1-1-1"_s;
        key(Qt::Key_Down);
        QVERIFY(shows(pane, first));
        key(Qt::Key_Up);
        key(Qt::Key_Space);
        QCOMPARE(scene.study().state(scene.conceptId()), StudyState::Done);
        key(Qt::Key_Down);
        QVERIFY(!shows(pane, first));
    }

    /// Filter, result, concept, note, and back.
    void findByKey(LibraryWindow& scene)
    {
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
        type(u"2-1-2"_s);
        QTRY_VERIFY(&scene.roadmap().tree() != &treeOf(*scene.window));
        key(Qt::Key_Down);
        QTreeView& results = scene.roadmap().tree();
        QCOMPARE(QApplication::focusWidget(), &results);
        QCOMPARE(results.currentIndex().siblingAtColumn(0).data().toString(), u"Concept 2-1-2"_s);
        key(Qt::Key_Return);
        auto* const pane = scene.window->findChild<ConceptPane*>();
        QVERIFY(pane->isAncestorOf(QApplication::focusWidget()));
        QTRY_VERIFY(scene.window->findChild<RecentButton*>() != nullptr); // they are being read
        constexpr int enough = 12;
        const auto isInNote
            = [] { return qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()) != nullptr; };
        for (int i = 0; i < enough && !isInNote(); ++i)
            key(Qt::Key_Tab);
        QVERIFY(isInNote());
        type(u"Mine"_s);
        key(Qt::Key_Escape); // the note, as it reads
        QVERIFY(pane->isVisible());
        key(Qt::Key_Escape);
        QVERIFY(!pane->isVisible());
        QCOMPARE(QApplication::focusWidget(), &results);
        QCOMPARE(scene.study().note(u"concept-2-1-2"_s), u"Mine"_s);
        key(Qt::Key_Escape); // the filter, too
        QTRY_COMPARE(&scene.roadmap().tree(), &treeOf(*scene.window));
        QCOMPARE(QApplication::focusWidget(), &treeOf(*scene.window));
    }

    /// Conversation, command, another goal, and the roadmap once more.
    void comeBackByKey(LibraryWindow& scene)
    {
        key(Qt::Key_F, Qt::ControlModifier);
        auto* const bar = scene.window->findChild<FindBar*>();
        QVERIFY(bar->isAncestorOf(QApplication::focusWidget()));
        type(u"service"_s);
        QTRY_VERIFY(shows(*bar, u" of "_s));
        key(Qt::Key_Return);
        key(Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QVERIFY(scene.window->isAncestorOf(QApplication::focusWidget()));

        key(Qt::Key_K, Qt::ControlModifier);
        type(u"keyboard"_s);
        key(Qt::Key_Return);
        QTRY_VERIFY(scene.window->findChild<ShortcutsDialog*>() != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(scene.window->findChild<ShortcutsDialog*>()));
        key(Qt::Key_Escape);
        QTRY_VERIFY(scene.window->findChild<ShortcutsDialog*>() == nullptr);
        scene.activate(); // as a window manager does

        key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(scene.window->findChild<StartPage*>()->isVisible());
        QCOMPARE(QApplication::focusWidget(), scene.window->findChild<GoalEdit*>());
        constexpr int enough = 12;
        const auto isOnRecent
            = [] { return qobject_cast<RecentButton*>(QApplication::focusWidget()) != nullptr; };
        for (int i = 0; i < enough && !isOnRecent(); ++i)
            key(Qt::Key_Tab);
        QVERIFY(isOnRecent());
        key(Qt::Key_Return);
        QTRY_VERIFY(scene.work().isVisible());
        QCOMPARE(QApplication::focusWidget(), &treeOf(*scene.window));
        QTRY_COMPARE(scene.study().state(scene.conceptId()), StudyState::Done);
        QCOMPARE(scene.study().note(u"concept-2-1-2"_s), u"Mine"_s);
    }
};

QTEST_MAIN(KeyboardJourneyTest)
#include "KeyboardJourneyTest.moc"
