// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapOutline.h"

#include "core/roadmap/RoadmapJson.h"
#include "tests/core/roadmap/JsonText.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using sample::parsed;

namespace {

const QByteArray moduleText = "{'module_id':'m','name':'M','description':'D'}";

/// An outline with this list of modules in its only stage.
QByteArray withModules(const QByteArray& modules)
{
    return "{'roadmap_id':'r','title':'T','stages':[{'stage_id':'s','name':'S','modules':["
        + modules + "]}]}";
}

QByteArray stageText(const QByteArray& id, const QByteArray& more = {})
{
    return "{'stage_id':'" + id + "','name':'S " + id + "','modules':[" + moduleText + "]" + more
        + "}";
}

QByteArray withStages(const QByteArray& stages)
{
    return "{'roadmap_id':'r','title':'T','stages':[" + stages + "]}";
}

RoadmapOutline read(const QByteArray& text)
{
    Result<RoadmapOutline> outline = readRoadmapOutline(parsed(text));
    if (!outline)
        qFatal("%s", qPrintable(outline.error().details));
    return std::move(outline).value();
}

} // namespace

class RoadmapOutlineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAllForms_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray bare = withStages(stageText("s1") + ',' + stageText("s2"));
        const QByteArray told = bare.chopped(1) + ",'design_rationale':'why'}";
        QTest::addRow("bare") << told;
        QTest::addRow("outline") << QByteArray("{'outline':" + told + "}");
        QTest::addRow("outline, rationale beside")
            << QByteArray("{'outline':" + bare + ",'design_rationale':'why'}");
        QTest::addRow("framework")
            << QByteArray("{'framework':" + bare + ",'design_rationale':'why'}");
    }

    void readsAllForms()
    {
        QFETCH(const QByteArray, text);
        const RoadmapOutline outline = read(text);
        QCOMPARE(outline.id, u"r"_s);
        QCOMPARE(outline.title, u"T"_s);
        QCOMPARE(outline.designRationale, u"why"_s);
        QCOMPARE(outline.stages.size(), 2);
        QCOMPARE(outline.stages[1].id, u"s2"_s);
        QCOMPARE(outline.stages[1].order, 2);
        QCOMPARE(outline.stages[0].modules[0].plannedConcepts, 4);
        QCOMPARE(plannedConcepts(outline), 8);
        QVERIFY(!isWholeDesign(parsed(text)));
    }

    void oneWithoutBracketsIsAListOfOne()
    {
        const json::value text
            = parsed("{'roadmap_id':'r','title':'T','stages':{'stage_id':'s','name':'S','modules':"
                + moduleText + "}}");
        QVERIFY(!readArchitectAnswer(text));
        QStringList mends;
        const Result<ArchitectAnswer> answer = readArchitectAnswer(text, &mends);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().details));
        QCOMPARE(
            std::get<RoadmapOutline>(answer.value()).stages.value(0).modules.value(0).id, u"m"_s);
        QCOMPARE(mends.size(), 1);
    }

    void keepsAnOutlineOverARoundTrip()
    {
        const RoadmapOutline outline
            = read("{'roadmap_id':'r','title':'T','total_estimated_hours':12,"
                   "'recommended_completion_weeks':2,'theme':1,'stages':["
                + stageText("s1", ",'icon':'x'") + "]}");
        QVERIFY(outline.totalEstimatedHours == 12.0);
        QVERIFY(outline.recommendedCompletionWeeks == 2);
        const Result<RoadmapOutline> again = readRoadmapOutline(toJson(outline));
        QVERIFY(again.ok());
        QCOMPARE(again.value(), outline);
    }

    void countsWhatIsPlanned()
    {
        const RoadmapOutline outline
            = read(withModules("{'name':'A','planned_concepts':3},{'name':'B','planned_concepts':"
                               "5.0},{'name':'C','planned_concepts':null}"));
        QCOMPARE(plannedConcepts(outline.stages[0]), 12);
        QCOMPARE(plannedConcepts(outline), 12);
    }

    void putsStagesInTheirOrder()
    {
        const RoadmapOutline outline = read(withStages(stageText("b", ",'order':7") + ','
            + stageText("a", ",'order':2") + ',' + stageText("c", ",'order':7")));
        QStringList ids;
        for (const StageOutline& stage : outline.stages)
            ids.append(stage.id);
        QCOMPARE(ids, QStringList({ u"a"_s, u"b"_s, u"c"_s }));
        QCOMPARE(outline.stages[0].order, 1);
        QCOMPARE(outline.stages[2].order, 3);
    }

    void namesThePathOfWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        const auto list = [](const QByteArray& item, int count) {
            return QByteArray(item + ',').repeated(count).chopped(1);
        };
        QByteArray stages;
        for (int i = 0; i < 25; ++i)
            stages += (i > 0 ? "," : "") + stageText("s" + QByteArray::number(i));
        QTest::addRow("no stages")
            << withStages({}) << u"stages: expected at least one stage, found a list"_s;
        QTest::addRow("too many stages")
            << withStages(stages) << u"stages: expected at most 24 items, found a list"_s;
        QTest::addRow("no modules") << withModules(
            {}) << u"stages[0].modules: expected at least one module, found a list"_s;
        QTest::addRow("too many modules")
            << withModules(list(moduleText, 25))
            << u"stages[0].modules: expected at most 24 items, found a list"_s;
        QTest::addRow("no concepts planned") << withModules("{'name':'A','planned_concepts':0}")
                                             << u"stages[0].modules[0].planned_concepts: expected "
                                                u"a whole number from 1 to 60, found "
                                                "the number 0"_s;
        QTest::addRow("too many concepts planned")
            << withModules("{'name':'A','planned_concepts':61}")
            << u"stages[0].modules[0].planned_concepts: expected a whole number from 1 to 60, "
               u"found "
               "the number 61"_s;
        QTest::addRow("too many in a stage")
            << withModules(list("{'name':'A','planned_concepts':60}", 14))
            << u"stages[0].modules: expected at most 800 planned concepts in all, found a list"_s;
        QTest::addRow("two of the same id")
            << withStages(stageText("a") + ',' + stageText("a"))
            << u"stages[1].stage_id: expected an id that no other stage has, found \"a\""_s;
        QTest::addRow("name missing") << withModules(
            "{'module_id':'m'}") << u"stages[0].modules[0].name: expected a text, found nothing"_s;
        QTest::addRow("blank name")
            << withModules("{'name':' \\t'}")
            << u"stages[0].modules[0].name: expected a text with visible characters, found \"\""_s;
        QTest::addRow("name of bidirectional controls")
            << withModules("{'name':'\\u202e\\u2066'}")
            << u"stages[0].modules[0].name: expected a text with visible characters, found \"\""_s;
        QTest::addRow("wrapped") << QByteArray("{'outline':{'roadmap_id':'r','title':'T'}}")
                                 << u"outline.stages: expected a list, found nothing"_s;
        QTest::addRow("stage is a text")
            << withStages("'a'") << u"stages[0]: expected an object, found \"a\""_s;
    }

    void namesThePathOfWhatIsWrong()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, line);
        const Result<RoadmapOutline> outline = readRoadmapOutline(parsed(text));
        QVERIFY(!outline.ok());
        QCOMPARE(outline.error().kind, ErrorKind::BadOutput);
        QCOMPARE(outline.error().details.section(u'\n', 0, 0), line);
    }

    void wholeDesignsAreRecognised()
    {
        const CurriculumDesign design {
            .framework = sample::perfectRoadmap(), .designRationale = u"why"_s, .extras = {}
        };
        json::object outlined;
        outlined["outline"] = toJson(design.framework);
        outlined["design_rationale"] = "why";
        const json::value bare = toJson(design.framework);
        for (const json::value& form :
            { bare, json::value(toJson(design)), json::value(outlined) }) {
            QVERIFY(isWholeDesign(form));
            const Result<ArchitectAnswer> answer = readArchitectAnswer(form);
            QVERIFY(answer.ok());
            const auto* read = std::get_if<CurriculumDesign>(&answer.value());
            QVERIFY(read != nullptr);
            QCOMPARE(read->framework, design.framework);
        }
    }

    void outlinesAreNoWholeDesigns_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("no concepts") << withModules(moduleText);
        QTest::addRow("names of concepts") << withModules("{'name':'A','concepts':['a','b']}");
        QTest::addRow("empty lists") << withModules("{'name':'A','concepts':[]}");
        QTest::addRow("only in one module")
            << withModules("{'name':'A','concepts':[{'name':'c'}]}," + moduleText);
    }

    void outlinesAreNoWholeDesigns()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!isWholeDesign(parsed(text)));
        const Result<ArchitectAnswer> answer = readArchitectAnswer(parsed(text));
        QVERIFY(answer.ok());
        QVERIFY(std::holds_alternative<RoadmapOutline>(answer.value()));
    }

    void whatIsNeitherIsRefused()
    {
        for (const QByteArray text : { "[]", "1", "{}", "{'outline':null}", "{'framework':[]}" })
            QVERIFY(!readArchitectAnswer(parsed(text)).ok());
    }
};

QTEST_GUILESS_MAIN(RoadmapOutlineTest)
#include "RoadmapOutlineTest.moc"
