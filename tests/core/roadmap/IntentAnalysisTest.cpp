// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/IntentAnalysis.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class IntentAnalysisTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesBackWhatItRead_data();
    void writesBackWhatItRead();
    void readsEachMember();
    void takesNullForLeftOut();
    void namesThePathOfWhatIsWrong_data();
    void namesThePathOfWhatIsWrong();
};

namespace {

const QByteArray base = R"("parsed_goal":"Go","key_technologies":["Go"],)"
                        R"("difficulty_profile":"easy","time_constraint":"none",)"
                        R"("recommended_focus":[])";

const QByteArray late = R"(,"user_profile_summary":"A marketer","skill_gap_analysis":["Code"],)"
                        R"("personalized_suggestions":["Practise"],)"
                        R"("estimated_learning_path_type":"career_transition",)"
                        R"("content_format_weights":{"visual":0.4,"text":0.3,"audio":0.0,)"
                        R"("hands_on":0.3},"language_preferences":{"primary_language":"zh",)"
                        R"("secondary_language":"en","resource_ratio":{"primary":0.6,)"
                        R"("secondary":0.4}},"roadmap_id":"r-1")";

Result<IntentAnalysis> read(const QByteArray& text)
{
    const auto value = parseJson(text);
    return value ? readIntentAnalysis(value.value()) : Result<IntentAnalysis>(value.error());
}

} // namespace

void IntentAnalysisTest::writesBackWhatItRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("the base members") << QByteArray('{' + base + '}');
    QTest::addRow("all members") << QByteArray('{' + base + late + '}');
    QTest::addRow("unknown members") << QByteArray('{' + base + R"(,"mood":{"x":[1]},"n":null})");
    QTest::addRow("unknown members further inside") << QByteArray('{' + base
        + R"(,"content_format_weights":{"visual":0.25,"text":0.25,"audio":0.25,)"
          R"("hands_on":0.25,"games":0.1},"language_preferences":{"primary_language":"zh",)"
          R"("resource_ratio":{"primary":0.7,"secondary":0.2,"other":0.1},"script":"Hans"}})");
    QTest::addRow("an unknown word")
        << QByteArray('{' + base + R"(,"estimated_learning_path_type":"stroll"})");
}

void IntentAnalysisTest::writesBackWhatItRead()
{
    QFETCH(const QByteArray, text);
    const auto analysis = read(text);
    QVERIFY(analysis);
    QCOMPARE(writeJson(toJson(analysis.value())), text);
}

void IntentAnalysisTest::readsEachMember()
{
    const auto read = roadloom::read('{' + base + late + '}');
    QVERIFY(read);
    IntentAnalysis expected;
    expected.parsedGoal = u"Go"_s;
    expected.keyTechnologies = { u"Go"_s };
    expected.difficultyProfile = u"easy"_s;
    expected.timeConstraint = u"none"_s;
    expected.userProfileSummary = u"A marketer"_s;
    expected.skillGapAnalysis = { u"Code"_s };
    expected.personalizedSuggestions = { u"Practise"_s };
    expected.estimatedLearningPathType = LearningPathType::CareerTransition;
    expected.contentFormatWeights = { .visual = 0.4, .text = 0.3, .audio = 0.0, .handsOn = 0.3 };
    expected.languagePreferences = LanguagePreferences { .primaryLanguage = u"zh"_s,
        .secondaryLanguage = u"en"_s,
        .resourceRatio = LanguagePreferences::ResourceRatio { .primary = 0.6, .secondary = 0.4 } };
    expected.roadmapId = u"r-1"_s;
    QVERIFY(read.value() == expected);
}

void IntentAnalysisTest::takesNullForLeftOut()
{
    const auto left = read('{' + base + '}');
    const auto null = read('{' + base
        + R"(,"user_profile_summary":null,"skill_gap_analysis":null,"roadmap_id":null,)"
          R"("personalized_suggestions":null,"estimated_learning_path_type":null,)"
          R"("content_format_weights":null,"language_preferences":null})");
    QVERIFY(left && null);
    QVERIFY(left.value() == null.value());
}

void IntentAnalysisTest::namesThePathOfWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    for (const char* key : { "parsed_goal", "key_technologies", "difficulty_profile",
             "time_constraint", "recommended_focus" }) {
        QByteArray without = '{' + base + '}';
        without.replace(key, "other");
        QTest::addRow("no %s", key) << without << QString::fromLatin1(key);
        QByteArray wrong = without;
        wrong.insert(1, '"' + QByteArray(key) + "\":7,");
        QTest::addRow("%s is a number", key) << wrong << QString::fromLatin1(key);
    }
    const auto row = [](const QByteArray& member, const QString& path) {
        QTest::addRow("%s", member.constData())
            << QByteArray('{' + base + ',' + member + '}') << path;
    };
    row(R"("user_profile_summary":[])", u"user_profile_summary"_s);
    row(R"("skill_gap_analysis":"x")", u"skill_gap_analysis"_s);
    row(R"("personalized_suggestions":[1])", u"personalized_suggestions[0]"_s);
    row(R"("estimated_learning_path_type":1)", u"estimated_learning_path_type"_s);
    row(R"("content_format_weights":1)", u"content_format_weights"_s);
    row(R"("content_format_weights":{"audio":"x"})", u"content_format_weights.audio"_s);
    row(R"("language_preferences":"zh")", u"language_preferences"_s);
    row(R"("language_preferences":{"primary_language":1})",
        u"language_preferences.primary_language"_s);
    row(R"("language_preferences":{"resource_ratio":{"primary":"x"}})",
        u"language_preferences.resource_ratio.primary"_s);
    row(R"("roadmap_id":1)", u"roadmap_id"_s);
    QTest::addRow("no object") << "[]"_ba << u"(the whole text)"_s;
}

void IntentAnalysisTest::namesThePathOfWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, path);
    const auto analysis = read(text);
    QVERIFY(!analysis);
    QCOMPARE(errorKindName(analysis.error().kind), errorKindName(ErrorKind::BadOutput));
    QVERIFY2(analysis.error().details.startsWith(path + ": expected "_L1),
        qUtf8Printable(analysis.error().details));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::IntentAnalysisTest)
#include "IntentAnalysisTest.moc"
