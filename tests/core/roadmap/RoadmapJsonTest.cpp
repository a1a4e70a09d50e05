// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapJson.h"

#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class RoadmapJsonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsARoadmapOverARoundTrip();
    void writesBackWhatItRead();
    void readsNumbersInEitherForm();
    void readsContentVersions_data();
    void readsContentVersions();
    void keepsUnknownWords();
    void aKnownWordReplacesAKeptOne();
    void fillsInWhatIsLeftOut_data();
    void fillsInWhatIsLeftOut();
    void readsTheDesignAndTheBareFramework();
    void namesThePathOfWhatIsMissing_data();
    void namesThePathOfWhatIsMissing();
    void namesThePathOfAWrongShape_data();
    void namesThePathOfAWrongShape();
    void refusesWhatIsNoDesign_data();
    void refusesWhatIsNoDesign();
    void boundsTheNumberOfConcepts();
    void boundsTheNumberOfStagesAndModules();
    void readsStagesInTheirOrder();
    void takesWordsAsModelsWriteThem();
    void namesTheWords();
};

namespace {

const QByteArray conceptText = R"({"concept_id":"r:c-1-1-1","name":"类型","description":"D",)"
                               R"("estimated_hours":2.5,"prerequisites":["c-0"],)"
                               R"("difficulty":"hard","keywords":["a"],)"
                               R"("content_status":"completed","content_ref":"ref",)"
                               R"("content_version":"v2","content_summary":"sum",)"
                               R"("tutorial_id":"t-1","resources_status":"generating",)"
                               R"("resources_id":"x","resources_count":3,)"
                               R"("quiz_status":"failed","quiz_id":"q","quiz_questions_count":4,)"
                               R"("mood":{"b":1,"a":[null]}})";

const QByteArray roadmapText = R"({"roadmap_id":"r","title":"T","stages":[{"stage_id":"stage-1",)"
                               R"("name":"S","description":"D","order":1,"modules":[{)"
                               R"("module_id":"mod-1-1","name":"M","description":"D",)"
                               R"("concepts":[)"
    + conceptText
    + R"(],"colour":"red"}],"colour":2}],"total_estimated_hours":2.5,)"
      R"("recommended_completion_weeks":1,"theme":null})";

json::value parsed(const QByteArray& text)
{
    const auto value = parseJson(text);
    return value ? value.value() : json::value();
}

/// The objects of roadmapText from the outside in, with their paths.
struct Level {
    const char* path;
    const char* prefix;
};
constexpr std::array<Level, 4> levels { { { "", "" }, { "/stages/0", "stages[0]." },
    { "/stages/0/modules/0", "stages[0].modules[0]." },
    { "/stages/0/modules/0/concepts/0", "stages[0].modules[0].concepts[0]." } } };

constexpr std::array<std::initializer_list<const char*>, 4> required { {
    { "roadmap_id", "title", "stages", "total_estimated_hours", "recommended_completion_weeks" },
    { "stage_id", "name", "description", "order", "modules" },
    { "module_id", "name", "description", "concepts" },
    { "concept_id", "name", "description", "estimated_hours" },
} };

constexpr std::array optional { "prerequisites", "difficulty", "keywords", "content_status",
    "content_ref", "content_version", "content_summary", "tutorial_id", "resources_status",
    "resources_id", "resources_count", "quiz_status", "quiz_id", "quiz_questions_count" };

json::object& objectAt(json::value& root, const QByteArray& path)
{
    return root.at_pointer(path.constData()).as_object();
}

json::object& conceptIn(json::value& root)
{
    return objectAt(root, levels[3].path);
}

Concept onlyConcept(const Result<Roadmap>& roadmap)
{
    return roadmap ? roadmap.value().stages.at(0).modules.at(0).concepts.at(0) : Concept();
}

void verifyDetails(const Error& error, const QString& path)
{
    QCOMPARE(errorKindName(error.kind), errorKindName(ErrorKind::BadOutput));
    QVERIFY2(error.details.startsWith(path + ": expected "_L1), qUtf8Printable(error.details));
    QCOMPARE(error.details.count(u'\n'), 0); // and nothing else
    QVERIFY(!error.message.isEmpty());
}

} // namespace

void RoadmapJsonTest::keepsARoadmapOverARoundTrip()
{
    const Roadmap roadmap = sample::perfectRoadmap();
    const auto read = readRoadmap(parsed(writeJson(toJson(roadmap))));
    QVERIFY(read);
    QCOMPARE(read.value(), roadmap);
}

void RoadmapJsonTest::writesBackWhatItRead()
{
    const auto roadmap = readRoadmap(parsed(roadmapText));
    QVERIFY(roadmap);
    QCOMPARE(writeJson(toJson(roadmap.value())), roadmapText);
    const Concept item = onlyConcept(roadmap);
    QCOMPARE(item.id, u"r:c-1-1-1"_s);
    QCOMPARE(item.name, u"类型"_s);
    QCOMPARE(item.prerequisites, QStringList { u"c-0"_s });
    QVERIFY(item.difficulty == Difficulty::Hard);
    QVERIFY(item.content.tutorialStatus == ContentStatus::Completed);
    QVERIFY(item.content.resourcesStatus == ContentStatus::Generating);
    QVERIFY(item.content.quizStatus == ContentStatus::Failed);
    QCOMPARE(item.content.quizQuestionsCount, 4);
}

void RoadmapJsonTest::readsNumbersInEitherForm()
{
    json::value text = parsed(roadmapText);
    conceptIn(text)["estimated_hours"] = 3;
    conceptIn(text)["quiz_questions_count"] = 5.0;
    objectAt(text, levels[1].path)["order"] = 2.0;
    objectAt(text, levels[0].path)["total_estimated_hours"] = 3;
    objectAt(text, levels[0].path)["recommended_completion_weeks"] = 4.0;
    const auto roadmap = readRoadmap(text);
    QVERIFY(roadmap);
    QCOMPARE(onlyConcept(roadmap).estimatedHours, 3.0);
    QCOMPARE(onlyConcept(roadmap).content.quizQuestionsCount, 5);
    QCOMPARE(roadmap.value().stages.at(0).order, 2);
    QCOMPARE(roadmap.value().totalEstimatedHours, 3.0);
    QCOMPARE(roadmap.value().recommendedCompletionWeeks, 4);
    const QByteArray written = writeJson(toJson(roadmap.value()));
    QVERIFY(written.contains("\"estimated_hours\":3.0,"));
    QVERIFY(written.contains("\"order\":2,"));
}

void RoadmapJsonTest::readsContentVersions_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QString>("expected");
    QTest::addRow("word") << "\"v3\""_ba << u"v3"_s;
    QTest::addRow("number") << "1"_ba << u"v1"_s;
    QTest::addRow("null") << "null"_ba << u"v1"_s;
}

void RoadmapJsonTest::readsContentVersions()
{
    QFETCH(const QByteArray, version);
    json::value text = parsed(roadmapText);
    conceptIn(text)["content_version"] = parsed(version);
    const auto roadmap = readRoadmap(text);
    QVERIFY(roadmap);
    QTEST(onlyConcept(roadmap).content.contentVersion, "expected");
}

void RoadmapJsonTest::keepsUnknownWords()
{
    QByteArray text = roadmapText;
    text.replace("\"hard\"", "\"brutal\"").replace("\"completed\"", "\"archived\"");
    text.replace("\"generating\"", "\"queued\"").replace("\"failed\"", "\"\"");
    const auto roadmap = readRoadmap(parsed(text));
    QVERIFY(roadmap);
    QVERIFY(onlyConcept(roadmap).difficulty == Difficulty::Other);
    QVERIFY(onlyConcept(roadmap).content.tutorialStatus == ContentStatus::Other);
    QCOMPARE(writeJson(toJson(roadmap.value())), text); // in their places
}

void RoadmapJsonTest::aKnownWordReplacesAKeptOne()
{
    QByteArray text = roadmapText;
    text.replace("\"hard\"", "\"brutal\"");
    const auto read = readRoadmap(parsed(text));
    QVERIFY(read);
    Roadmap roadmap = read.value();
    sample::firstConcept(roadmap).difficulty = Difficulty::Hard;
    QCOMPARE(writeJson(toJson(roadmap)), roadmapText);
}

void RoadmapJsonTest::fillsInWhatIsLeftOut_data()
{
    QTest::addColumn<bool>("asNull");
    QTest::addRow("absent") << false;
    QTest::addRow("null") << true;
}

void RoadmapJsonTest::fillsInWhatIsLeftOut()
{
    QFETCH(const bool, asNull);
    json::value text = parsed(roadmapText);
    for (const char* key : optional) {
        if (asNull)
            conceptIn(text)[key] = nullptr;
        else
            conceptIn(text).erase(key);
    }
    const auto roadmap = readRoadmap(text);
    QVERIFY(roadmap);
    const Concept item = onlyConcept(roadmap);
    QVERIFY(item.prerequisites.isEmpty() && item.keywords.isEmpty());
    QVERIFY(item.difficulty == Difficulty::Medium);
    QVERIFY(item.content == ConceptContent());
    const QByteArray expected = R"("prerequisites":[],"difficulty":"medium","keywords":[],)"
                                R"("content_status":"pending","content_version":"v1",)"
                                R"("resources_status":"pending","resources_count":0,)"
                                R"("quiz_status":"pending","quiz_questions_count":0,)";
    const QByteArray written = writeJson(toJson(roadmap.value()));
    QVERIFY2(written.contains(expected), written.constData());
}

void RoadmapJsonTest::readsTheDesignAndTheBareFramework()
{
    const QByteArray whole
        = R"({"framework":)" + roadmapText + R"(,"design_rationale":"Because.","confidence":0.5})";
    const auto design = readCurriculumDesign(parsed(whole));
    QVERIFY(design);
    QCOMPARE(design.value().designRationale, u"Because."_s);
    QCOMPARE(writeJson(toJson(design.value())), whole);

    const auto bare = readCurriculumDesign(parsed(roadmapText));
    QVERIFY(bare);
    QCOMPARE(bare.value().framework, design.value().framework);
    QVERIFY(bare.value().designRationale.isEmpty());

    const auto silent = readCurriculumDesign(parsed(R"({"framework":)" + roadmapText + '}'));
    QVERIFY(silent);
    QVERIFY(silent.value().designRationale.isEmpty());
}

void RoadmapJsonTest::namesThePathOfWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("named");
    for (std::size_t i = 0; i < levels.size(); ++i) {
        for (const char* key : required[i]) {
            const QByteArray named = levels[i].prefix + QByteArray(key);
            QTest::addRow("%s", named.constData())
                << QByteArray(levels[i].path) << QByteArray(key) << QString::fromLatin1(named);
        }
    }
}

void RoadmapJsonTest::namesThePathOfWhatIsMissing()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, key);
    QFETCH(const QString, named);
    json::value text = parsed(roadmapText);
    objectAt(text, path).erase(key.constData());
    const auto missing = readRoadmap(text);
    QVERIFY(!missing);
    verifyDetails(missing.error(), named);
    objectAt(text, path)[key.constData()] = nullptr;
    const auto null = readRoadmap(text);
    QVERIFY(!null);
    verifyDetails(null.error(), named);
    const auto design = readCurriculumDesign(json::object { { "framework", text } });
    QVERIFY(!design);
    verifyDetails(design.error(), QString(u"framework."_s + named));
}

void RoadmapJsonTest::namesThePathOfAWrongShape_data()
{
    namesThePathOfWhatIsMissing_data();
    for (const char* key : optional) {
        const QByteArray named = levels[3].prefix + QByteArray(key);
        QTest::addRow("%s", named.constData())
            << QByteArray(levels[3].path) << QByteArray(key) << QString::fromLatin1(named);
    }
}

void RoadmapJsonTest::namesThePathOfAWrongShape()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, key);
    QFETCH(const QString, named);
    json::value text = parsed(roadmapText);
    const json::object wrong { { "x", 1 } }; // an object is right nowhere
    objectAt(text, path)[key.constData()] = wrong;
    const auto roadmap = readRoadmap(text);
    QVERIFY(!roadmap);
    verifyDetails(roadmap.error(), named);
    json::value& member = objectAt(text, path)[key.constData()];
    const json::value right
        = parsed(roadmapText).at_pointer(QByteArray(path + '/' + key).constData());
    if (!right.is_array())
        return;
    member = json::array { 7 }; // neither a text nor an object
    const auto items = readRoadmap(text);
    QVERIFY(!items);
    // What an object would have had is noted as missing, too.
    const QString& details = items.error().details;
    QVERIFY2(details.startsWith(named + "[0]: expected "_L1), qUtf8Printable(details));
}

void RoadmapJsonTest::refusesWhatIsNoDesign_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::addRow("text") << "\"hello\""_ba << u"(the whole text)"_s;
    QTest::addRow("list") << "[]"_ba << u"(the whole text)"_s;
    QTest::addRow("empty") << "{}"_ba << u"framework"_s;
    QTest::addRow("null") << R"({"framework":null})"_ba << u"framework"_s;
    QTest::addRow("rationale") << QByteArray(
        R"({"framework":)" + roadmapText + R"(,"design_rationale":[]})")
                               << u"design_rationale"_s;
}

void RoadmapJsonTest::refusesWhatIsNoDesign()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, path);
    const auto design = readCurriculumDesign(parsed(text));
    QVERIFY(!design);
    QVERIFY2(design.error().details.startsWith(path + ": expected "_L1),
        qUtf8Printable(design.error().details));
}

void RoadmapJsonTest::boundsTheNumberOfConcepts()
{
    QLocale::setDefault(QLocale::c());
    QVERIFY(readRoadmap(toJson(sample::largeRoadmap(maxConcepts))));
    const auto tooLarge = readRoadmap(toJson(sample::largeRoadmap(maxConcepts + 1)));
    QVERIFY(!tooLarge);
    QCOMPARE(errorKindName(tooLarge.error().kind), errorKindName(ErrorKind::TooLarge));
    QVERIFY2(tooLarge.error().message.contains("20001"_L1)
            || tooLarge.error().message.contains("20,001"_L1),
        qUtf8Printable(tooLarge.error().message));
}

void RoadmapJsonTest::boundsTheNumberOfStagesAndModules()
{
    json::object roadmap = toJson(sample::perfectRoadmap());
    json::array& modules = roadmap["stages"].as_array()[0].as_object()["modules"].as_array();
    modules.resize(maxConcepts + 1, json::object());
    const auto manyModules = readRoadmap(roadmap);
    QVERIFY(!manyModules);
    QCOMPARE(manyModules.error().details,
        u"stages[0].modules: expected at most 20000 items, found a list"_s);
    roadmap["stages"].emplace_array().resize(maxConcepts + 1, json::object());
    const auto manyStages = readRoadmap(roadmap);
    QVERIFY(!manyStages);
    QCOMPARE(manyStages.error().details, u"stages: expected at most 20000 items, found a list"_s);
}

void RoadmapJsonTest::readsStagesInTheirOrder()
{
    Roadmap shuffled = sample::perfectRoadmap();
    std::ranges::reverse(shuffled.stages);
    const auto read = readRoadmap(toJson(shuffled));
    QVERIFY(read);
    QCOMPARE(read.value(), sample::perfectRoadmap());
}

void RoadmapJsonTest::takesWordsAsModelsWriteThem()
{
    json::object roadmap = toJson(sample::perfectRoadmap());
    json::object& item = roadmap["stages"]
                             .as_array()[0]
                             .as_object()["modules"]
                             .as_array()[0]
                             .as_object()["concepts"]
                             .as_array()[0]
                             .as_object();
    item["difficulty"] = " Easy";
    item["content_status"] = "PENDING";
    item["content_version"] = 1.0;
    const auto read = readRoadmap(roadmap);
    QVERIFY(read);
    QCOMPARE(read.value(), sample::perfectRoadmap());
}

void RoadmapJsonTest::namesTheWords()
{
    for (const auto value : { Difficulty::Easy, Difficulty::Medium, Difficulty::Hard })
        QVERIFY(difficultyFromName(difficultyName(value)) == value);
    QVERIFY(difficultyName(Difficulty::Other).isEmpty());
    QVERIFY(difficultyFromName(u"Easy") == Difficulty::Other);
    for (const auto value : { ContentStatus::Pending, ContentStatus::Generating,
             ContentStatus::Completed, ContentStatus::Failed })
        QVERIFY(contentStatusFromName(contentStatusName(value)) == value);
    QVERIFY(contentStatusName(ContentStatus::Other).isEmpty());
    QVERIFY(contentStatusFromName({}) == ContentStatus::Other);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RoadmapJsonTest)
#include "RoadmapJsonTest.moc"
