// SPDX-License-Identifier: Apache-2.0
// The window while a roadmap grows in it: node by node, stopped, tried again, confirmed.
#include "RunWindow.h"
#include "ui/chat/ErrorCard.h"
#include "ui/chat/ReviewCard.h"
#include "ui/look/FoldButton.h"
#include "ui/roadmap/FindingsPanel.h"

#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

ChunkEvent outlineChunk()
{
    return { u"Words.\n```json\n{\"title\":\"Web\",\"stages\":[{\"stage_id\":"
             "\"stage-1\",\"name\":\"First\",\"modules\":[{\"module_id\":\"m\","
             "\"name\":\"Basics\",\"planned_concepts\":2}]}]}\n```\n"_s,
        architect };
}

StageChunkEvent stageChunk(const QString& name = u"HTTP"_s)
{
    return { u"```json\n{\"modules\":[{\"module_id\":\"m\",\"concepts\":[{\"concept_id\":"
             "\"c-1\",\"name\":\"%1\",\"estimated_hours\":2.0}"_s.arg(name),
        architect, u"stage-1"_s };
}

/// What a run tells, up to where the learner has the last word.
QList<AgentEvent> wholeRun()
{
    return {
        ReasoningEvent { u"Hm."_s, analyzer },
        ChunkEvent { u"I see."_s, analyzer },
        CompleteEvent { sampleIntent(), analyzer },
        ProgressEvent { WorkflowStep::CurriculumDesign, 20, 30s },
        outlineChunk(),
        AttemptFailedEvent { architect, u"The line broke."_s, 5s, u"stage-1"_s },
        stageChunk(),
        MendedEvent { { u"H1"_s, {}, u"Mended."_s }, architect },
        CompleteEvent { sampleDesign(), architect },
        FindingEvent { { u"W1"_s, Severity::Warning, {}, u"Issue."_s, u"Do it."_s } },
        ReviewRequestedEvent {},
    };
}

} // namespace

class LivingRoadmapTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The offscreen platform says this whenever a window is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void theTreeGrowsWhileTheArchitectSpeaks()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(outlineChunk());
        const QAbstractItemModel& model = *treeOf(window).model();
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(shows(window, u"Being designed: 0 of 2"_s));
        source.emitEvent(stageChunk());
        QTRY_VERIFY(shows(window, u"Being designed: 1 of 2"_s));
        const QModelIndex module = model.index(0, 0, model.index(0, 0));
        QCOMPARE(model.index(0, 0, module).data().toString(), u"HTTP"_s);
        QVERIFY(treeOf(window).isExpanded(module));
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        QVERIFY(shows(window, u"A sample roadmap"_s));
        QVERIFY(!shows(window, u"Being designed"_s));
        QCOMPARE(model.rowCount(), 3);
    }

    void aFindingLeadsToItsNode()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(FindingEvent {
            { u"V"_s, Severity::Warning, u"concept-2-1-2"_s, u"Too hard."_s, u"Split it."_s } });
        auto& panel = *window.findChild<FindingsPanel*>();
        QVERIFY(panel.isVisible());
        panel.findChild<FoldButton*>()->click();
        QListView& list = panel.list();
        QVERIFY(list.isVisible());
        QTest::keyClick(&list, Qt::Key_Down);
        Q_EMIT list.activated(list.model()->index(0, 0));
        QCOMPARE(treeOf(window).currentIndex().data().toString(), u"Concept 2-1-2"_s);
        // What was found about one roadmap says nothing about the next.
        source.emitEvent(CompleteEvent {
            RoadmapEdit { sampleDesign().framework, {}, {}, {} }, AgentId::RoadmapEditor });
        QVERIFY(!panel.isVisible());
    }

    void progressIsShownAndTheLearnerIsAsked()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(ProgressEvent { WorkflowStep::CurriculumDesign, 42, 11s });
        QVERIFY(shows(window, u"42 %, about 11 s left"_s));
        QVERIFY(shows(window, u"Designing your roadmap"_s));
        source.emitEvent(
            ProgressEvent { .step = WorkflowStep::StructureValidation, .percent = 81 });
        QVERIFY(shows(window, u"Reviewing the roadmap"_s));
        source.emitEvent(ReviewRequestedEvent {});
        QVERIFY(shows(window, u"Waiting for your word"_s));
    }

    void treeStateSurvivesTheFinalRoadmap()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        QTreeView& tree = treeOf(window);
        const QModelIndex stage = tree.model()->index(1, 0);
        tree.collapse(stage);
        tree.setCurrentIndex(tree.model()->index(2, 0));
        CurriculumDesign changed = sampleDesign();
        changed.framework.stages.removeFirst();
        changed.framework.stages.first().name = u"Renamed"_s;
        source.emitEvent(doneWith(changed));
        QCOMPARE(tree.model()->rowCount(), 2);
        QVERIFY(!tree.isExpanded(tree.model()->index(0, 0)));
        QCOMPARE(tree.currentIndex().row(), 1);
        QCOMPARE(tree.model()->index(0, 0).data().toString(), u"Renamed"_s);
    }

    void anotherTryGrowsAnew()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(outlineChunk());
        source.emitEvent(stageChunk());
        const QAbstractItemModel& model = *treeOf(window).model();
        QTRY_VERIFY(shows(window, u"Being designed: 1 of 2"_s));
        source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, {} }, architect });
        QVERIFY(shows(window, u"Unfinished: 1 of 2"_s));

        window.findChild<ErrorCard*>()->findChild<QPushButton*>()->click();
        QCOMPARE(source.requests().size(), 2);
        QCOMPARE(model.rowCount(), 0);
        source.emitEvent(outlineChunk());
        source.emitEvent(stageChunk(u"Cookies"_s));
        QTRY_VERIFY(shows(window, u"Being designed: 1 of 2"_s));
        const QModelIndex module = model.index(0, 0, model.index(0, 0));
        QCOMPARE(model.rowCount(module), 1);
        QCOMPARE(model.index(0, 0, module).data().toString(), u"Cookies"_s);
    }

    void aWholeRoadmapStaysUntilAnotherTryGrows()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, {} }, architect });
        window.findChild<ErrorCard*>()->findChild<QPushButton*>()->click();
        const QAbstractItemModel& model = *treeOf(window).model();
        QCOMPARE(model.rowCount(), 3);
        source.emitEvent(outlineChunk());
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(shows(window, u"Being designed: 0 of 2"_s));
    }

    void stopWorksAtAnyMoment_data()
    {
        QTest::addColumn<int>("told");
        for (int told = 0; told <= int(wholeRun().size()); ++told)
            QTest::addRow("after %d events", told) << told;
    }
    void stopWorksAtAnyMoment()
    {
        QFETCH(const int, told);
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        for (const AgentEvent& event : wholeRun().first(told))
            source.emitEvent(event);
        press(window, QKeyCombination(Qt::Key_Escape));
        QCOMPARE(source.cancelled(), 1);
        QVERIFY(shows(window, u"Stopped"_s));
        QVERIFY(!shows(window, u"left"_s));
        for (const ReviewCard* const card : window.findChildren<ReviewCard*>())
            for (const QPushButton* const button : card->findChildren<QPushButton*>())
                QVERIFY(!button->isVisible() || !button->isEnabled());
        window.start();
        QCOMPARE(source.requests().size(), 2);
        source.emitEvent(doneWith(sampleDesign()));
        QVERIFY(shows(window, u"Done"_s));
        QCOMPARE(treeOf(window).model()->rowCount(), 3);
    }

    void aLargeRoadmapIsConfirmedInTurns()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        CurriculumDesign design = sampleDesign();
        design.framework = sampleRoadmap(20, 20, 50);
        source.emitEvent(CompleteEvent { design, architect });
        const QAbstractItemModel& model = *treeOf(window).model();
        QCOMPARE(model.rowCount(), 20);
        QCOMPARE(model.index(19, 1).data().toString(), u"1,500 h"_s);
        const auto conceptsInLastModule = [&model] {
            const QModelIndex module = model.index(19, 0, model.index(19, 0));
            return module.isValid() ? model.rowCount(module) : 0;
        };
        QCOMPARE(conceptsInLastModule(), 0);
        QTRY_COMPARE(conceptsInLastModule(), 50);
    }

private:
    TestSettings m_settings;
};

QTEST_MAIN(LivingRoadmapTest)
#include "LivingRoadmapTest.moc"
