// SPDX-License-Identifier: Apache-2.0
#include "LibraryWindow.h"
#include "ui/chat/ErrorCard.h"
#include "ui/chat/MendCard.h"
#include "ui/chat/MessageBubble.h"
#include "ui/look/ActivityBar.h"
#include "ui/roadmap/FindingsPanel.h"
#include "ui/run/WorkflowPicture.h"
#include "ui/settings/ModelsPage.h"
#include "ui/start/AboutYou.h"
#include "ui/start/GoalEdit.h"
#include "ui/start/RecentButton.h"
#include "ui/study/ShareBar.h"
#include "ui/study/StateChoice.h"
#include "ui/window/CommandPalette.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QMultiMap>
#include <QPlainTextEdit>
#include <QTabWidget>

#include <functional>

using namespace Qt::StringLiterals;
using namespace roadloom;

using Step = std::function<void(LibraryWindow&)>;
Q_DECLARE_METATYPE(Step)

namespace {

QAccessibleInterface& faceOf(QObject& object)
{
    QAccessibleInterface* const face = QAccessible::queryAccessibleInterface(&object);
    if (face == nullptr)
        qFatal("nobody is told of it");
    return *face;
}

QString nameOf(QAccessibleInterface& face)
{
    return face.text(QAccessible::Name);
}

QString roleOf(const QAccessibleInterface& face)
{
    return QString::fromLatin1(qAccessibleRoleString(face.role()));
}

/// What a reader of the screen would be told wrongly, or not at all, below a widget.
class Hearing {
public:
    explicit Hearing(QWidget& top) { hear(faceOf(top), {}); }

    [[nodiscard]] const QStringList& complaints() const { return m_complaints; }

private:
    void hear(QAccessibleInterface& face, const QString& path)
    {
        if (!face.isValid() || face.state().invisible)
            return;
        const QString here = path + u'/' + classOf(face);
        judge(face, here);
        if (face.tableInterface() != nullptr) {
            hearRows(face, here);
            return;
        }
        for (int i = 0; i < face.childCount(); ++i) {
            if (QAccessibleInterface* const child = face.child(i))
                hear(*child, here);
        }
    }

    /// A row is told by its first cell.
    void hearRows(QAccessibleInterface& face, const QString& path)
    {
        QAccessibleTableInterface& table = *face.tableInterface();
        for (int row = 0; row < table.rowCount(); ++row) {
            QAccessibleInterface* const cell = table.cellAt(row, 0);
            if (cell == nullptr || nameOf(*cell).isEmpty())
                complain(u"row %1 says nothing"_s.arg(row), path);
            else if (cell->role() == QAccessible::NoRole)
                complain(u"row %1 has no role"_s.arg(row), path);
        }
    }

    void judge(QAccessibleInterface& face, const QString& path)
    {
        const bool isFocusable = face.state().focusable && !isContainer(face);
        const bool isPressed = face.actionInterface() != nullptr
            && face.actionInterface()->actionNames().contains(
                QAccessibleActionInterface::pressAction());
        if ((isFocusable || isPressed) && nameOf(face).isEmpty())
            complain(u"no name: "_s + roleOf(face), path);
        if (isFocusable && face.role() == QAccessible::NoRole)
            complain(u"no role"_s, path);
        if (nameOf(face).contains(u'&'))
            complain(u"a mnemonic is read out: "_s + nameOf(face), path);
        if (face.role() == QAccessible::ProgressBar
            && (face.valueInterface() == nullptr || nameOf(face).isEmpty()))
            complain(u"progress of what, and how far?"_s, path);
        const auto* const button = qobject_cast<QAbstractButton*>(face.object());
        if (button != nullptr && button->isCheckable() && !face.state().checkable
            && !face.state().expandable)
            complain(u"not told whether it is on"_s, path);
        if (button != nullptr && face.state().disabled == button->isEnabled())
            complain(u"not told whether it is disabled"_s, path);
        const auto* const edit = qobject_cast<QPlainTextEdit*>(face.object());
        if (edit != nullptr && face.state().readOnly != edit->isReadOnly())
            complain(u"not told whether it can be changed"_s, path);
    }

    /// It passes the keyboard on, or Qt's own parts that take no name.
    static bool isContainer(const QAccessibleInterface& face)
    {
        const auto* const widget = qobject_cast<QWidget*>(face.object());
        return widget != nullptr
            && (widget->isWindow() || widget->focusProxy() != nullptr
                || widget->objectName().startsWith(u"qt_"_s)
                || (widget->focusPolicy() & Qt::TabFocus) == 0);
    }
    static QString classOf(const QAccessibleInterface& face)
    {
        return face.object() != nullptr
            ? QString::fromLatin1(face.object()->metaObject()->className())
            : QString::fromLatin1(qAccessibleRoleString(face.role()));
    }
    void complain(const QString& what, const QString& path)
    {
        m_complaints.append(what + u" at "_s + path);
    }

    QStringList m_complaints;
};

QWidget& frontOf(const LibraryWindow& scene)
{
    for (QDialog* const dialog : scene.window->findChildren<QDialog*>()) {
        if (dialog->isVisible())
            return *dialog;
    }
    return *scene.window;
}

/// What Alt and a letter reaches in a window, by the letter.
QMultiMap<QString, QString> keysOf(const QWidget& front)
{
    QMultiMap<QString, QString> keys;
    const auto note = [&keys](const QString& text) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            keys.insert(key.toString(), text);
    };
    if (const auto* const window = qobject_cast<const QMainWindow*>(&front)) {
        for (const QAction* const menu : window->menuBar()->actions())
            note(menu->text());
    }
    for (const QAbstractButton* const button : front.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->isEnabled() && button->window() == &front)
            note(button->text());
    }
    for (const QLabel* const label : front.findChildren<QLabel*>()) {
        if (label->isVisible() && label->buddy() != nullptr && label->window() == &front)
            note(label->text());
    }
    return keys;
}

void openAbout(LibraryWindow& scene)
{
    for (QAction* const action : scene.window->findChildren<QAction*>()) {
        if (action->menuRole() == QAction::AboutRole)
            action->trigger();
    }
}

/// Everything that a run can bring into the window, unfolded.
void runIntoEverything(LibraryWindow& scene)
{
    ScriptedSource& source = scene.source;
    scene.window->start();
    source.emitEvent(ReasoningEvent { u"Hm."_s, analyzer });
    source.emitEvent(ChunkEvent { u"Half a thought"_s, analyzer });
    source.emitEvent(AttemptFailedEvent { analyzer, u"The line broke."_s, {} });
    source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    source.emitEvent(ReasoningEvent { u"Well."_s, architect });
    source.emitEvent(ChunkEvent { u"Here is a [plan](https://example.org)."_s, architect });
    source.emitEvent(CompleteEvent { sampleDesign(), architect });
    for (int i = 0; i < 9; ++i)
        source.emitEvent(
            FindingEvent { { u"W1"_s, Severity::Warning, {}, u"Issue."_s, u"Do it."_s } });
    for (int i = 0; i < 9; ++i)
        source.emitEvent(MendedEvent { { u"H1"_s, {}, u"Mended."_s }, architect });
    source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, u"details"_s }, architect });
    treeOf(*scene.window).setCurrentIndex(treeOf(*scene.window).model()->index(0, 0));
    scene.unfold();
}

Step settingsOf(int row)
{
    return [row](LibraryWindow& scene) { scene.openModel(row); };
}

QString spokenRow(const QAbstractItemView& view, const QModelIndex& index)
{
    // A view's interface has a row for each of the model's that can be seen.
    QAccessibleTableInterface& table
        = *faceOf(const_cast<QAbstractItemView&>(view)).tableInterface();
    for (int row = 0; row < table.rowCount(); ++row) {
        const QString name = nameOf(*table.cellAt(row, 0));
        if (name.startsWith(index.data().toString()))
            return name;
    }
    return {};
}

} // namespace

/// Who hears the window learns what those learn who see it.
class AccessibilityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLeftUnsaid_data()
    {
        QTest::addColumn<Step>("step");
        QTest::newRow("start page") << Step([](LibraryWindow& scene) {
            scene.comeBack();
            scene.unfold();
            QVERIFY(scene.window->findChild<AboutYou*>() != nullptr);
        });
        QTest::newRow("growing") << Step([](LibraryWindow& scene) { scene.grow(); });
        QTest::newRow("done, a concept, filtered") << Step([](LibraryWindow& scene) {
            scene.finish();
            scene.roadmap().focusFilter();
            qobject_cast<QLineEdit*>(scene.window->focusWidget())->setText(u"1-2"_s);
            QTRY_VERIFY(&scene.roadmap().tree() != &treeOf(*scene.window));
            QAbstractItemModel& found = *scene.roadmap().tree().model();
            scene.roadmap().tree().setCurrentIndex(found.index(0, 0));
            scene.roadmap().showNextToLearn();
        });
        QTest::newRow("finding") << Step([](LibraryWindow& scene) {
            scene.finish();
            scene.trigger(Qt::CTRL | Qt::Key_F);
        });
        QTest::newRow("a review") << Step([](LibraryWindow& scene) {
            scene.understand();
            scene.source.emitEvent(CompleteEvent { sampleDesign(), architect });
            scene.source.emitEvent(ReviewRequestedEvent {});
        });
        QTest::newRow("stopped") << Step([](LibraryWindow& scene) {
            scene.understand();
            scene.trigger(Qt::CTRL | Qt::Key_Period);
        });
        QTest::newRow("failed at once") << Step([](LibraryWindow& scene) {
            scene.window->start();
            scene.source.emitEvent(ErrorEvent { { ErrorKind::Network, u"No."_s, {} }, analyzer });
        });
        QTest::newRow("everything a run can bring") << Step([](LibraryWindow& scene) {
            runIntoEverything(scene);
            QVERIFY(scene.window->findChild<ErrorCard*>() != nullptr);
            QVERIFY(scene.window->findChild<MendCard*>() != nullptr);
            QVERIFY(scene.window->findChild<FindingsPanel*>()->isVisible());
            QVERIFY(scene.window->findChild<MessageBubble*>()->isWithdrawn());
        });
        QTest::newRow("commands") << Step(
            [](LibraryWindow& scene) { scene.trigger(Qt::CTRL | Qt::Key_K); });
        QTest::newRow("shortcuts")
            << Step([](LibraryWindow& scene) { scene.trigger(QKeyCombination(Qt::Key_F1)); });
        QTest::newRow("about") << Step(openAbout);
        QTest::newRow("about, made with") << Step([](LibraryWindow& scene) {
            openAbout(scene);
            frontOf(scene).findChild<QTabWidget*>()->setCurrentIndex(1);
        });
        for (int row = 0; row < 5; ++row)
            QTest::addRow("models, %d", row) << settingsOf(row);
        QTest::newRow("adding a model") << Step([](LibraryWindow& scene) {
            scene.trigger(Qt::CTRL | Qt::Key_Comma);
            scene.window->findChild<ModelsPage*>()->add();
        });
        QTest::newRow("appearance") << Step([](LibraryWindow& scene) {
            scene.trigger(Qt::CTRL | Qt::Key_Comma);
            frontOf(scene).findChild<QTabWidget*>()->setCurrentIndex(1);
        });
    }
    void nothingIsLeftUnsaid()
    {
        QFETCH(const Step, step);
        LibraryWindow scene;
        step(scene);
        static_cast<void>(frontOf(scene).grab()); // all has its place
        const Hearing hearing(frontOf(scene));
        QVERIFY2(hearing.complaints().isEmpty(), qPrintable(hearing.complaints().join(u'\n')));
    }

    void eachKeyHasOneMeaning_data() { nothingIsLeftUnsaid_data(); }
    void eachKeyHasOneMeaning()
    {
        QFETCH(const Step, step);
        LibraryWindow scene;
        step(scene);
        const auto keys = keysOf(frontOf(scene));
        QStringList shared;
        for (const QString& key : keys.uniqueKeys()) {
            if (keys.count(key) > 1)
                shared.append(key + u": "_s + QStringList(keys.values(key)).join(u", "_s));
        }
        QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u'\n')));
    }

    void controlsAreWhatTheyAre()
    {
        LibraryWindow scene;
        scene.comeBack();
        auto& goal = faceOf(*scene.window->findChild<GoalEdit*>());
        QCOMPARE(goal.role(), QAccessible::EditableText);
        QVERIFY(!goal.state().readOnly);
        const auto shown = [&scene]() -> RecentButton* {
            const auto recents = scene.window->findChildren<RecentButton*>();
            const auto found = std::ranges::find_if(recents, &QWidget::isVisible);
            return found != recents.end() ? *found : nullptr;
        };
        QTRY_VERIFY(shown() != nullptr); // as soon as the list is written
        auto& recent = faceOf(*shown());
        QCOMPARE(recent.role(), QAccessible::Button);
        QCOMPARE(nameOf(recent), sampleDesign().framework.title);
        QCOMPARE(recent.text(QAccessible::Description),
            u"1 of 18 concepts learnt · opened today · goal: 学习 Python Web 开发"_s);
    }

    void aFoldSaysWhetherItIsUnfolded()
    {
        LibraryWindow scene;
        auto* const fold = scene.window->findChild<FoldButton*>();
        auto& face = faceOf(*fold);
        QCOMPARE(face.role(), QAccessible::Button);
        QVERIFY(face.state().expandable && face.state().collapsed && !face.state().expanded);
        face.actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(fold->isChecked());
        QVERIFY(face.state().expanded && !face.state().collapsed);
    }

    void theRunIsToldInWordsAndFigures()
    {
        LibraryWindow scene;
        scene.grow();
        auto& bar = faceOf(*scene.window->findChild<ActivityBar*>());
        QCOMPARE(bar.role(), QAccessible::ProgressBar);
        QCOMPARE(bar.valueInterface()->minimumValue().toInt(), 0);
        QCOMPARE(bar.valueInterface()->maximumValue().toInt(), 100);
        QCOMPARE(bar.valueInterface()->currentValue().toInt(), 40);
        auto& picture = faceOf(*scene.window->findChild<WorkflowPicture*>());
        QCOMPARE(picture.role(), QAccessible::Graphic);
        QCOMPARE(nameOf(picture), u"The way of the run"_s);
        const QString way = picture.text(QAccessible::Description);
        QVERIFY2(way.contains(u"Analyse: done"_s) && way.contains(u"Design: in progress"_s),
            qPrintable(way));
    }

    void rowsSayAllOfThemselves()
    {
        LibraryWindow scene;
        scene.finish();
        scene.study().setState(scene.conceptId(), StudyState::Done);
        QTreeView& tree = treeOf(*scene.window);
        const QModelIndex stage = tree.model()->index(0, 0);
        const QModelIndex module = tree.model()->index(0, 0, stage);
        const QModelIndex item = tree.model()->index(0, 0, module);
        QCOMPARE(spokenRow(tree, stage), u"Stage 1, 9 h, 1 of 6 concept(s) learnt"_s);
        QCOMPARE(spokenRow(tree, module), u"Module 1-1, 4.5 h, 1 of 3 concept(s) learnt"_s);
        tree.expandAll();
        QCOMPARE(spokenRow(tree, item), u"Concept 1-1-1, 1.5 h, Easy, Done"_s);
        QCOMPARE(spokenRow(tree, tree.model()->index(1, 0, module)),
            u"Concept 1-1-2, 1.5 h, Easy, To do"_s);
        QAccessibleInterface& first = *faceOf(tree).tableInterface()->cellAt(0, 0);
        QCOMPARE(first.role(), QAccessible::TreeItem);
        QVERIFY(first.state().expandable && first.state().expanded);
        tree.setCurrentIndex(stage);
        QVERIFY(faceOf(tree).tableInterface()->cellAt(0, 0)->state().selected);
    }

    void whatIsStillDesignedSaysSo()
    {
        LibraryWindow scene;
        scene.grow();
        QTreeView& tree = treeOf(*scene.window);
        tree.expandAll();
        const QAbstractItemModel& model = *tree.model();
        const QModelIndex item = model.index(0, 0, model.index(0, 0, model.index(0, 0)));
        const QString branch = spokenRow(tree, model.index(1, 0));
        QVERIFY2(branch.endsWith(u"Still being designed: 0 of 3"_s), qPrintable(branch));
        const QString leaf = spokenRow(tree, item);
        QVERIFY2(leaf.endsWith(u"Still being designed"_s), qPrintable(leaf));
    }

    void theStudyIsToldInWordsAndFigures()
    {
        LibraryWindow scene;
        scene.finish();
        scene.study().setState(scene.conceptId(), StudyState::Done);
        auto& bar = faceOf(*scene.window->findChild<ShareBar*>());
        QCOMPARE(bar.role(), QAccessible::ProgressBar);
        const double share = bar.valueInterface()->currentValue().toDouble()
            / bar.valueInterface()->maximumValue().toDouble();
        QVERIFY(share > 0.05 && share < 0.06); // one of 18
        QCOMPARE(bar.text(QAccessible::Description).section(u" · "_s, 0, 1),
            u"1 of 18 concept(s) · 1.5 of 27 hours"_s);
        scene.openConcept();
        const auto states
            = scene.window->findChild<StateChoice*>()->findChildren<QAbstractButton*>();
        for (QAbstractButton* const state : states) {
            QCOMPARE(faceOf(*state).role(), QAccessible::RadioButton);
            QCOMPARE(bool(faceOf(*state).state().checked), state->isChecked());
        }
    }

    void whatIsChosenAmongTheCommandsIsSaid()
    {
        QAction first(u"&First"_s);
        first.setShortcut(Qt::CTRL | Qt::Key_1);
        QAction second(u"&Second…"_s);
        CommandPalette palette({ &first, &second });
        palette.show();
        auto& words = *palette.findChild<QLineEdit*>();
        const auto said = [&words] { return faceOf(words).text(QAccessible::Description); };
        QCOMPARE(said(), u"First, Ctrl+1"_s);
        QTest::keyClick(&words, Qt::Key_Down);
        QCOMPARE(said(), u"Second"_s);
        words.setText(u"third"_s);
        QCOMPARE(said(), u"No command has these words."_s);
    }
};

QTEST_MAIN(AccessibilityTest)
#include "AccessibilityTest.moc"
