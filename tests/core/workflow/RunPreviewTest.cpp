// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/RunPreview.h"

#include "tests/core/agents/AgentAnswers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

constexpr auto architect = AgentId::CurriculumArchitect;

/// The nodes that a preview has brought, as a view would keep them.
struct Shown {
    void take(const AgentEvent& event)
    {
        QList<PreviewEvent> growth;
        preview.take(event, growth);
        show(growth);
    }

    void show(const QList<PreviewEvent>& growth)
    {
        for (const PreviewEvent& grown : growth)
            std::visit(
                Overload {
                    [this](const RoadmapTitled& titled) { title = titled.title; },
                    [this](const NodeOpened& opened) { names[keyOf(opened.place)] = opened.name; },
                    [this](
                        const NodeRenamed& renamed) { names[keyOf(renamed.place)] = renamed.name; },
                    [this](const Restarted& restarted) { removeBelow(restarted.below); },
                    [](const auto& /*closed*/) {},
                },
                grown);
    }

    void say(const QString& text, const QString& stage = {})
    {
        for (const QString& piece : text.split(QString()))
            take(ChunkEvent { piece, architect, stage });
    }

    void sayInBackground(const QString& text, const QString& stage)
    {
        take(StageChunkEvent { text, architect, stage });
    }

    void keep(const QStringList& stages)
    {
        QList<PreviewEvent> growth;
        preview.keepStages(stages, growth);
        show(growth);
    }

    /// How many nodes there are below a place, or at this depth (1: stages).
    [[nodiscard]] qsizetype countAt(qsizetype depth) const
    {
        return std::ranges::count_if(names.keyBegin(), names.keyEnd(),
            [depth](const QString& key) { return key.count(u'.') == depth - 1; });
    }

    static QString keyOf(const NodePlace& place)
    {
        QString key = QString::number(place.stage);
        if (place.module >= 0)
            key += u'.' + QString::number(place.module);
        if (place.item >= 0)
            key += u'.' + QString::number(place.item);
        return key;
    }

    void removeBelow(const NodePlace& place)
    {
        const QString prefix = place.stage < 0 ? QString() : keyOf(place) + u'.';
        erase_if(names, [&prefix](const QMap<QString, QString>::iterator name) {
            return name.key().startsWith(prefix);
        });
    }

    RunPreview preview;
    QString title;
    QMap<QString, QString> names;
};

} // namespace

class RunPreviewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRoadmapInOnePieceGrowsAsItIsSaid()
    {
        CurriculumDesign design;
        design.framework = sample::perfectRoadmap();
        Shown shown;
        shown.say("Words. "_L1 + inFence(toJson(design)));
        QCOMPARE(shown.title, u"Web development with Python"_s);
        QCOMPARE(shown.countAt(1), 3);
        QCOMPARE(shown.countAt(2), 6);
        QCOMPARE(shown.countAt(3), 24);
    }

    void stagesFillTheModulesOfTheOutline()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        Shown shown;
        shown.say(outlineAnswer(roadmap));
        QCOMPARE(shown.countAt(1), 3);
        QCOMPARE(shown.countAt(2), 6);
        QCOMPARE(shown.countAt(3), 0);
        shown.say(stageAnswer(roadmap, 0), u"stage-1"_s);
        shown.sayInBackground(stageAnswer(roadmap, 2), u"stage-3"_s);
        QCOMPARE(shown.countAt(2), 6);
        QCOMPARE(shown.countAt(3), 16);
        QCOMPARE(shown.names.value(u"2.1.3"_s), roadmap.stages[2].modules[1].concepts[3].name);
    }

    void modulesAreFoundByTheirIdElseByTheirPlace()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        Roadmap other = roadmap;
        other.stages[0].modules.swapItemsAt(0, 1);
        other.stages[1].modules[0].id = u"another"_s;
        Module more = roadmap.stages[2].modules[0];
        more.id = u"more"_s;
        more.name = u"More"_s;
        other.stages[2].modules.append(more);
        Shown shown;
        shown.say(outlineAnswer(roadmap));
        for (int i = 0; i < 3; ++i)
            shown.sayInBackground(stageAnswer(other, i), roadmap.stages[i].id);
        QCOMPARE(shown.names.value(u"0.1.0"_s), roadmap.stages[0].modules[1].concepts[0].name);
        QCOMPARE(shown.names.value(u"1.0.0"_s), roadmap.stages[1].modules[0].concepts[0].name);
        QCOMPARE(shown.names.value(u"2.2"_s), u"More"_s);
        QCOMPARE(shown.countAt(2), 7);
    }

    void blanksAroundIdsMeanNothing()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        Roadmap padded = roadmap;
        for (Stage& stage : padded.stages) {
            stage.id += u' ';
            for (Module& module : stage.modules)
                module.id.prepend(u'\t');
        }
        Shown shown;
        shown.say(outlineAnswer(padded));
        for (int i = 0; i < 3; ++i)
            shown.sayInBackground(stageAnswer(roadmap, i), roadmap.stages[i].id);
        QCOMPARE(shown.countAt(2), 6);
        QCOMPARE(shown.countAt(3), 24);
    }

    void aWithdrawnStageLosesItsConceptsOnly()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        Shown shown;
        shown.say(outlineAnswer(roadmap));
        shown.sayInBackground(stageAnswer(roadmap, 1).chopped(300), u"stage-2"_s);
        shown.say(stageAnswer(roadmap, 0), u"stage-1"_s);
        shown.take(
            AttemptFailedEvent { .agent = architect, .reason = u"Cut."_s, .stage = u"stage-2"_s });
        QCOMPARE(shown.countAt(2), 6);
        QCOMPARE(shown.countAt(3), 8);
        shown.sayInBackground(stageAnswer(roadmap, 1), u"stage-2"_s);
        QCOMPARE(shown.countAt(3), 16);
    }

    /// The second of two answers in one counts.
    void anAnswerThatBeginsAnewTakesItsFirstTryBack()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        Roadmap draft = roadmap;
        draft.stages[0].modules[0].concepts[0].name = u"Draft"_s;
        draft.stages[0].modules.swapItemsAt(0, 1);
        Roadmap shorter = roadmap;
        shorter.stages[0].modules[0].concepts.resize(1);
        Shown shown;
        shown.say(outlineAnswer(roadmap));
        shown.say(stageAnswer(roadmap, 1), u"stage-2"_s);
        QString first = stageAnswer(draft, 0);
        first.replace(u"```json"_s, u"```"_s); // what is tagged afterwards is more of an answer
        shown.say(first, u"stage-1"_s);
        QCOMPARE(shown.countAt(3), 16);
        shown.say(u"\nBetter:\n"_s + stageAnswer(shorter, 0), u"stage-1"_s);
        QCOMPARE(shown.countAt(2), 6);
        QCOMPARE(shown.countAt(3), 13);
        QCOMPARE(shown.names.value(u"0.0.0"_s), roadmap.stages[0].modules[0].concepts[0].name);
        QCOMPARE(shown.names.value(u"0.1.3"_s), roadmap.stages[0].modules[1].concepts[3].name);
    }

    void stagesThatAreDesignedAgainLoseTheirConcepts()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        Shown shown;
        shown.say(outlineAnswer(roadmap));
        shown.say(stageAnswer(roadmap, 0), u"stage-1"_s);
        shown.sayInBackground(stageAnswer(roadmap, 1).chopped(300), u"stage-2"_s);
        shown.sayInBackground(stageAnswer(roadmap, 2), u"stage-3"_s);
        shown.keep({ u"stage-1"_s, u"stage-3"_s });
        QCOMPARE(shown.countAt(2), 6);
        QCOMPARE(shown.countAt(3), 16);
        QCOMPARE(shown.names.contains(u"1.0.0"_s), false);
        shown.say(stageAnswer(roadmap, 1), u"stage-2"_s);
        QCOMPARE(shown.countAt(3), 24);
    }

    /// Of two equal keys the second counts, and takes nothing from the stages before it.
    void modulesThatComeTwiceAreTheirStagesOnly()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        QString outline = outlineAnswer(roadmap);
        const qsizetype second = outline.indexOf(u"\"modules\""_s, outline.indexOf(u"stage-2"_s));
        outline.insert(second, uR"("modules": [{"module_id": "old", "name": "Old"}], )"_s);
        Shown shown;
        shown.say(outline);
        QCOMPARE(shown.countAt(1), 3);
        QCOMPARE(shown.countAt(2), 6);
        for (int i = 0; i < 3; ++i)
            shown.sayInBackground(stageAnswer(roadmap, i), roadmap.stages[i].id);
        QCOMPARE(shown.countAt(2), 6);
        QCOMPARE(shown.countAt(3), 24);
        shown.keep({ u"stage-1"_s });
        QCOMPARE(shown.countAt(2), 6);
        QCOMPARE(shown.countAt(3), 8);
    }

    void stagesWithoutAnIdAreKeptAsTheyAre()
    {
        Shown shown;
        shown.say(
            u"```json\n{\"stages\": [{\"name\": \"A\"}, {\"stage_id\": \"b\"}, {\"name\": \"C\"}"_s);
        const qsizetype before = shown.names.size();
        QVERIFY(before > 0);
        shown.keep({});
        QCOMPARE(shown.names.size(), before);
    }

    void aWithdrawnAnswerTakesAllWithIt()
    {
        Shown shown;
        shown.say(outlineAnswer());
        shown.take(AttemptFailedEvent { .agent = architect, .reason = u"Cut."_s });
        QVERIFY(shown.names.isEmpty());
        shown.say(outlineAnswer());
        QCOMPARE(shown.countAt(1), 3);
    }

    void onlyWhatThisPreviewToldIsTakenBack_data()
    {
        QTest::addColumn<AgentId>("agent");
        QTest::newRow("the architect") << architect;
        QTest::newRow("nobody says who") << AgentId::System;
    }
    void onlyWhatThisPreviewToldIsTakenBack()
    {
        QFETCH(const AgentId, agent);
        const AttemptFailedEvent failed { .agent = agent, .reason = u"Cut."_s };
        CurriculumDesign design;
        design.framework = sample::perfectRoadmap();
        RunPreview preview;
        QList<PreviewEvent> growth;
        // An earlier run's roadmap may still be shown.
        preview.take(failed, growth);
        preview.take(ChunkEvent { u"Words."_s, architect }, growth);
        preview.take(failed, growth);
        QVERIFY(growth.isEmpty());
        preview.take(ChunkEvent { outlineAnswer(design.framework), architect }, growth);
        preview.take(failed, growth);
        QCOMPARE(growth.constLast(), PreviewEvent(Restarted {}));
        // What is complete is no preview any more.
        preview.take(ChunkEvent { outlineAnswer(design.framework), architect }, growth);
        preview.take(CompleteEvent { design, architect }, growth);
        growth.clear();
        preview.take(failed, growth);
        QVERIFY(growth.isEmpty());
    }

    void whatIsNotOfTheDesignIsNoPreview()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        Shown shown;
        shown.take(ChunkEvent { intentAnswer(), AgentId::IntentAnalyzer });
        shown.take(ChunkEvent { editAnswer(roadmap), AgentId::RoadmapEditor });
        shown.sayInBackground(stageAnswer(roadmap, 0), u"stage-1"_s); // no outline has it
        QVERIFY(shown.names.isEmpty());
        shown.take(ChunkEvent { "Just words, { and } braces."_L1, architect });
        QVERIFY(shown.names.isEmpty());
    }

    void aStageThatComesForwardGoesOnWhereItWas()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        const QString answer = stageAnswer(roadmap, 1);
        // In the middle of its words, behind them, and at the line that begins the fence.
        for (const qsizetype end : { answer.indexOf(u"in"), answer.indexOf(u'\n'),
                 answer.indexOf(u'\n') + 1, answer.indexOf(u'`') }) {
            Shown shown;
            shown.say(outlineAnswer(roadmap));
            shown.sayInBackground(answer.first(end), u"stage-2"_s);
            shown.say("\n\n"_L1 + answer.first(end), u"stage-2"_s);
            shown.say(answer.sliced(end), u"stage-2"_s);
            QCOMPARE(shown.countAt(3), 8);
            QCOMPARE(shown.names.value(u"1.1.3"_s), roadmap.stages[1].modules[1].concepts[3].name);
        }
    }

    void wordsOfAStageThatComeAgainChangeNothing()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        Shown shown;
        shown.say(outlineAnswer(roadmap));
        shown.sayInBackground(stageAnswer(roadmap, 1), u"stage-2"_s);
        shown.say(u"\n\nStage 2 in words."_s, u"stage-2"_s);
        QCOMPARE(shown.countAt(3), 8);
    }
};

QTEST_GUILESS_MAIN(RunPreviewTest)
#include "RunPreviewTest.moc"
