// SPDX-License-Identifier: Apache-2.0
#include "RunWindow.h"
#include "StarTranslator.h"
#include "ui/WorkView.h"
#include "ui/chat/ErrorCard.h"
#include "ui/chat/IntentCard.h"
#include "ui/chat/MessageBubble.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/RetryCard.h"
#include "ui/chat/RunNotes.h"
#include "ui/chat/StatusLine.h"
#include "ui/chat/StoppedCard.h"
#include "ui/classroom/JoinDialog.h"
#include "ui/look/ActivityBar.h"
#include "ui/settings/AddProviderDialog.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/start/GoalEdit.h"
#include "ui/start/StartPage.h"

#include <QApplication>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

/// What the bar above a run offers, without mnemonics.
QStringList barButtons(const QWidget& window)
{
    QStringList texts;
    for (const QPushButton* const button :
        window.findChild<RunBar*>()->findChildren<QPushButton*>())
        if (button->isVisible())
            texts.append(button->text().remove(u'&'));
    return texts;
}

/// The way back that the start page offers, without a mnemonic; empty: none.
QString backButton(const QWidget& window)
{
    for (const QPushButton* const button :
        window.findChild<StartPage*>()->findChildren<QPushButton*>()) {
        QString text = button->text().remove(u'&');
        if (!button->isHidden() && text.startsWith(u"Back"_s))
            return text;
    }
    return {};
}

void runToTheEnd(ScriptedSource& source)
{
    source.emitEvent(ChunkEvent { u"I see what you want."_s, analyzer });
    source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    source.emitEvent(ChunkEvent { u"Here is a plan."_s, architect });
    source.emitEvent(CompleteEvent { sampleDesign(), architect });
    source.emitEvent(doneWith(sampleDesign()));
}

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The offscreen platform says this whenever a window is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void theStartPageIsAllThatIsBuiltAtFirst()
    {
        ScriptedSource source;
        const MainWindow window(source, m_settings.all(), {});
        QVERIFY(window.findChild<StartPage*>() != nullptr);
        QVERIFY(window.findChild<WorkView*>() == nullptr);
        QVERIFY(window.findChild<QTextBrowser*>() == nullptr);
        QVERIFY(window.findChild<QTreeView*>() == nullptr);
    }

    void fromTheWishToTheTree()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        QTest::keyClick(window.findChild<GoalEdit*>(), Qt::Key_Return);
        QCOMPARE(source.requests().size(), 1);
        QCOMPARE(source.requests().at(0).userId, u"user"_s);
        QVERIFY(!source.requests().at(0).sessionId.isEmpty());
        QVERIFY(shows(window, u"Analysing your goal"_s));
        QVERIFY(shows(*window.findChild<WishBubble*>(), u"学习 Python Web 开发"_s));

        source.emitEvent(ChunkEvent { u"I see."_s, analyzer });
        QTRY_COMPARE(window.findChild<ProseView*>()->toPlainText(), u"I see."_s);
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        QVERIFY(window.findChild<IntentCard*>() != nullptr);
        QVERIFY(shows(window, u"Designing your roadmap"_s));
        QCOMPARE(treeOf(window).model()->rowCount(), 0);
        QVERIFY(shows(window, u"Your roadmap appears here"_s));

        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        QCOMPARE(treeOf(window).model()->rowCount(), 3);
        QVERIFY(treeOf(window).isExpanded(treeOf(window).model()->index(0, 0)));
        source.emitEvent(doneWith(sampleDesign()));
        QVERIFY(shows(window, u"Ready"_s));
        QVERIFY(shows(window, u"A sample roadmap"_s));
    }

    void aRemarkStandsAtTheFootAsPlainWords()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        const QString sentence = u"The key is kept for this session only."_s;
        window.remark(u"The key is kept\nfor this session only."_s);
        QCOMPARE(remarkIn(window), sentence);
        QVERIFY(announces(window, sentence));
    }

    void noRemarkMovesWhatIsInTheWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(1120, 720);
        QTest::newRow("small") << QSize(800, 480);
        QTest::newRow("smallest") << QSize(480, 320);
    }
    void noRemarkMovesWhatIsInTheWindow()
    {
        QFETCH(const QSize, size);
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.resize(size);
        window.show();
        const QRect before = window.centralWidget()->geometry();
        QCOMPARE(before.bottom(), window.rect().bottom());
        window.remark(u"What was said lies over what is there, however long it is. "_s.repeated(3));
        const auto& remark = *window.findChild<PassingRemark*>();
        QVERIFY(remark.isVisible());
        QVERIFY(window.rect().contains(remark.geometry()));
        QVERIFY(remark.height() >= remark.layout()->totalHeightForWidth(remark.width()));
        QVERIFY(remark.focusPolicy() == Qt::NoFocus);
        QCOMPARE(window.centralWidget()->geometry(), before);
        window.resize(size + QSize(100, 50));
        QVERIFY(remark.geometry().bottom() > before.bottom());
        remark.findChild<QToolButton*>()->click();
        QVERIFY(!remark.isVisible());
        QVERIFY(remarkIn(window).isEmpty());
        QCOMPARE(window.centralWidget()->geometry().bottom(), window.rect().bottom());
    }

    void aWarningStaysAndWhatPassesWaits()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        auto& remark = *window.findChild<PassingRemark*>();
        auto& close = *remark.findChild<QToolButton*>();
        window.remark(u"Unread."_s);
        QCOMPARE(close.focusPolicy(), Qt::NoFocus);
        window.warn(u"Not kept."_s);
        window.warn(u"Not kept."_s);
        window.warn(u"Not written."_s);
        QCOMPARE(remark.sentence(), u"Not kept."_s);
        QVERIFY(announces(window, u"Not kept."_s));
        QCOMPARE(close.focusPolicy(), Qt::TabFocus); // else no key closes it
        window.remark({});
        window.remark(u"Undone."_s);
        QCOMPARE(remark.sentence(), u"Not kept."_s);
        close.click();
        QCOMPARE(remark.sentence(), u"Not written."_s);
        remark.withdraw(u"Not written."_s);
        QCOMPARE(remark.sentence(), u"Undone."_s);
        QVERIFY(remark.isVisible());
        close.click();
        QVERIFY(!remark.isVisible());
    }

    void aLinkAsksToJoinItsClass()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish(), {}, { .makeSearch = [] {
            return std::make_unique<HubSearch>(
                1, QList<QHostAddress> { QHostAddress(QHostAddress::LocalHost) }, 1ms);
        } });
        window.show();
        window.takeJoinLink(u"roadloom://join/192.168.1.20?code=ABCD2345"_s);
        QVERIFY(window.findChild<JoinDialog*>() == nullptr);
        QVERIFY(remarkIn(window).contains(u"link"_s));
        QVERIFY(!remarkIn(window).contains(u"ABCD2345"_s));
        window.takeJoinLink(
            joinLinkText({ .hub = QUrl(u"http://192.168.1.20:8000"_s), .code = "ABCD2345" }));
        const auto* const dialog = window.findChild<JoinDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        const auto fields = dialog->findChildren<QLineEdit*>();
        QCOMPARE(fields.at(0)->text(), u"http://192.168.1.20:8000"_s);
        QCOMPARE(fields.at(1)->text(), u"ABCD-2345"_s);
    }

    void aLinkIsRefusedWhereTheAdministratorSaysSo()
    {
        ScriptedSource source;
        Settings settings = m_settings.all();
        settings.policy.mayAddModels = false;
        MainWindow window(source, settings, wish(), {},
            { .makeSearch = [] { return std::make_unique<HubSearch>(); } });
        window.show();
        window.takeJoinLink(
            joinLinkText({ .hub = QUrl(u"http://192.168.1.20:8000"_s), .code = "ABCD2345" }));
        QVERIFY(window.findChild<JoinDialog*>() == nullptr);
        QVERIFY(remarkIn(window).contains(u"administrator"_s));
    }

    void startUsesTheForm()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.start();
        QCOMPARE(source.requests().size(), 1);
        MainWindow blank(source, m_settings.all(), {});
        blank.start();
        QCOMPARE(source.requests().size(), 1);
    }

    void onlyItsOwnKeysStopARun()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(ChunkEvent { u"Some words"_s, analyzer });
        press(window, QKeyCombination(Qt::Key_Escape)); // clears and closes, however often
        press(window, QKeyCombination(Qt::Key_Escape));
        QCOMPARE(source.cancelled(), 0);
        press(window, Qt::CTRL | Qt::Key_Period);
        QCOMPARE(source.cancelled(), 1);
        QVERIFY(shows(window, u"Stopped"_s));
        QCOMPARE(window.findChild<ProseView*>()->toPlainText(), u"Some words"_s);
    }

    void tryAgainIsAnotherRunForTheSameWish()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(ChunkEvent { u"First words"_s, analyzer });
        source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, {} }, analyzer });
        QVERIFY(shows(window, u"Failed"_s));
        window.findChild<ErrorCard*>()->findChild<QPushButton*>()->click();
        QCOMPARE(source.requests().size(), 2);
        QCOMPARE(source.requests().at(1).preferences, source.requests().at(0).preferences);
        QVERIFY(source.requests().at(1).sessionId != source.requests().at(0).sessionId);
        QVERIFY(shows(window, u"Analysing your goal"_s));
        QCOMPARE(window.findChild<ProseView*>()->toPlainText(), u"First words"_s);
        runToTheEnd(source);
        QVERIFY(shows(window, u"Ready"_s));
    }

    void saysWhatTheRunWaitsFor()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        QVERIFY(shows(window, u"Waiting for the answer to begin …"_s));
        window.findChild<StatusLine*>()->setPatience({});
        source.emitWait(WaitFor::Connection, 15s);
        QVERIFY(shows(window, u"Connecting · "_s));
        source.emitWait(WaitFor::FirstWord, 5min);
        QVERIFY(shows(window, u"Waiting for the answer to begin · "_s));
        press(window, Qt::CTRL | Qt::Key_Period);
        QVERIFY(!shows(window, u"Waiting for"_s));
    }

    void aFailedTryCanBeRepeatedAtOnceOrStopped()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitWait(WaitFor::FirstWord, 5min);
        source.emitEvent(AttemptFailedEvent { analyzer, u"Overloaded."_s, 20s });
        QTRY_VERIFY(shows(window, u"Trying again in "_s));
        QVERIFY(!shows(window, u"Waiting for"_s));
        window.findChild<RetryCard*>()->findChildren<QPushButton*>().at(0)->click();
        QCOMPARE(source.retriedNow(), 1);
        QVERIFY(shows(window, u"Tried again after: Overloaded."_s));
        source.emitEvent(AttemptFailedEvent { analyzer, u"Still."_s, 20s });
        window.findChild<RetryCard*>()->findChildren<QPushButton*>().at(1)->click();
        QCOMPARE(source.cancelled(), 1);
        QVERIFY(shows(window, u"Stopped"_s));
        QTRY_VERIFY(shows(window, u"Not tried again after: Still."_s));
    }

    void aFailureThatSettingsCureLeadsThere()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(ErrorEvent { { ErrorKind::Authentication, u"No key."_s, {} }, analyzer });
        window.findChild<ErrorCard*>()->findChild<QPushButton*>()->click();
        QVERIFY(window.findChild<SettingsDialog*>() != nullptr);
        QVERIFY(window.findChild<AddProviderDialog*>() == nullptr);
        QCOMPARE(source.requests().size(), 1);
    }

    void aGoalThatTheLibraryLacksLeadsToAModel()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(
            ErrorEvent { { ErrorKind::NotCovered, u"Nothing on it."_s, {} }, analyzer });
        window.findChild<ErrorCard*>()->findChild<QPushButton*>()->click();
        QTRY_VERIFY(window.findChild<AddProviderDialog*>() != nullptr);
    }

    void aGoalThatTheLibraryLacksLeadsToTheForm()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(
            ErrorEvent { { ErrorKind::NotCovered, u"Nothing on it."_s, {} }, analyzer });
        QCOMPARE(barButtons(window), QStringList { u"New goal"_s });
        window.findChild<ErrorCard*>()->findChildren<QPushButton*>().last()->click();
        QVERIFY(window.findChild<StartPage*>()->isVisible());
        QVERIFY(backButton(window).isEmpty()); // there is nothing to see
        // Somebody else may have something on it.
        Q_EMIT source.titleChanged();
        Q_EMIT window.findChild<StartPage*>()->returnRequested();
        QCOMPARE(barButtons(window), (QStringList { u"Try again"_s, u"New goal"_s }));
    }

    void theStartPageSaysWhatIsBehindIt()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        QVERIFY(backButton(window).isEmpty());
        window.start();
        press(window, Qt::CTRL | Qt::Key_N);
        QCOMPARE(backButton(window), u"Back to the run"_s);
        source.emitEvent(ProgressEvent { WorkflowStep::CurriculumDesign, 45, {} });
        QCOMPARE(backButton(window), u"Back to the run (45%)"_s);
        source.emitEvent(doneWith(sampleDesign()));
        QCOMPARE(backButton(window), u"Back to the roadmap"_s);
        window.start();
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, {} }, architect });
        press(window, Qt::CTRL | Qt::Key_N);
        QCOMPARE(backButton(window), u"Back to the run"_s); // it can go on
        window.start();
        press(window, Qt::CTRL | Qt::Key_Period);
        press(window, Qt::CTRL | Qt::Key_N);
        QCOMPARE(backButton(window), u"Back to the stopped run"_s);
        window.start();
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        press(window, Qt::CTRL | Qt::Key_Period);
        press(window, Qt::CTRL | Qt::Key_N);
        QCOMPARE(backButton(window), u"Back to the roadmap"_s); // which is whole
    }

    void theBarOffersWhatCanBeDone()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        QCOMPARE(barButtons(window), (QStringList { u"Stop"_s, u"New goal"_s }));
        press(window, QKeyCombination(Qt::ALT | Qt::Key_T)); // stops
        QTRY_COMPARE(source.cancelled(), 1);
        QCOMPARE(barButtons(window), (QStringList { u"Start over"_s, u"New goal"_s }));
        auto* const over = window.findChild<StoppedCard*>()->findChildren<QPushButton*>().last();
        QCOMPARE(over->text().remove(u'&'), u"Start over"_s);
        // Not at once: a second click where Stop was must not begin a new run.
        QVERIFY(!over->isEnabled());
        QTRY_VERIFY(over->isEnabled());
        over->click();
        QTRY_COMPARE(source.requests().size(), 2);
        QVERIFY(!over->isVisible());
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, {} }, architect });
        QCOMPARE(barButtons(window), (QStringList { u"Go on"_s, u"New goal"_s }));
    }

    void theBarTellsTimeFromTheFirstSecondOn()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        QTRY_VERIFY(shows(window, u"0:01"_s));
        window.start();
        QVERIFY(!shows(window, u"0:00"_s));
    }

    void somethingMovesWhileTheRunIsOn()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        QVERIFY(window.findChild<ActivityBar*>()->isVisible());
        runToTheEnd(source);
        QVERIFY(!window.findChild<ActivityBar*>()->isVisible());
    }

    void theEmptyRoadmapSaysWhatBecameOfTheRun()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        QVERIFY(shows(window, u"Your roadmap appears here"_s));
        press(window, Qt::CTRL | Qt::Key_Period);
        QVERIFY(shows(window, u"You stopped before there was a roadmap."_s));
        press(window, QKeyCombination(Qt::Key_F5));
        QVERIFY(shows(window, u"Your roadmap appears here"_s));
        source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, {} }, analyzer });
        QVERIFY(shows(window, u"No roadmap: the run failed."_s));
    }

    void mostOfTheRoomIsWhereSomethingHappens()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        const auto& splitter = *window.findChild<WorkView*>()->findChild<QSplitter*>(
            QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY(splitter.sizes().at(0) > splitter.sizes().at(1));
        runToTheEnd(source);
        QTRY_VERIFY(splitter.sizes().at(0) < splitter.sizes().at(1));
    }

    void newGoalKeepsTheFormAndTheRun()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        press(window, Qt::CTRL | Qt::Key_N);
        QCOMPARE(source.cancelled(), 0);
        QVERIFY(window.findChild<StartPage*>()->isVisible());
        QCOMPARE(window.findChild<GoalEdit*>()->toPlainText(), wish().preferences.learningGoal);
        source.emitEvent(doneWith(sampleDesign()));
        window.start();
        QCOMPARE(source.requests().size(), 2);
        QVERIFY(window.findChild<WorkView*>()->isVisible());
    }

    void nothingRunsUnseenFromTheStartPage()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        press(window, Qt::CTRL | Qt::Key_Period);
        press(window, Qt::CTRL | Qt::Key_N);
        press(window, QKeyCombination(Qt::Key_F5));
        QCOMPARE(source.requests().size(), 1);
        press(window, QKeyCombination(Qt::Key_F6));
        QCOMPARE(window.focusWidget(), window.findChild<GoalEdit*>());

        Q_EMIT window.findChild<StartPage*>()->returnRequested();
        QVERIFY(window.findChild<WorkView*>()->isVisible());
        press(window, QKeyCombination(Qt::Key_F5));
        QCOMPARE(source.requests().size(), 2);
        QVERIFY(shows(window, u"Analysing your goal"_s));
    }

    void aWindowThatGoesLeavesItsRun()
    {
        ScriptedSource source;
        {
            MainWindow window(source, m_settings.all(), wish());
            window.start();
        }
        QCOMPARE(source.left(), 1);
        QVERIFY(!source.isRunning());
    }

    void switchesPanesByKey()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        runToTheEnd(source);
        press(window, QKeyCombination(Qt::Key_F6));
        QCOMPARE(window.focusWidget(), &treeOf(window));
        press(window, QKeyCombination(Qt::Key_F6));
        QVERIFY(window.focusWidget() != &treeOf(window));
    }

    void changesItsLanguageAtOnce()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        runToTheEnd(source);
        StarTranslator translator;
        QCoreApplication::installTranslator(&translator);
        QTRY_VERIFY(shows(window, u"* Ready"_s));
        QVERIFY(shows(window, u"* Your goal, as understood"_s));
        QCOMPARE(treeOf(window).model()->headerData(0, Qt::Horizontal).toString(), u"* Learn"_s);
        QVERIFY(window.menuBar()->actions().constFirst()->text().startsWith(u"* "_s));
        QCoreApplication::removeTranslator(&translator);
        QTRY_VERIFY(shows(window, u"Ready"_s) && !shows(window, u"* Ready"_s));
    }

    void followsThePalette()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        runToTheEnd(source);
        const QPalette before = QApplication::palette();
        QPalette dark(QColor(0x30, 0x30, 0x30));
        dark.setColor(QPalette::Base, QColor(0x20, 0x20, 0x20));
        QApplication::setPalette(dark);
        const auto isDarkAtTheBottom = [&window] {
            const QImage shot = window.grab().toImage();
            return shot.pixelColor(shot.width() / 4, shot.height() - 4).lightness() < 80;
        };
        QTRY_VERIFY(isDarkAtTheBottom());
        QApplication::setPalette(before);
    }

    void stacksItsPanesWhereThereIsLittleRoom()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.start();
        window.show();
        window.resize(800, 480);
        const auto* const splitter = window.findChild<WorkView*>()->findChild<QSplitter*>(
            QString(), Qt::FindDirectChildrenOnly);
        QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
        QCOMPARE(window.size(), QSize(800, 480));
        window.resize(560, 480);
        QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
        QCOMPARE(window.size(), QSize(560, 480));
    }

private:
    TestSettings m_settings;
};

QTEST_MAIN(MainWindowTest)
#include "MainWindowTest.moc"
