// SPDX-License-Identifier: Apache-2.0
#include "core/llm/HttpChatModel.h"
#include "core/workflow/LlmSource.h"
#include "core/workflow/OfflineSource.h"
#include "tests/e2e/ModelAnswers.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/ui/TestSettings.h"
#include "ui/MainWindow.h"
#include "ui/chat/ErrorCard.h"
#include "ui/chat/IntentCard.h"
#include "ui/chat/ProseView.h"
#include "ui/start/GoalEdit.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

constexpr int patience = 20'000; // milliseconds, for slow machines under a sanitizer

/// All words of the agents that the conversation shows.
QString shownWords(const MainWindow& window)
{
    QString words;
    for (const ProseView* prose : window.findChildren<ProseView*>())
        words += prose->toPlainText() + u'\n';
    return words;
}

int rows(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    int count = model.rowCount(parent);
    for (int row = 0; row < model.rowCount(parent); ++row)
        count += rows(model, model.index(row, 0, parent));
    return count;
}

int treeRows(const MainWindow& window)
{
    const auto* tree = window.findChild<QTreeView*>(u"roadmap"_s);
    return tree == nullptr ? 0 : rows(*tree->model());
}

QAction& actionWith(const MainWindow& window, const QKeySequence& shortcut)
{
    const auto actions = window.findChildren<QAction*>();
    const auto found = std::ranges::find(
        actions, shortcut, [](const QAction* action) { return action->shortcut(); });
    if (found == actions.end())
        qFatal("no action has this shortcut");
    return **found;
}

LearnerRequest wish()
{
    LearnerRequest request;
    request.preferences.learningGoal = u"Web development with Python"_s;
    return request;
}

/// 3 stages, 6 modules, 24 concepts.
constexpr int sampleRows = 33;

/// A model behind a scripted server, and the window on it.
struct ModelWindow {
    ScriptedHttpServer server;
    HttpChatModel model { { .baseUrl = server.url(u"/v1"_s), .model = {}, .apiKey = {} } };
    LlmSource source { { model }, { .rounds = 0 }, u"scripted"_s };
    TestSettings settings {};
    MainWindow window { source, settings.all(), wish() };

    ModelWindow()
    {
        window.resize(1100, 700);
        window.show();
    }
};

} // namespace

/// The real window, from the wish to the tree, over real sources.
class WindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTypedWishBecomesATreeWithoutAnyModel()
    {
        OfflineSource source;
        MainWindow window(source, m_settings.all(), {});
        window.resize(1100, 700);
        window.show();
        auto* goal = window.findChild<GoalEdit*>();
        QVERIFY(goal != nullptr);
        QTest::keyClicks(goal, u"python web"_s);
        QTest::keyClick(goal, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(treeRows(window) > 40, patience);
        QVERIFY(window.findChild<IntentCard*>() != nullptr);
        QTRY_VERIFY(shownWords(window).contains(u"built-in"_s));
        QVERIFY(!shownWords(window).contains(u'{'));
    }

    void aModelsWordsShowWhileItSpeaksThenTheTree()
    {
        ModelWindow test;
        test.server.enqueue(heldAfter(u"The first words"_s, fenced(toJson(sample::intent()))));
        test.server.enqueue(heldAfter(u"Three stages"_s, designText()));
        test.window.start();
        QTRY_VERIFY_WITH_TIMEOUT(shownWords(test.window).contains(u"The first words"_s), patience);
        QVERIFY(test.window.findChild<IntentCard*>() == nullptr);
        test.server.release();
        QTRY_VERIFY_WITH_TIMEOUT(shownWords(test.window).contains(u"Three stages"_s), patience);
        QVERIFY(test.window.findChild<IntentCard*>() != nullptr);
        QCOMPARE(treeRows(test.window), 0);
        test.server.release();
        QTRY_COMPARE_WITH_TIMEOUT(treeRows(test.window), sampleRows, patience);
        QVERIFY(!shownWords(test.window).contains(u"concept_id"_s));
    }

    void stopClosesTheConnectionAndKeepsTheWords()
    {
        ModelWindow test;
        test.server.enqueue(heldAfter(u"The first words"_s, {}));
        QSignalSpy closed(&test.server, &ScriptedHttpServer::clientClosed);
        test.window.start();
        QTRY_VERIFY_WITH_TIMEOUT(shownWords(test.window).contains(u"The first words"_s), patience);
        actionWith(test.window, Qt::CTRL | Qt::Key_Period).trigger();
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(shownWords(test.window).contains(u"The first words"_s));
        QVERIFY(!test.source.isRunning());
    }

    void anErrorStandsBesideTheWordsAndTryingAgainGoesOn()
    {
        ModelWindow test;
        test.server.enqueue(streamed(intentText()));
        test.server.enqueue({ .status = 500,
            .contentType = "application/json",
            .pieces = { { openAiError(u"out of memory"_s) } } });
        test.window.start();
        QTRY_VERIFY_WITH_TIMEOUT(test.window.findChild<ErrorCard*>() != nullptr, patience);
        QVERIFY(shownWords(test.window).contains(u"You want to build web sites."_s));
        QVERIFY(test.window.findChild<IntentCard*>() != nullptr);

        test.server.enqueue(streamed(intentText()));
        test.server.enqueue(streamed(designText()));
        auto* retry = test.window.findChild<ErrorCard*>()->findChild<QPushButton*>();
        QVERIFY(retry != nullptr);
        retry->click();
        QTRY_COMPARE_WITH_TIMEOUT(treeRows(test.window), sampleRows, patience);
        QVERIFY(shownWords(test.window).contains(u"You want to build web sites."_s));
    }

    void closingTheWindowInTheMiddleClosesTheConnection()
    {
        ScriptedHttpServer server;
        QSignalSpy closed(&server, &ScriptedHttpServer::clientClosed);
        server.enqueue(heldAfter(u"The first words"_s, {}));
        HttpChatModel model({ .baseUrl = server.url(u"/v1"_s), .model = {}, .apiKey = {} });
        LlmSource source({ model }, { .rounds = 0 }, u"scripted"_s);
        {
            MainWindow window(source, m_settings.all(), wish());
            window.show();
            window.start();
            QTRY_VERIFY_WITH_TIMEOUT(shownWords(window).contains(u"The first words"_s), patience);
        }
        QTRY_COMPARE(closed.size(), 1);
    }

private:
    TestSettings m_settings;
};

QTEST_MAIN(WindowTest)
#include "WindowTest.moc"
