// SPDX-License-Identifier: Apache-2.0
#include "RunWindow.h"
#include "ui/WorkView.h"
#include "ui/chat/StoppedCard.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/study/StudyBook.h"
#include "ui/window/AboutDialog.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/ShortcutsDialog.h"
#include "ui/window/WindowMemory.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// The question that is open in the window.
QMessageBox& question(const QWidget& window)
{
    auto* const box = window.findChild<QMessageBox*>();
    if (box == nullptr)
        qFatal("nothing is asked");
    return *box;
}

QAbstractButton& buttonOf(const QMessageBox& box, QMessageBox::ButtonRole role)
{
    const auto buttons = box.buttons();
    const auto found = std::ranges::find_if(
        buttons, [&](QAbstractButton* button) { return box.buttonRole(button) == role; });
    if (found == buttons.end())
        qFatal("the question has no such button");
    return **found;
}

const QAction& actionOn(const QWidget& window, QKeyCombination keys)
{
    for (const QAction* const action : window.findChildren<QAction*>()) {
        if (action->shortcuts().contains(QKeySequence(keys)))
            return *action;
    }
    qFatal("no command has these keys");
}

QStringList offers(const CommandPalette& palette)
{
    QStringList texts;
    const auto* const list = palette.findChild<QListWidget*>();
    for (int row = 0; row < list->count(); ++row)
        texts.append(list->item(row)->text());
    return texts;
}

} // namespace

class WindowMannersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksBeforeARunIsLostToAnother();
    void asksBeforeARunIsLostToClosing();
    void aQuestionGoesWithItsRun();
    void aQuestionGoesWhereAnotherRunBegins();
    void whoCannotGoOnIsNotOfferedTo();
    void theTitleSaysHowFarTheRunIs();
    void tellsTheEndOfARunThatNobodySees_data();
    void tellsTheEndOfARunThatNobodySees();
    void goesOnWhereItBrokeOff();
    void thePaletteDoesWhatIsChosen();
    void thePaletteFindsWordsInAnyOrder_data();
    void thePaletteFindsWordsInAnyOrder();
    void thePaletteOffersKeptRoadmapsAndLevels();
    void aConceptInFrontIsMarkedByKey();
    void noTwoCommandsHaveTheSameKeys();
    void allKeysAreListed();
    void dialogsStayInTheirWindow();
    void aboutNamesItsLicence();
    void remembersItsPlaceAndThePanesShares();
    void aLongGoalIsNoHarm();
    void aDamagedMemoryIsNone_data();
    void aDamagedMemoryIsNone();

private:
    TestSettings m_settings;
};

void WindowMannersTest::asksBeforeARunIsLostToAnother()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    window.start();
    press(window, Qt::CTRL | Qt::Key_N);
    window.start();
    QCOMPARE(source.requests().size(), 1);
    buttonOf(question(window), QMessageBox::RejectRole).click();
    QCOMPARE(source.requests().size(), 1);
    QCOMPARE(source.cancelled(), 0);
    QTRY_VERIFY(window.findChild<QMessageBox*>() == nullptr);

    window.start();
    buttonOf(question(window), QMessageBox::DestructiveRole).click();
    QCOMPARE(source.cancelled(), 1);
    QCOMPARE(source.requests().size(), 2);
    QVERIFY(window.findChild<WorkView*>()->isVisible());
}

void WindowMannersTest::asksBeforeARunIsLostToClosing()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    window.start();
    QVERIFY(!window.close());
    buttonOf(question(window), QMessageBox::RejectRole).click();
    QVERIFY(window.isVisible());
    QTRY_VERIFY(window.findChild<QMessageBox*>() == nullptr);
    QVERIFY(!window.close());
    buttonOf(question(window), QMessageBox::DestructiveRole).click();
    QVERIFY(!window.isVisible());
    QCOMPARE(source.cancelled(), 1);
}

void WindowMannersTest::aQuestionGoesWithItsRun()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    window.start();
    QVERIFY(!window.close());
    QVERIFY(window.findChild<QMessageBox*>() != nullptr);
    source.emitEvent(doneWith(sampleDesign()));
    QTRY_VERIFY(window.findChild<QMessageBox*>() == nullptr);
    QVERIFY(window.isVisible());
}

void WindowMannersTest::aQuestionGoesWhereAnotherRunBegins()
{
    ScriptedSource source;
    RunController run(source);
    QWidget window;
    EndRunQuestion question(run, window);
    window.show();
    run.start(wish());
    const auto isAsked = [&window] { return window.findChild<QMessageBox*>() != nullptr; };
    question.before(EndRunFor::Closing, [] {});
    source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    QVERIFY(isAsked());
    run.start(wish());
    QTRY_VERIFY(!isAsked());
    run.stop();
    question.beforeLosingDesign(EndRunFor::Closing, { .name = u"A goal"_s }, [] {});
    QVERIFY(isAsked());
    run.startOver();
    QTRY_VERIFY(!isAsked());
}

void WindowMannersTest::whoCannotGoOnIsNotOfferedTo()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    window.start();
    source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    source.emitEvent(ErrorEvent { {}, architect });
    const auto isOffered = [&window] {
        const auto buttons = window.findChild<RunBar*>()->findChildren<QPushButton*>();
        return std::ranges::any_of(buttons, [](const QPushButton* button) {
            return button->isVisible() && button->text() == u"&Go on"_s;
        });
    };
    QVERIFY(isOffered());
    source.setCanGoOn(false); // the library answers from now on
    Q_EMIT source.titleChanged();
    QVERIFY(!isOffered());
    source.setCanGoOn(true);
    Q_EMIT source.titleChanged();
    QVERIFY(isOffered());
}

void WindowMannersTest::theTitleSaysHowFarTheRunIs()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    QCOMPARE(window.windowTitle(), u"Roadloom"_s);
    window.start();
    source.emitEvent(ProgressEvent { .step = WorkflowStep::CurriculumDesign, .percent = 42 });
    QCOMPARE(window.windowTitle(), u"42% · 学习 Python Web 开发 – Roadloom"_s);
    source.emitEvent(doneWith(sampleDesign()));
    QCOMPARE(window.windowTitle(), u"A sample roadmap – Roadloom"_s);
}

void WindowMannersTest::tellsTheEndOfARunThatNobodySees_data()
{
    QTest::addColumn<AgentEvent>("end");
    QTest::addColumn<QString>("title");
    QTest::newRow("done") << AgentEvent(doneWith(sampleDesign())) << u"Your roadmap is ready"_s;
    QTest::newRow("failed") << AgentEvent(ErrorEvent {}) << u"The roadmap could not be made"_s;
}

void WindowMannersTest::tellsTheEndOfARunThatNobodySees()
{
    QFETCH(const AgentEvent, end);
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    QSignalSpy told(&window, &MainWindow::runEndedUnseen);
    window.start();
    source.emitEvent(end);
    QCOMPARE(told.size(), 1);
    QTEST(told.first().at(0).toString(), "title");
    QCOMPARE(told.first().at(1).toString(), wish().preferences.learningGoal);

    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.start();
    source.emitEvent(end);
    QCOMPARE(told.size(), 1);
}

void WindowMannersTest::goesOnWhereItBrokeOff()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    window.start();
    source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    press(window, Qt::CTRL | Qt::Key_Period);
    press(window, Qt::SHIFT | Qt::Key_F5);
    QCOMPARE(source.requests().size(), 2);
    QVERIFY(source.finished().last().intent);
    QVERIFY(shows(window, u"Designing your roadmap"_s));

    // Or by the card in the conversation.
    press(window, Qt::CTRL | Qt::Key_Period);
    auto* const card = window.findChild<WorkView*>()->findChildren<StoppedCard*>().last();
    auto* const goOn = card->findChild<QPushButton*>();
    QCOMPARE(goOn->text().remove(u'&'), u"Go on"_s);
    QTRY_VERIFY(goOn->isEnabled());
    goOn->click();
    QCOMPARE(source.requests().size(), 3);
    QVERIFY(source.finished().last().intent);
}

void WindowMannersTest::thePaletteDoesWhatIsChosen()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    press(window, Qt::CTRL | Qt::Key_K);
    auto* const palette = window.findChild<CommandPalette*>();
    QVERIFY(palette != nullptr);
    QVERIFY(palette->isVisible());
    QVERIFY(!offers(*palette).contains(u"Stop"_s)); // nothing runs
    QTest::keyClicks(palette->findChild<QLineEdit*>(), u"keyboard"_s);
    QCOMPARE(offers(*palette), QStringList { u"Keyboard shortcuts"_s });
    QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
    QTRY_VERIFY(window.findChild<ShortcutsDialog*>() != nullptr);
    QTRY_VERIFY(window.findChild<CommandPalette*>() == nullptr);
}

void WindowMannersTest::thePaletteFindsWordsInAnyOrder_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("all") << u""_s
                         << QStringList { u"Open a door"_s, u"Close the door"_s, u"设置"_s,
                                u"Recent: R&D"_s };
    QTest::newRow("part") << u"OPE"_s << QStringList { u"Open a door"_s };
    QTest::newRow("two, turned") << u"door close"_s << QStringList { u"Close the door"_s };
    QTest::newRow("none") << u"window"_s << QStringList();
    QTest::newRow("pinyin") << u"shezhi"_s << QStringList { u"设置"_s };
    QTest::newRow("its initials") << u"sz"_s << QStringList { u"设置"_s };
    QTest::newRow("full width") << u"ｏｐｅｎ"_s << QStringList { u"Open a door"_s };
    QTest::newRow("in a menu within a menu") << u"r&d"_s << QStringList { u"Recent: R&D"_s };
    QTest::newRow("by that menu's name") << u"recent"_s << QStringList { u"Recent: R&D"_s };
}

void WindowMannersTest::thePaletteFindsWordsInAnyOrder()
{
    QFETCH(const QString, words);
    QAction first(u"&Open a door…"_s);
    QAction second(u"Close the door (&C)"_s);
    QAction disabled(u"Open nothing"_s);
    disabled.setEnabled(false);
    QAction chinese(u"设置(&S)…"_s);
    QMenu menu;
    QMenu* const recent = menu.addMenu(u"&Recent"_s);
    QAction* const nested = recent->addAction(u"R&&D"_s);
    CommandPalette palette({ &first, &second, &disabled, &chinese, nested });
    palette.findChild<QLineEdit*>()->setText(words);
    QFETCH(const QStringList, found);
    QTRY_COMPARE(offers(palette), found); // sounds come a moment later
}

void WindowMannersTest::thePaletteOffersKeptRoadmapsAndLevels()
{
    QMenuBar bar;
    const Commands commands(bar);
    commands.recent().addAction(u"Python"_s);
    const CommandPalette palette(commands.offers());
    const QStringList offered = offers(palette);
    for (const QString& each : { u"Open roadmap: Python"_s, u"Show stages"_s, u"Show modules"_s,
             u"Show all concepts"_s, u"Mark as known before"_s, u"Hours a week"_s,
             u"Rename roadmap"_s, u"Remove roadmap"_s })
        QVERIFY2(offered.contains(each), qPrintable(each));
    QVERIFY(!offered.contains(u"Commands"_s));
}

void WindowMannersTest::aConceptInFrontIsMarkedByKey()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    window.start();
    source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    source.emitEvent(CompleteEvent { sampleDesign(), architect });
    source.emitEvent(doneWith(sampleDesign()));
    StudyBook& study = window.findChild<WorkView*>()->roadmap().study();
    const QString first = u"concept-1-1-1"_s;
    QTRY_VERIFY(study.has(first));
    QTreeView& tree = treeOf(window);
    tree.setCurrentIndex(tree.model()->index(0, 0)); // a branch has no state
    QVERIFY(!actionOn(window, Qt::CTRL | Qt::Key_3).isEnabled());
    tree.setCurrentIndex(qobject_cast<RoadmapTreeModel*>(tree.model())->indexOf(first));
    QVERIFY(actionOn(window, Qt::CTRL | Qt::Key_1).isChecked());
    const std::pair<Qt::Key, StudyState> keys[] = { { Qt::Key_2, StudyState::Doing },
        { Qt::Key_4, StudyState::Known }, { Qt::Key_1, StudyState::ToDo },
        { Qt::Key_3, StudyState::Done }, { Qt::Key_D, StudyState::ToDo } };
    for (const auto& [key, state] : keys) {
        press(window, Qt::CTRL | key);
        QCOMPARE(study.state(first), state);
    }
    QVERIFY(actionOn(window, Qt::CTRL | Qt::Key_1).isChecked());
    QVERIFY(!actionOn(window, Qt::CTRL | Qt::Key_3).isChecked());
}

void WindowMannersTest::noTwoCommandsHaveTheSameKeys()
{
    QMenuBar bar;
    const Commands commands(bar);
    QSet<QKeySequence> seen;
    for (const QAction* const action : commands.all()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            QVERIFY2(!seen.contains(keys), qPrintable(action->text() + keys.toString()));
            seen.insert(keys);
        }
    }
}

void WindowMannersTest::allKeysAreListed()
{
    QMenuBar bar;
    const Commands commands(bar);
    const ShortcutsDialog dialog(commands.all());
    const auto* const list = dialog.findChild<QTreeWidget*>();
    for (const QAction* const action : commands.all()) {
        if (action->shortcut().isEmpty())
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(!list->findItems(keys, Qt::MatchContains | Qt::MatchRecursive, 1).isEmpty(),
            qPrintable(keys));
    }
    const QKeySequence sends(Qt::CTRL | Qt::Key_Return);
    const ShortcutsDialog other(commands.all(), SendKey::ControlEnter);
    QVERIFY(!other.findChild<QTreeWidget*>()
                 ->findItems(sends.toString(QKeySequence::NativeText),
                     Qt::MatchExactly | Qt::MatchRecursive, 1)
                 .isEmpty());
}

void WindowMannersTest::dialogsStayInTheirWindow()
{
    QWidget window;
    window.resize(800, 480);
    QMenuBar bar;
    const Commands commands(bar);
    const ShortcutsDialog shortcuts(commands.all(), SendKey::ControlEnter, &window);
    const AboutDialog about(&window);
    for (const QDialog* const dialog :
        { static_cast<const QDialog*>(&shortcuts), static_cast<const QDialog*>(&about) })
        QVERIFY2(dialog->height() < window.height(), dialog->metaObject()->className());
}

void WindowMannersTest::aboutNamesItsLicence()
{
    const AboutDialog about;
    const QString licence = about.findChild<QPlainTextEdit*>()->toPlainText();
    QVERIFY(licence.contains(u"Apache License\nVersion 2.0"_s));
    QVERIFY(licence.contains(u"and distribution as defined by Sections 1 through 9"_s));
    QVERIFY(licence.contains(u"for use, reproduction, and distribution as defined"_s));
    QVERIFY(about.findChild<QTreeWidget*>()->topLevelItemCount() >= 3);
}

void WindowMannersTest::remembersItsPlaceAndThePanesShares()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"window.ini"_s);
    const auto split = [](const MainWindow& window) {
        return window.findChild<WorkView*>()->findChild<QSplitter*>()->sizes();
    };
    QList<int> chosen;
    {
        WindowMemory memory(file);
        ScriptedSource source;
        MainWindow window(
            source, m_settings.all(), wish(), { .library = nullptr, .memory = &memory });
        window.resize(900, 500);
        window.show();
        window.start();
        auto* const splitter = window.findChild<WorkView*>()->findChild<QSplitter*>();
        // As by hand: the splitter tells of its handle alone.
        splitter->setSizes({ 300, 600 });
        Q_EMIT splitter->splitterMoved(300, 1);
        chosen = split(window);
        source.emitEvent(doneWith(sampleDesign()));
        QVERIFY(window.close());
    }
    WindowMemory memory(file);
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish(), { .library = nullptr, .memory = &memory });
    window.show();
    QCOMPARE(window.size(), QSize(900, 500));
    window.start();
    QTRY_VERIFY(std::abs(split(window).at(0) - chosen.at(0)) <= 2);
}

void WindowMannersTest::aLongGoalIsNoHarm()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"window.ini"_s);
    const QString longest = u"\U0001F600"_s.repeated(requestLimits::goalCharacters);
    {
        WindowMemory memory(file);
        memory.keepShare(u"conversation"_s, 0.5);
        memory.keepGoal(longest.repeated(20));
    }
    const WindowMemory memory(file);
    QVERIFY(memory.share(u"conversation"_s));
    QCOMPARE(memory.goal(), longest);
}

void WindowMannersTest::aDamagedMemoryIsNone_data()
{
    const QByteArray unusable
        = "[window]\ngeometry=@ByteArray(\\x0\\xff)\n[shares]\nconversation=many\n";
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no geometry, no number") << unusable;
    QTest::newRow("too large") << QByteArray("[shares]\nconversation=0.5\n")
            + QByteArray("; padding\n").repeated(50'000);
}

void WindowMannersTest::aDamagedMemoryIsNone()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"window.ini"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    WindowMemory memory(path);
    QVERIFY(!memory.share(u"conversation"_s));
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish(), { .library = nullptr, .memory = &memory });
    QVERIFY(window.width() > 400);
}

QTEST_MAIN(WindowMannersTest)

#include "WindowMannersTest.moc"
