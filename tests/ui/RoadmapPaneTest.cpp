// SPDX-License-Identifier: Apache-2.0
// The roadmap's pane: its findings in one line, and the details that can be closed.
#include "RunWindow.h"
#include "ui/chat/ChatView.h"
#include "ui/look/FoldButton.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/FindingsPanel.h"
#include "ui/roadmap/RoadmapView.h"

#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

Finding finding(Severity severity)
{
    return { u"W1"_s, severity, {}, u"Issue."_s, {} };
}

} // namespace

class RoadmapPaneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The offscreen platform says this whenever a window is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void findingsAreCountedByHowGraveTheyAre_data()
    {
        QTest::addColumn<QList<Severity>>("found");
        QTest::addColumn<bool>("isReviewed");
        QTest::addColumn<QString>("text");
        using enum Severity;
        const QList<Severity> all { Suggestion, Warning, Critical, Warning, Critical, Warning };
        QTest::newRow("all") << all << false << u"2 critical, 4 remark(s)"_s;
        QTest::newRow("the score first")
            << all << true << u"Check: 77 of 100 · 2 critical, 4 remark(s)"_s;
        QTest::newRow("only what there is")
            << QList { Suggestion } << true << u"Check: 77 of 100, good · 1 remark(s)"_s;
        QTest::newRow("none") << QList<Severity>() << true
                              << u"Check: 77 of 100, good · no remarks"_s;
    }
    void findingsAreCountedByHowGraveTheyAre()
    {
        QFETCH(const QList<Severity>, found);
        QFETCH(const bool, isReviewed);
        FindingsPanel panel([](const QString& id) { return id; });
        Validation validation;
        validation.overallScore = 77;
        if (isReviewed)
            panel.setReview(validation);
        for (const Severity severity : found)
            panel.add(finding(severity));
        QTEST(panel.findChild<FoldButton*>()->text(), "text");
    }

    void theConversationLeadsToTheFindings()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        const auto& panel = *window.findChild<FindingsPanel*>();
        auto& chat = *window.findChild<ChatView*>();
        Q_EMIT chat.remarksWanted();
        QVERIFY(!panel.isUnfolded());
        source.emitEvent(FindingEvent { finding(Severity::Warning) });
        Q_EMIT chat.remarksWanted();
        QVERIFY(panel.isUnfolded());
        QVERIFY(panel.isAncestorOf(window.focusWidget()));
    }

    void whoBeginsToLearnHasTheRoomOfTheFindings()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.resize(1000, 700);
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(FindingEvent { finding(Severity::Warning) });
        source.emitEvent(doneWith(sampleDesign()));
        auto& chat = *window.findChild<ChatView*>();
        Q_EMIT chat.remarksWanted();
        const auto& panel = *window.findChild<FindingsPanel*>();
        QVERIFY(panel.isUnfolded());
        Q_EMIT chat.studyRequested();
        QVERIFY(!panel.isUnfolded());
    }

    void detailsCanBeClosed_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("Escape") << true;
    }
    void detailsCanBeClosed()
    {
        QFETCH(const bool, byKey);
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        QTreeView& tree = treeOf(window);
        const auto& details = *window.findChild<ConceptPane*>();
        tree.setFocus();
        tree.setCurrentIndex(tree.model()->index(1, 0));
        QVERIFY(details.isVisible());
        const auto close = [&] {
            if (byKey)
                press(window, QKeyCombination(Qt::Key_Escape));
            else
                details.findChild<QToolButton*>(u"close"_s)->click();
        };
        close();
        QVERIFY(!details.isVisible());
        QCOMPARE(tree.currentIndex().row(), 1); // the keyboard stays where it was
        source.emitEvent(CompleteEvent {
            RoadmapEdit { sampleDesign().framework, {}, {}, {} }, AgentId::RoadmapEditor });
        QVERIFY(!details.isVisible());

        tree.setCurrentIndex(tree.model()->index(0, 0));
        QVERIFY(details.isVisible());
        close();
        Q_EMIT tree.clicked(tree.currentIndex());
        QVERIFY(details.isVisible());
        close();
        // With nothing to close it does nothing; least of all does it stop the run.
        press(window, QKeyCombination(Qt::Key_Escape));
        QCOMPARE(source.cancelled(), 0);
    }

    void theMenuOfAnotherRowKeepsThemOpen()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.resize(1200, 900);
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        QTreeView& tree = treeOf(window);
        const auto& details = *window.findChild<ConceptPane*>();
        const auto middleOf
            = [&tree](int row) { return tree.visualRect(tree.model()->index(row, 0)).center(); };
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, middleOf(0));
        QVERIFY(details.isVisible());
        QTest::mouseClick(tree.viewport(), Qt::RightButton, {}, middleOf(1));
        QCOMPARE(tree.currentIndex().row(), 1);
        QVERIFY(details.isVisible());
    }

private:
    TestSettings m_settings;
};

QTEST_MAIN(RoadmapPaneTest)
#include "RoadmapPaneTest.moc"
