// SPDX-License-Identifier: Apache-2.0
// The window while a roadmap grows in it: node by node, stopped, tried again, confirmed.
#include "ButtonSearch.h"
#include "RunWindow.h"
#include "core/base/Json.h"
#include "core/roadmap/RoadmapJson.h"
#include "ui/chat/ErrorCard.h"
#include "ui/chat/ReviewCard.h"
#include "ui/look/FoldButton.h"
#include "ui/roadmap/FindingListModel.h"
#include "ui/roadmap/FindingsPanel.h"
#include "ui/roadmap/TreeGrowth.h"

#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
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

/// All of a roadmap as a preview: its outline, then each stage.
QList<AgentEvent> previewOf(const Roadmap& roadmap)
{
    Roadmap outline = roadmap;
    for (Stage& stage : outline.stages) {
        for (Module& module : stage.modules)
            module.concepts.clear();
    }
    const auto inFence = [](const json::value& value) {
        return QString(u"```json\n"_s + QString::fromUtf8(writeJson(value)) + u"\n```\n"_s);
    };
    QList<AgentEvent> events { ChunkEvent { inFence(toJson(outline)), architect } };
    const json::object whole = toJson(roadmap);
    for (const json::value& stage : whole.at("stages").as_array())
        events.append(StageChunkEvent {
            inFence(stage), architect, toQString(stage.at("stage_id").as_string()) });
    return events;
}

int conceptsIn(const QAbstractItemModel& model, int stage, int module)
{
    const QModelIndex branch = model.index(module, 0, model.index(stage, 0));
    return branch.isValid() ? model.rowCount(branch) : 0;
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
        QVERIFY(shows(window, u"Designed so far: 0 "_s));
        source.emitEvent(stageChunk());
        QTRY_VERIFY(shows(window, u"Designed so far: 1 "_s));
        const QModelIndex module = model.index(0, 0, model.index(0, 0));
        QCOMPARE(model.index(0, 0, module).data().toString(), u"HTTP"_s);
        QVERIFY(treeOf(window).isExpanded(module));
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        QVERIFY(shows(window, u"A sample roadmap"_s));
        QVERIFY(!shows(window, u"Designed so far"_s));
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
        window.resize(900, 600); // narrower, the step's name in the picture comes first
        window.show();
        window.start();
        source.emitEvent(ProgressEvent { WorkflowStep::CurriculumDesign, 42, 11s });
        QVERIFY(shows(window, u"42%, this step about 11 s more"_s));
        QVERIFY(shows(window, u"Designing your roadmap"_s));
        source.emitEvent(
            ProgressEvent { .step = WorkflowStep::StructureValidation, .percent = 81 });
        QVERIFY(shows(window, u"Checking the roadmap"_s));
        source.emitEvent(ReviewRequestedEvent {});
        QVERIFY(shows(window, u"Waiting for your answer"_s));
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

    void treeStateSurvivesConfirmation()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        CurriculumDesign design = sampleDesign();
        design.framework = sampleRoadmap(4, 3, 8);
        for (const AgentEvent& event : previewOf(design.framework))
            source.emitEvent(event);
        QTreeView& tree = treeOf(window);
        const QAbstractItemModel& model = *tree.model();
        QTRY_COMPARE(conceptsIn(model, 3, 2), 8);
        tree.collapse(model.index(1, 0));
        const QModelIndex module = model.index(1, 0, model.index(2, 0));
        const QModelIndex item = model.index(3, 0, module);
        tree.setCurrentIndex(item);
        tree.scrollTo(item, QAbstractItemView::PositionAtTop);
        const int y = tree.visualRect(item).top();
        QVERIFY(tree.verticalScrollBar()->value() > 0);

        // Stages above come and go, and the reader's concept has another name.
        design.framework.stages[0].modules.removeFirst();
        design.framework.stages[2].modules[1].concepts[3].name = u"Renamed"_s;
        source.emitEvent(CompleteEvent { design, architect });
        QTRY_COMPARE(tree.currentIndex().data().toString(), u"Renamed"_s);
        QTRY_COMPARE(model.rowCount(model.index(0, 0)), 2);
        QVERIFY(!tree.isExpanded(model.index(1, 0)));
        QVERIFY(tree.isExpanded(model.index(1, 0, model.index(2, 0))));
        QCOMPARE(tree.visualRect(tree.currentIndex()).top(), y);
    }

    void whatTheReaderClosedStaysClosedInAnotherTry_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::newRow("of the stage") << u"stage-1"_s;
        QTest::newRow("of the whole") << QString();
    }
    void whatTheReaderClosedStaysClosedInAnotherTry()
    {
        QFETCH(const QString, stage);
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        const QList<AgentEvent> preview = previewOf(sampleRoadmap(1, 2, 3));
        for (const AgentEvent& event : preview)
            source.emitEvent(event);
        QTreeView& tree = treeOf(window);
        const QAbstractItemModel& model = *tree.model();
        QTRY_COMPARE(conceptsIn(model, 0, 1), 3);
        tree.collapse(model.index(0, 0, model.index(0, 0)));
        source.emitEvent(AttemptFailedEvent { architect, u"Cut."_s, {}, stage });
        QTRY_COMPARE(conceptsIn(model, 0, 1), 0);
        for (const AgentEvent& event : stage.isEmpty() ? preview : preview.sliced(1))
            source.emitEvent(event);
        QTRY_COMPARE(conceptsIn(model, 0, 1), 3);
        const QModelIndex first = model.index(0, 0);
        QVERIFY(tree.isExpanded(first));
        QVERIFY(!tree.isExpanded(model.index(0, 0, first)));
        QVERIFY(tree.isExpanded(model.index(1, 0, first)));
    }

    /// Where rows go that the reader looks at, the next ones that stay do so, else their branch is
    /// in sight.
    void theReaderStaysNearWhatGoes()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        const Roadmap roadmap = sampleRoadmap(3, 2, 40);
        for (const AgentEvent& event : previewOf(roadmap))
            source.emitEvent(event);
        QTreeView& tree = treeOf(window);
        const QAbstractItemModel& model = *tree.model();
        QTRY_COMPARE(conceptsIn(model, 2, 1), 40);
        const QModelIndex module = model.index(1, 0, model.index(0, 0));
        const QPersistentModelIndex stage = model.index(1, 0);
        tree.scrollTo(model.index(38, 0, module), QAbstractItemView::PositionAtTop);
        const int y = tree.visualRect(stage).top();
        QVERIFY(y > 0 && y < tree.viewport()->height());
        // It is higher up now: the modules above are empty.
        source.emitEvent(AttemptFailedEvent { architect, u"Cut."_s, {}, u"stage-1"_s });
        QTRY_COMPARE(model.rowCount(module), 0);
        QTRY_COMPARE(
            tree.visualRect(stage).top(), std::min(y, 3 * tree.visualRect(stage).height()));

        const QPersistentModelIndex second = model.index(1, 0, model.index(2, 0));
        tree.scrollTo(model.index(5, 0, second), QAbstractItemView::PositionAtTop);
        QVERIFY(tree.visualRect(second).top() < 0);
        source.emitEvent(AttemptFailedEvent { architect, u"Cut."_s, {}, u"stage-3"_s });
        QTRY_COMPARE(model.rowCount(second), 0);
        QVERIFY(tree.viewport()->rect().contains(tree.visualRect(second).center()));
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
        QTRY_VERIFY(shows(window, u"Designed so far: 1 "_s));
        source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, {} }, architect });
        QVERIFY(shows(window, u"Unfinished: 1 of 2"_s));

        window.findChild<ErrorCard*>()->findChild<QPushButton*>()->click();
        QCOMPARE(source.requests().size(), 2);
        QCOMPARE(model.rowCount(), 0);
        source.emitEvent(outlineChunk());
        source.emitEvent(stageChunk(u"Cookies"_s));
        QTRY_VERIFY(shows(window, u"Designed so far: 1 "_s));
        const QModelIndex module = model.index(0, 0, model.index(0, 0));
        QCOMPARE(model.rowCount(module), 1);
        QCOMPARE(model.index(0, 0, module).data().toString(), u"Cookies"_s);
    }

    void theStagesThatAreCompleteStayWhenItGoesOn()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        const Roadmap roadmap = sampleRoadmap(2, 1, 3);
        const QList<AgentEvent> preview = previewOf(roadmap);
        for (const AgentEvent& event : preview)
            source.emitEvent(event);
        const QAbstractItemModel& model = *treeOf(window).model();
        QTRY_COMPARE(conceptsIn(model, 1, 0), 3);
        DesignParts parts;
        parts.outline.stages.resize(2);
        parts.outline.stages[0].id = roadmap.stages[0].id;
        parts.outline.stages[1].id = roadmap.stages[1].id;
        parts.stages.emplace(0, roadmap.stages[0]);
        source.emitParts(parts);
        press(window, Qt::CTRL | Qt::Key_Period);
        QVERIFY(shows(window, u"keeps the stages that are complete"_s));
        press(window, Qt::SHIFT | Qt::Key_F5);
        QCOMPARE(source.finished().last().parts, parts);
        QTRY_COMPARE(conceptsIn(model, 1, 0), 0);
        QCOMPARE(conceptsIn(model, 0, 0), 3);
        source.emitEvent(preview.last());
        QTRY_COMPARE(conceptsIn(model, 1, 0), 3);
    }

    void whatIsLeftOfAStoppedDesignDoesNotPromiseMore()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(outlineChunk());
        source.emitEvent(stageChunk());
        QTRY_VERIFY(shows(window, u"Designed so far: 1 "_s));
        QTest::keyClick(&treeOf(window), Qt::Key_Down);
        QVERIFY(shows(window, u"is still being designed"_s));
        press(window, QKeyCombination(Qt::Key_Escape)); // leaves the pane
        press(window, Qt::CTRL | Qt::Key_Period);
        QVERIFY(!source.isRunning());
        QTest::keyClick(&treeOf(window), Qt::Key_Down);
        QVERIFY(shows(window, u"was not designed to the end"_s));
        QVERIFY(!shows(window, u"is still being designed"_s));
    }

    void aFindingSaysWhichOfTwoWithOneName()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        CurriculumDesign design = sampleDesign();
        Module& first = design.framework.stages[0].modules[0];
        first.concepts[1].name = first.concepts[0].name;
        source.emitEvent(CompleteEvent { design, architect });
        for (const QString& id : { first.concepts[0].id, first.concepts[2].id })
            source.emitEvent(FindingEvent { { u"V"_s, Severity::Warning, id, u"Hm."_s, {} } });
        const QAbstractItemModel& found = *window.findChild<FindingsPanel*>()->list().model();
        const auto placeAt = [&found](int row) {
            return found.index(row, 0).data(FindingListModel::PlaceRole).toString();
        };
        QCOMPARE(placeAt(0),
            (QStringList { design.framework.stages[0].name, first.name, first.concepts[0].name }
                    .join(u" › "_s)));
        QCOMPARE(placeAt(1), first.concepts[2].name);
        source.emitEvent(doneWith(design));
        QVERIFY(window.findChild<FindingsPanel*>()->findChild<FoldButton*>()->text().contains(
            u"2 remark"_s));
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
        // Nothing of the other try was shown yet that a failure could take back.
        source.emitEvent(AttemptFailedEvent { AgentId::System, u"Cut."_s, {}, {} });
        source.emitEvent(AttemptFailedEvent { architect, u"Cut."_s, {}, {} });
        QVERIFY(window.findChild<TreeGrowth*>()->isIdle());
        source.emitEvent(outlineChunk());
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(shows(window, u"Designed so far: 0 "_s));
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
        press(window, Qt::CTRL | Qt::Key_Period);
        QCOMPARE(source.cancelled(), 1);
        QVERIFY(shows(window, u"Stopped"_s));
        QVERIFY(!shows(window, u"left"_s));
        for (const ReviewCard* const card : window.findChildren<ReviewCard*>())
            for (const QPushButton* const button : card->findChildren<QPushButton*>())
                QVERIFY(!button->isVisible() || !button->isEnabled());
        window.start();
        if (const auto* const question = window.findChild<QMessageBox*>())
            button(*question, u"Start"_s).click(); // it is not designed to the end
        QCOMPARE(source.requests().size(), 2);
        source.emitEvent(doneWith(sampleDesign()));
        QVERIFY(shows(window, u"Ready"_s));
        QCOMPARE(treeOf(window).model()->rowCount(), 3);
    }

    void aWholeRoadmapThatIsNotKeptIsNotCalledUnfinished()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        press(window, Qt::CTRL | Qt::Key_Period);
        QVERIFY(!window.close());
        const auto& question = *window.findChild<QMessageBox*>();
        QCOMPARE(question.text(), u"The roadmap “A sample roadmap” is not kept in the library."_s);
        QVERIFY(question.informativeText().contains(u"the roadmap is lost"_s));
    }

    void aLaterReviewTakesTheFindingsOfTheOneBefore()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(FindingEvent { { u"W1"_s, Severity::Warning, {}, u"Issue."_s, {} } });
        const QAbstractItemModel& found = *window.findChild<FindingsPanel*>()->list().model();
        for (int review = 0; review < 2; ++review) {
            source.emitEvent(CompleteEvent { Validation {}, AgentId::StructureValidator });
            source.emitEvent(FindingEvent { { u"V"_s, Severity::Warning, {}, u"Hm."_s, {} } });
            QCOMPARE(found.rowCount(), 2);
        }
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
