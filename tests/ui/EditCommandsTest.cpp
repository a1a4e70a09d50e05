// SPDX-License-Identifier: Apache-2.0
#include "ui/window/EditCommands.h"
#include "RunWindow.h"
#include "ui/chat/ChatView.h"
#include "ui/start/GoalForm.h"
#include "ui/start/StartPage.h"
#include "ui/window/CommandPalette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

QAction& commandOf(const QWidget& window, const QKeySequence& keys)
{
    for (QAction* const action : window.findChildren<QAction*>()) {
        if (action->shortcut() == keys)
            return *action;
    }
    qFatal("no such command");
}

QPlainTextEdit& goalOf(const MainWindow& window)
{
    return *window.findChild<StartPage*>()->form().findChild<QPlainTextEdit*>();
}

QStringList offers(MainWindow& window)
{
    commandOf(window, Qt::CTRL | Qt::Key_K).trigger();
    auto* const palette = window.findChild<CommandPalette*>();
    QStringList texts;
    const auto* const list = palette->findChild<QListWidget*>();
    for (int row = 0; row < list->count(); ++row)
        texts.append(list->item(row)->text());
    palette->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return texts;
}

} // namespace

/// The menu's commands for text, and others that depend on what is in front.
class EditCommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The offscreen platform says this whenever a window is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_source = std::make_unique<ScriptedSource>();
        m_window = std::make_unique<MainWindow>(*m_source, m_settings.all(), wish());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void actOnTheFieldThatHasTheKeyboard()
    {
        QPlainTextEdit& goal = goalOf(*m_window);
        QAction& cut = commandOf(*m_window, QKeySequence::Cut);
        QAction& copy = commandOf(*m_window, QKeySequence::Copy);
        QAction& paste = commandOf(*m_window, QKeySequence::Paste);
        QAction& all = commandOf(*m_window, QKeySequence::SelectAll);
        QGuiApplication::clipboard()->clear();
        goal.setFocus();
        goal.setPlainText(u"Rust"_s);
        QVERIFY(!cut.isEnabled() && !copy.isEnabled());
        QVERIFY(!paste.isEnabled());
        QVERIFY(all.isEnabled());
        all.trigger();
        QVERIFY(cut.isEnabled() && copy.isEnabled());
        cut.trigger();
        QCOMPARE(goal.toPlainText(), QString());
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Rust"_s);
        QVERIFY(!all.isEnabled());
        QVERIFY(paste.isEnabled());
        paste.trigger();
        paste.trigger();
        QCOMPARE(goal.toPlainText(), u"RustRust"_s);
        goal.selectAll();
        copy.trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"RustRust"_s);
    }

    void aMenuOnlyBorrowsTheKeyboard()
    {
        QPlainTextEdit& goal = goalOf(*m_window);
        goal.setFocus();
        goal.setPlainText(u"Rust"_s);
        goal.selectAll();
        m_window->findChild<QMenuBar*>()->setFocus(Qt::MenuBarFocusReason);
        QVERIFY(commandOf(*m_window, QKeySequence::Cut).isEnabled());
        commandOf(*m_window, QKeySequence::Cut).trigger();
        QCOMPARE(goal.toPlainText(), QString());
    }

    void allOfTheConversationIsSelectedInIt()
    {
        m_window->start();
        m_source->emitEvent(ChunkEvent { u"Words of an agent.\n\n"_s, analyzer });
        auto& chat = *m_window->findChild<ChatView*>();
        QAction& all = commandOf(*m_window, QKeySequence::SelectAll);
        QAction& copy = commandOf(*m_window, QKeySequence::Copy);
        chat.setFocus();
        QVERIFY(all.isEnabled());
        QVERIFY(!copy.isEnabled());
        all.trigger();
        QVERIFY(copy.isEnabled());
        copy.trigger();
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"Words of an agent."_s));
        treeOf(*m_window).setFocus();
        QVERIFY(!all.isEnabled());
        QVERIFY(copy.isEnabled()); // what is selected there stays so
    }

    void thePaletteNamesWhatWouldBeDone()
    {
        m_window->start();
        m_source->emitEvent(CompleteEvent { sampleDesign(), architect });
        QVERIFY(offers(*m_window).contains(u"Hide conversation"_s));
        commandOf(*m_window, Qt::Key_F9).trigger();
        const QStringList offered = offers(*m_window);
        QVERIFY(offered.contains(u"Show conversation"_s));
        QVERIFY(!offered.contains(u"Hide conversation"_s));
    }

    void escapeLeadsBackToWhatIsBehind()
    {
        auto* const start = m_window->findChild<StartPage*>();
        press(*m_window, QKeyCombination(Qt::Key_Escape)); // there is nothing
        QVERIFY(start->isVisible());
        m_window->start();
        press(*m_window, Qt::CTRL | Qt::Key_N);
        QVERIFY(start->isVisible());
        QVERIFY(goalOf(*m_window).hasFocus());
        press(*m_window, QKeyCombination(Qt::Key_Escape));
        QVERIFY(!start->isVisible());
        QCOMPARE(m_source->cancelled(), 0);
    }

private:
    TestSettings m_settings;
    std::unique_ptr<ScriptedSource> m_source;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(EditCommandsTest)
#include "EditCommandsTest.moc"
