// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/StageExpansion.h"

#include "core/roadmap/RoadmapJson.h"
#include "core/roadmap/StageJoin.h"
#include "tests/core/roadmap/JsonText.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;
using sample::parsed;

namespace {

const QByteArray conceptText
    = "{'concept_id':'c-1','name':'C','description':'D','estimated_hours':2}";

RoadmapOutline outlineOfTwo()
{
    RoadmapOutline outline;
    outline.id = u"r"_s;
    outline.title = u"T"_s;
    outline.designRationale = u"why"_s;
    for (int order = 1; order <= 2; ++order) {
        StageOutline stage;
        stage.id = u"stage-%1"_s.arg(order);
        stage.name = u"Stage %1"_s.arg(order);
        stage.description = u"About %1"_s.arg(order);
        stage.order = order;
        for (int place = 1; place <= 2; ++place) {
            ModuleOutline module;
            module.id = u"mod-%1-%2"_s.arg(order).arg(place);
            module.name = u"Module %1-%2"_s.arg(order).arg(place);
            module.description = u"On %1-%2"_s.arg(order).arg(place);
            stage.modules.append(module);
        }
        outline.stages.append(stage);
    }
    return outline;
}

QByteArray moduleText(const QByteArray& members = {}, const QByteArray& concepts = conceptText)
{
    return "{" + members + (members.isEmpty() ? "" : ",") + "'concepts':[" + concepts + "]}";
}

Stage read(const QByteArray& text, qsizetype index = 0)
{
    Result<Stage> stage = readStageExpansion(parsed(text), outlineOfTwo(), index);
    if (!stage)
        qFatal("%s", qPrintable(stage.error().details));
    return std::move(stage).value();
}

Concept makeConcept(const QString& id, const QStringList& prerequisites)
{
    Concept item;
    item.id = id;
    item.name = u"Name of "_s + id;
    item.estimatedHours = 2.1;
    item.prerequisites = prerequisites;
    return item;
}

Stage makeStage(const QString& id, const QList<Concept>& concepts)
{
    Stage stage;
    stage.id = id;
    stage.name = id;
    Module module;
    module.id = u"mod-1"_s;
    module.name = u"M"_s;
    module.concepts = concepts;
    stage.modules = { module };
    return stage;
}

const QList<Concept>& conceptsOf(const CurriculumDesign& design, qsizetype stage)
{
    return design.framework.stages[stage].modules[0].concepts;
}

} // namespace

class StageExpansionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAllForms_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray modules = "'modules':[" + moduleText() + "," + moduleText() + "]";
        const QByteArray other = "{'stage_id':'stage-1','modules':[]}";
        QTest::addRow("stage") << QByteArray("{'stage':{" + modules + "}}");
        QTest::addRow("modules") << QByteArray("{" + modules + "}");
        QTest::addRow("bare") << QByteArray(
            "{'stage_id':' stage-2 ','name':'Stage 2'," + modules + ",'order':1}");
        QTest::addRow("framework") << QByteArray("{'framework':{'stages':[{" + modules + "}]}}");
        QTest::addRow("stages") << QByteArray("{'stages':[{" + modules + "}]}");
        QTest::addRow("several stages, one with the id") << QByteArray(
            "{'framework':{'stages':[" + other + ",{'stage_id':'stage-2'," + modules + "}]}}");
        QTest::addRow("an id of its own") << QByteArray("{'stage_id':'deep'," + modules + "}");
    }

    void readsAllForms()
    {
        QFETCH(const QByteArray, text);
        const Stage stage = read(text, 1);
        QCOMPARE(stage.id, u"stage-2"_s);
        QCOMPARE(stage.name, u"Stage 2"_s);
        QCOMPARE(stage.description, u"About 2"_s);
        QCOMPARE(stage.order, 2);
        QCOMPARE(stage.modules.size(), 2);
        QCOMPARE(stage.modules[1].id, u"mod-2-2"_s);
        QCOMPARE(stage.modules[1].name, u"Module 2-2"_s);
        QCOMPARE(stage.modules[1].description, u"On 2-2"_s);
        QCOMPARE(stage.modules[1].concepts[0].id, u"c-1"_s);
    }

    void oneWithoutBracketsIsAListOfOne_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray lone = "{'module_id':'mod-1-1','concepts':" + conceptText + "}";
        QTest::newRow("a module") << "{'modules':" + moduleText("'module_id':'mod-1-1'") + "}";
        QTest::newRow("a concept") << "{'modules':[" + lone + "]}";
        QTest::newRow("both") << "{'modules':" + lone + "}";
        QTest::newRow("a stage") << "{'framework':{'stages':{'stage_id':'stage-1','modules':" + lone
                + "}}}";
        QTest::newRow("a keyword")
            << "{'modules':{'module_id':'mod-1-1','concepts':{'concept_id':'c-1','name':'C',"
               "'description':'D','estimated_hours':2,'keywords':'k'}}}"_ba;
    }
    void oneWithoutBracketsIsAListOfOne()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!readStageExpansion(parsed(text), outlineOfTwo(), 0));
        QStringList mends;
        const Result<Stage> stage = readStageExpansion(parsed(text), outlineOfTwo(), 0, &mends);
        QVERIFY2(stage, stage ? "" : qPrintable(stage.error().details));
        QCOMPARE(stage.value().modules.value(0).concepts.value(0).name, u"C"_s);
        QCOMPARE(mends.size(), 1);
    }

    void matchesModulesByIdThenByPlace()
    {
        const Stage stage = read("{'modules':[" + moduleText("'module_id':'mod-1-2','name':'Own'")
            + "," + moduleText("'module_id':'else'") + "," + moduleText("'name':'More'") + "]}");
        QCOMPARE(stage.modules[0].id, u"mod-1-2"_s);
        QCOMPARE(stage.modules[0].name, u"Own"_s);
        QCOMPARE(stage.modules[0].description, u"On 1-2"_s);
        QCOMPARE(stage.modules[1].id, u"mod-1-1"_s);
        QCOMPARE(stage.modules[1].name, u"Module 1-1"_s);
        QCOMPARE(stage.modules[2].id, u"mod-1-3"_s);
        QCOMPARE(stage.modules[2].name, u"More"_s);
    }

    void namesThePathOfWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        const QByteArray nameless
            = QByteArray(conceptText).replace("'name':'C'", "'name':'\\u200b \\u202e'");
        QTest::addRow("another stage")
            << QByteArray("{'stage':{'stage_id':' stage-2','modules':[" + moduleText() + "]}}")
            << u"stage.stage_id: expected \"stage-1\" (the text answers for another stage), found "
               "\"stage-2\""_s;
        QTest::addRow("several stages, none of them")
            << QByteArray("{'stages':[{'stage_id':'a'},{'stage_id':'b'}]}")
            << u"(the whole text): expected the stage \"stage-1\", found an object"_s;
        QTest::addRow("no modules")
            << QByteArray("{'stage':{}}") << u"stage.modules: expected a list, found nothing"_s;
        QTest::addRow("empty modules") << QByteArray("{'modules':[]}")
                                       << u"modules: expected at least one module, found a list"_s;
        QTest::addRow("empty module")
            << QByteArray("{'modules':[" + moduleText({}, {}) + "]}")
            << u"modules[0].concepts: expected at least one concept, found a list"_s;
        QTest::addRow("concept without hours")
            << QByteArray("{'stage':{'modules':["
                   + moduleText({}, "{'concept_id':'c','name':'C','description':'D'}") + "]}}")
            << u"stage.modules[0].concepts[0].estimated_hours: expected a number, found nothing"_s;
        QTest::addRow("nothing to see in a name")
            << QByteArray("{'modules':[" + moduleText({}, conceptText + ',' + nameless) + "]}")
            << u"modules[0].concepts[1].name: expected a text with visible characters, found "
               "\"\u200b\""_s;
        QTest::addRow("a module more, without a name") << QByteArray("{'modules':[" + moduleText()
            + ',' + moduleText() + ',' + moduleText("'name':' '")
            + "]}") << u"modules[2].name: expected a text with visible characters, found \"\""_s;
        QTest::addRow("too many modules") << QByteArray("{'modules':["
            + QByteArray(moduleText("'name':'M'") + ",").repeated(25).chopped(1)
            + "]}") << u"modules: expected at most 24 modules, found a list"_s;
        QTest::addRow("a list") << QByteArray("[]")
                                << u"(the whole text): expected an object, found a list"_s;
    }

    void namesThePathOfWhatIsWrong()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, line);
        const Result<Stage> stage = readStageExpansion(parsed(text), outlineOfTwo(), 0);
        QVERIFY(!stage.ok());
        QCOMPARE(stage.error().kind, ErrorKind::BadOutput);
        QCOMPARE(stage.error().details.section(u'\n', 0, 0), line);
    }

    void namesWithoutAnythingToSeeAreTheOutlines()
    {
        const Stage stage = read("{'stage':{'name':'\\u202e','modules':["
            + moduleText("'name':' ','module_id':''") + "]}}");
        QCOMPARE(stage.name, u"Stage 1"_s);
        QCOMPARE(stage.modules[0].name, u"Module 1-1"_s);
        QCOMPARE(stage.modules[0].id, u"mod-1-1"_s);
    }

    void anAnswerForAnotherStageIsNone_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::newRow("its id") << "'stage_id':'stage-2',"_ba;
        QTest::newRow("in another case") << "'stage_id':'Stage-2',"_ba;
        QTest::newRow("its number") << "'stage_id':2,"_ba;
        QTest::newRow("only its modules") << QByteArray();
    }
    void anAnswerForAnotherStageIsNone()
    {
        QFETCH(const QByteArray, members);
        const QByteArray text = "{" + members + "'modules':[" + moduleText("'module_id':'mod-2-1'")
            + "," + moduleText("'module_id':'Mod-2-2'") + "]}";
        QStringList mends;
        const Result<Stage> stage = readStageExpansion(parsed(text), outlineOfTwo(), 0, &mends);
        QVERIFY(!stage);
        QVERIFY(stage.error().details.contains(u"another stage"_s));
        QVERIFY(!readPartialStage(parsed(text), outlineOfTwo(), 0, mends));
        QVERIFY(readStageExpansion(parsed(text), outlineOfTwo(), 1));
    }

    void whatCanBeReadOfAnAnswerIsKept_data()
    {
        QTest::addColumn<QByteArray>("modules");
        QTest::addColumn<int>("kept");
        QTest::addColumn<QStringList>("broken"); // module/position/id
        const QByteArray bad = "{'concept_id':'c-2','name':'C','description':'D',"
                               "'estimated_hours':'two'}";
        const QByteArray blank = "{'concept_id':'c-3','name':' \u200b','description':'D',"
                                 "'estimated_hours':2}";
        QTest::newRow("a wrong type")
            << moduleText({}, conceptText + "," + bad) << 1 << QStringList { u"0/1/c-2"_s };
        QTest::newRow("a name without anything to see")
            << moduleText({}, blank + "," + conceptText) << 1 << QStringList { u"0/0/c-3"_s };
        QTest::newRow("no object")
            << moduleText({}, "7," + conceptText) << 1 << QStringList { u"0/0/"_s };
        QTest::newRow("a module of nothing else") << moduleText({}, conceptText) + ","
                + moduleText({}, bad) << 1 << QStringList { u"1/0/c-2"_s };
        QTest::newRow("an empty module")
            << moduleText({}, conceptText) + "," + moduleText({}, {}) << 1 << QStringList();
        QTest::newRow("no module") << "'x'," + moduleText({}, conceptText) << 1 << QStringList();
        QTest::newRow("nothing") << moduleText({}, bad) << 0 << QStringList();
    }
    void whatCanBeReadOfAnAnswerIsKept()
    {
        QFETCH(const QByteArray, modules);
        QFETCH(const int, kept);
        QFETCH(const QStringList, broken);
        const json::value answer = parsed("{'modules':[" + modules + "]}");
        QStringList mends;
        QVERIFY(!readStageExpansion(answer, outlineOfTwo(), 0, &mends));
        const auto part = readPartialStage(answer, outlineOfTwo(), 0, mends);
        QCOMPARE(part.has_value(), kept > 0);
        if (!part)
            return;
        QCOMPARE(conceptCount(part->stage), kept);
        QStringList found;
        for (const BrokenConcept& item : part->broken) {
            found.append(u"%1/%2/%3"_s.arg(item.module).arg(item.position).arg(item.id));
            QVERIFY(!item.problems.isEmpty());
        }
        QCOMPARE(found, broken);
    }

    void boundsTheNumberOfModules()
    {
        const QByteArray text = "{'modules':[" + QByteArray("{},").repeated(100'000) + "{}]}";
        QStringList mends;
        const Result<Stage> stage = readStageExpansion(parsed(text), outlineOfTwo(), 0, &mends);
        QVERIFY(!stage);
        QVERIFY2(stage.error().details.contains(u"at most 24 modules"_s),
            qPrintable(stage.error().details));
        QVERIFY(!readPartialStage(parsed(text), outlineOfTwo(), 0, mends));
    }

    void boundsTheConceptsOfAModuleWithoutBrackets()
    {
        const QByteArray many = QByteArray(conceptText + ",").repeated(25'000) + conceptText;
        QStringList mends;
        const Result<Stage> stage = readStageExpansion(
            parsed("{'modules':" + moduleText({}, many) + "}"), outlineOfTwo(), 0, &mends);
        QVERIFY(!stage);
        QCOMPARE(stage.error().kind, ErrorKind::TooLarge);
    }

    void boundsTheNumberOfConcepts()
    {
        const QByteArray many = QByteArray(conceptText + ',').repeated(801).chopped(1);
        const Result<Stage> stage = readStageExpansion(
            parsed("{'modules':[" + moduleText({}, many) + "]}"), outlineOfTwo(), 0);
        QVERIFY(!stage.ok());
        QCOMPARE(stage.error().kind, ErrorKind::TooLarge);
        QVERIFY(outlineLimits::stages * outlineLimits::conceptsOfStage <= maxConcepts);
    }

    void joinsStagesInTheOutlinesOrder()
    {
        const Stage first = makeStage(u"stage-1"_s, { makeConcept(u"a"_s, {}) });
        const Stage second
            = makeStage(u"stage-2"_s, { makeConcept(u"b"_s, { u"a"_s }), makeConcept(u"c"_s, {}) });
        const Stage foreign = makeStage(u"stage-3"_s, { makeConcept(u"x"_s, {}) });
        LearnerRequest request = sample::request();
        request.preferences.availableHoursPerWeek = 5;
        const CurriculumDesign design
            = joinStages(outlineOfTwo(), { second, foreign, first }, request);
        QCOMPARE(design, joinStages(outlineOfTwo(), { first, second }, request));
        QCOMPARE(design.designRationale, u"why"_s);
        QCOMPARE(design.framework.id, u"r"_s);
        QCOMPARE(design.framework.stages.size(), 2);
        QCOMPARE(design.framework.stages[0].id, u"stage-1"_s);
        QCOMPARE(design.framework.stages[1].order, 2);
        QCOMPARE(design.framework.stages[1].modules[0].id, u"mod-1-2"_s);
        QCOMPARE(conceptsOf(design, 1)[0].prerequisites, QStringList({ u"a"_s }));
        QCOMPARE(design.framework.totalEstimatedHours, 6.3);
        QCOMPARE(design.framework.recommendedCompletionWeeks, 2);
        QVERIFY(!hasCriticalFinding(checkRoadmap(design.framework)));
    }

    void whatNeedsAModuleOfAnEarlierStageNeedsItsLastConcept()
    {
        const Stage first = makeStage(
            u"stage-1"_s, { makeConcept(u"a"_s, {}), makeConcept(u"b"_s, { u"mod-1-2"_s }) });
        const QString module = first.modules[0].id;
        Stage second = makeStage(
            u"stage-2"_s, { makeConcept(u"c"_s, { module, u"b"_s }), makeConcept(u"d"_s, {}) });
        second.modules[0].id = u"own"_s;
        second.modules[0].concepts[1].prerequisites = { u"own"_s };
        const CurriculumDesign design
            = joinStages(outlineOfTwo(), { first, second }, sample::request());
        QCOMPARE(conceptsOf(design, 1)[0].prerequisites, QStringList { u"b"_s });
        // No module of the same stage, and none that comes later.
        QCOMPARE(conceptsOf(design, 1)[1].prerequisites, QStringList { u"own"_s });
        QCOMPARE(conceptsOf(design, 0)[1].prerequisites, QStringList { u"mod-1-2"_s });
    }

    void aModulesIdMeansItsConceptIfThereIsOne()
    {
        const RoadmapOutline outline = outlineOfTwo();
        QList<Stage> stages { read("{'modules':[" + moduleText("'module_id':'mod-1-1'") + "]}"),
            read("{'modules':[" + moduleText("'module_id':'mod-2-1'") + "]}", 1) };
        stages[0].modules[0].concepts = { makeConcept(u"mod-1-1"_s, {}), makeConcept(u"z"_s, {}) };
        stages[1].modules[0].concepts = { makeConcept(u"y"_s, { u"mod-1-1"_s }) };
        const CurriculumDesign design = joinStages(outline, stages, sample::request());
        QCOMPARE(design.framework.stages[1].modules[0].concepts[0].prerequisites,
            QStringList { u"mod-1-1"_s });
    }

    void nothingNeedsALaterStage()
    {
        const RoadmapOutline outline = outlineOfTwo();
        QList<Stage> stages { read("{'modules':[" + moduleText("'module_id':'mod-1-1'") + "]}"),
            read("{'modules':[" + moduleText("'module_id':'mod-2-1'") + "]}", 1) };
        stages[0].modules[0].concepts = { makeConcept(u"a"_s, { u"b"_s }) };
        stages[1].modules[0].concepts = { makeConcept(u"b"_s, { u"a"_s }) };
        QList<Mend> mends;
        const CurriculumDesign design = joinStages(outline, stages, sample::request(), &mends);
        QVERIFY(design.framework.stages[0].modules[0].concepts[0].prerequisites.isEmpty());
        QCOMPARE(design.framework.stages[1].modules[0].concepts[0].prerequisites,
            QStringList { u"a"_s });
        QCOMPARE(mends.size(), 1);
    }

    void repeatedIdsBecomeUnique()
    {
        const Stage first = makeStage(u"stage-1"_s,
            { makeConcept(u"a"_s, {}), makeConcept(u"b"_s, { u"a"_s }),
                makeConcept(u"a-2"_s, {}) });
        const Stage second = makeStage(u"stage-2"_s,
            { makeConcept(u"a"_s, { u"a"_s, u"a-2"_s }), makeConcept(u"c"_s, { u"a"_s, u"b"_s }),
                makeConcept(u"a"_s, { u"c"_s }) });
        const CurriculumDesign design
            = joinStages(outlineOfTwo(), { second, first }, sample::request());
        const QList<Concept>& kept = conceptsOf(design, 0);
        const QList<Concept>& renamed = conceptsOf(design, 1);
        QCOMPARE(kept, first.modules[0].concepts);
        QCOMPARE(renamed[0].id, u"a-3"_s);
        QCOMPARE(renamed[2].id, u"a-4"_s);
        // Its own old name can only mean the earlier stage's concept.
        QCOMPARE(renamed[0].prerequisites, QStringList({ u"a"_s, u"a-2"_s }));
        QCOMPARE(renamed[1].prerequisites, QStringList({ u"a-3"_s, u"b"_s }));
        QVERIFY(!hasCriticalFinding(checkRoadmap(design.framework)));
    }

    void stagesThatNobodyFilledAreLeftOut()
    {
        const CurriculumDesign design
            = joinStages(outlineOfTwo(), { makeStage(u"stage-2"_s, {}) }, sample::request());
        QCOMPARE(design.framework.stages.size(), 1);
        QCOMPARE(design.framework.totalEstimatedHours, 0.0);
        QCOMPARE(design.framework.recommendedCompletionWeeks, 1);
    }
};

QTEST_GUILESS_MAIN(StageExpansionTest)
#include "StageExpansionTest.moc"
