// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/Validation.h"
#include "core/roadmap/IssueLocations.h"

#include "tests/core/roadmap/JsonText.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using sample::parsed;

namespace {

const QByteArray lateText
    = "{'is_valid':false,'overall_score':3,'dimension_scores':["
      "{'dimension':'knowledge_completeness','score':90,'rationale':'wide'},"
      "{'dimension':'Knowledge Progression','score':80.0,'rationale':''},"
      "{'dimension':'stage_coherence','score':70,'rationale':'r'},"
      "{'dimension':'module_clarity','score':60,'rationale':'r'},"
      "{'dimension':'user_alignment','score':50,'rationale':'r','mood':1}],"
      "'issues':[{'severity':'Warning','location':'stage-1 > mod-1-2','issue':'i',"
      "'suggestion':'s','category':'knowledge_gap','structural_suggestion':{'action':'add_concept'}"
      "}],'improvement_suggestions':['more',{'action':'add_stage','content':'a project'}],"
      "'validation_summary':'fine','colour':'red'}";

Validation read(const QByteArray& text)
{
    Result<Validation> validation = readValidation(parsed(text));
    if (!validation)
        qFatal("%s", qPrintable(validation.error().details));
    return std::move(validation).value();
}

QList<DimensionScore> allDimensions(double score)
{
    QList<DimensionScore> scores;
    for (const Dimension dimension :
        { Dimension::KnowledgeCompleteness, Dimension::KnowledgeProgression,
            Dimension::StageCoherence, Dimension::ModuleClarity, Dimension::UserAlignment })
        scores.append({ .dimension = dimension, .score = score });
    return scores;
}

QList<ValidationIssue> issuesOf(int criticals, int warnings, int suggestions)
{
    return QList<ValidationIssue>(criticals, { .severity = Severity::Critical })
        + QList<ValidationIssue>(warnings, { .severity = Severity::Warning })
        + QList<ValidationIssue>(suggestions, { .severity = Severity::Suggestion });
}

} // namespace

class ValidationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheLateForm()
    {
        const Validation validation = read(lateText);
        QCOMPARE(validation.dimensionScores.size(), 5);
        QCOMPARE(validation.dimensionScores[1].dimension, Dimension::KnowledgeProgression);
        QCOMPARE(validation.issues.size(), 1);
        QCOMPARE(validation.issues[0].severity, Severity::Warning);
        QCOMPARE(validation.issues[0].location, u"stage-1 > mod-1-2"_s);
        QVERIFY(validation.issues[0].category == IssueCategory::KnowledgeGap);
        QVERIFY(validation.issues[0].extras.contains("structural_suggestion"));
        QCOMPARE(validation.improvementSuggestions, QStringList({ u"more"_s, u"a project"_s }));
        QCOMPARE(validation.summary, u"fine"_s);
        QVERIFY(validation.extras.contains("colour"));
        // 27 + 20 + 14 + 9 + 5, less 5 for the warning
        QCOMPARE(validation.overallScore, 70.0);
        QVERIFY(validation.isValid);
    }

    void readsTheEarlyForm()
    {
        const Validation validation = read(
            "{'is_valid':true,'issues':[{'severity':'suggestion','location':'c-1','issue':'i',"
            "'suggestion':'s'}],'overall_score':85.5}");
        QVERIFY(validation.isValid);
        QCOMPARE(validation.overallScore, 85.5);
        QVERIFY(!validation.issues[0].category);
        QVERIFY(!read("{'is_valid':false,'overall_score':85}").isValid);
        QVERIFY(!read("{'is_valid':true,'overall_score':85,'issues':[{'severity':'CRITICAL',"
                      "'location':'','issue':'i','suggestion':'s'}]}")
                     .isValid);
    }

    void oneWithoutBracketsIsAListOfOne()
    {
        const json::value text = parsed(
            "{'overall_score':70,'is_valid':true,'issues':{'severity':'warning','location':'c-1',"
            "'issue':'Too hard.','suggestion':'Split it.'}}");
        QVERIFY(!readValidation(text));
        QStringList mends;
        const Result<Validation> validation = readValidation(text, &mends);
        QVERIFY2(validation, validation ? "" : qPrintable(validation.error().details));
        QCOMPARE(validation.value().issues.size(), 1);
        QCOMPARE(mends.size(), 1);
    }

    void keepsAValidationOverARoundTrip()
    {
        for (const QByteArray& text : { lateText, QByteArray("{'overall_score':12.5}"),
                 QByteArray("{'overall_score':1,'dimension_scores':[{'dimension':'taste',"
                            "'score':4}],'issues':[{'severity':'warning','issue':'i','suggestion':"
                            "'s','category':'Taste'}]}") }) {
            const Validation validation = read(text);
            const Result<Validation> again = readValidation(toJson(validation));
            QVERIFY(again.ok());
            QCOMPARE(again.value(), validation);
        }
    }

    void keepsUnknownWords()
    {
        const Validation validation = read("{'overall_score':1,'dimension_scores':[{'dimension':"
                                           "'taste','score':4}],'issues':[{'severity':'warning',"
                                           "'issue':'i','suggestion':'s','category':'Taste'}]}");
        QCOMPARE(validation.overallScore, 1.0); // no dimension of ours to reckon with
        const QByteArray text = writeJson(toJson(validation));
        QVERIFY(text.contains("\"dimension\":\"taste\""));
        QVERIFY(text.contains("\"category\":\"Taste\""));
    }

    void takesTheSuggestionFromItsOwnPart()
    {
        const Validation validation
            = read("{'overall_score':1,'issues':[{'severity':'warning','location':'x','issue':'i',"
                   "'structural_suggestion':{'content':'add loops'}}]}");
        QCOMPARE(validation.issues[0].suggestion, u"add loops"_s);
    }

    void namesThePathOfWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        const QByteArray issue = "{'severity':'bad','location':'','issue':'i','suggestion':'s'}";
        QTest::addRow("no score") << QByteArray("{'is_valid':true}")
                                  << u"overall_score: expected a number, found nothing"_s;
        QTest::addRow("empty dimensions, no score") << QByteArray(
            "{'dimension_scores':[]}") << u"overall_score: expected a number, found nothing"_s;
        QTest::addRow("score out of range")
            << QByteArray("{'overall_score':100.5}")
            << u"overall_score: expected a number from 0 to 100, found the number 100.5"_s;
        QTest::addRow("dimension out of range")
            << QByteArray("{'dimension_scores':[{'dimension':'stage_coherence','score':-1}]}")
            << u"dimension_scores[0].score: expected a number from 0 to 100, found the number -1"_s;
        QTest::addRow("severity")
            << QByteArray("{'overall_score':1,'issues':[" + issue + "]}")
            << u"issues[0].severity: expected one of critical, warning, suggestion, found \"bad\""_s;
        QTest::addRow("no severity")
            << QByteArray("{'overall_score':1,'issues':[{'issue':'i','suggestion':'s'}]}")
            << u"issues[0].severity: expected a value, found nothing"_s;
        QTest::addRow("too many issues") << QByteArray(
            "{'overall_score':1,'issues':[" + QByteArray(issue + ',').repeated(200) + "1]}")
                                         << u"issues: expected at most 200 items, found a list"_s;
        QTest::addRow("too many suggestions") << QByteArray(
            "{'overall_score':1,'improvement_suggestions':[" + QByteArray("'a',").repeated(200)
            + "'a']}") << u"improvement_suggestions: expected at most 200 items, found a list"_s;
        QTest::addRow("no object")
            << QByteArray("[]") << u"(the whole text): expected an object, found a list"_s;
    }

    void namesThePathOfWhatIsWrong()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, line);
        const Result<Validation> validation = readValidation(parsed(text));
        QVERIFY(!validation.ok());
        QCOMPARE(validation.error().kind, ErrorKind::BadOutput);
        QCOMPARE(validation.error().details.section(u'\n', 0, 0), line);
    }

    void reckonsTheScore_data()
    {
        QTest::addColumn<int>("criticals");
        QTest::addColumn<int>("warnings");
        QTest::addColumn<double>("score");
        QTest::addRow("nothing") << 0 << 0 << 84.3;
        QTest::addRow("a critical") << 1 << 0 << 74.3;
        QTest::addRow("warnings") << 0 << 3 << 69.3;
        QTest::addRow("both") << 2 << 1 << 59.3;
        QTest::addRow("never below 0") << 9 << 9 << 0.0;
    }

    void reckonsTheScore()
    {
        QFETCH(const int, criticals);
        QFETCH(const int, warnings);
        QFETCH(const double, score);
        const QList<ValidationIssue> issues = issuesOf(criticals, warnings, 4);
        QCOMPARE(scoreOf(allDimensions(84.26), issues), score);
        QCOMPARE(isValidWith(issues), criticals == 0);
    }

    void weighsTheDimensionsThatAreGiven()
    {
        int percents = 0;
        for (const DimensionScore& entry : allDimensions(0))
            percents += dimensionPercent(entry.dimension);
        QCOMPARE(percents, 100);
        QList<DimensionScore> some { { .dimension = Dimension::KnowledgeCompleteness, .score = 90 },
            { .dimension = Dimension::UserAlignment, .score = 50 },
            { .dimension = Dimension::Other, .score = 1 } };
        QCOMPARE(scoreOf(some, {}), 80.0);
        QCOMPARE(scoreOf({}, {}), 0.0);
    }

    void aDimensionGivenTwiceCountsOnce()
    {
        const QList<DimensionScore> once { { .dimension = Dimension::KnowledgeCompleteness,
                                               .score = 80 },
            { .dimension = Dimension::UserAlignment, .score = 40 } };
        QList<DimensionScore> often = once;
        for (int i = 0; i < 9; ++i)
            often.append({ .dimension = Dimension::UserAlignment, .score = 100 });
        QCOMPARE(scoreOf(often, {}), scoreOf(once, {}));
    }

    void saysTheScoreInAWord_data()
    {
        QTest::addColumn<double>("score");
        QTest::addColumn<QString>("word");
        QTest::addRow("100") << 100.0 << u"excellent"_s;
        QTest::addRow("90") << 90.0 << u"excellent"_s;
        QTest::addRow("89.9") << 89.9 << u"good"_s;
        QTest::addRow("70") << 70.0 << u"good"_s;
        QTest::addRow("69.9") << 69.9 << u"fair"_s;
        QTest::addRow("50") << 50.0 << u"fair"_s;
        QTest::addRow("49.9") << 49.9 << u"poor"_s;
    }

    void saysTheScoreInAWord()
    {
        QFETCH(const double, score);
        QTEST(scoreWord(score), "word");
    }

    void failedHardChecksGiveNoPoints()
    {
        Roadmap roadmap = sample::perfectRoadmap();
        sample::lastConcept(roadmap).prerequisites = { u"nowhere"_s };
        roadmap.totalEstimatedHours = 1; // a warning, which is left out
        const QList<Finding> findings = checkRoadmap(roadmap);
        const Validation validation = failedHardChecks(findings);
        QVERIFY(!validation.isValid);
        QCOMPARE(validation.overallScore, 0.0);
        QCOMPARE(validation.issues.size(), 1);
        QCOMPARE(validation.issues[0].location, sample::lastConcept(roadmap).id);
        const Result<Validation> again = readValidation(toJson(validation));
        QVERIFY(again.ok());
        QCOMPARE(again.value(), validation);
    }

    void findsWhatALocationMeans_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("id");
        QTest::addRow("id") << u"mod-1-2"_s << u"mod-1-2"_s;
        QTest::addRow("blanks around") << u"  stage-2 "_s << u"stage-2"_s;
        QTest::addRow("path") << u"stage-1 > mod-1-2"_s << u"mod-1-2"_s;
        QTest::addRow("path with an arrow") << u"stage-1→mod-1-2→c-1-2-3"_s << u"c-1-2-3"_s;
        QTest::addRow("sentence") << u"In concept c-1-1-2, second sentence."_s << u"c-1-1-2"_s;
        QTest::addRow("end of a sentence") << u"See mod-2-1."_s << u"mod-2-1"_s;
        QTest::addRow("Chinese sentence") << u"阶段stage-3的描述"_s << u"stage-3"_s;
        QTest::addRow("two of a kind") << u"c-1-1-4 and c-1-1-2"_s << u"c-1-1-4"_s;
        QTest::addRow("case") << u"Stage-1 / MOD-1-1"_s << u"mod-1-1"_s;
        QTest::addRow("prefix") << u"python-web:c-1-1-3"_s << u"c-1-1-3"_s;
        QTest::addRow("kind before it") << u"stage:stage-2"_s << u"stage-2"_s;
        QTest::addRow("name") << u"Module 1-2"_s << u"mod-1-2"_s;
        QTest::addRow("names in a path") << u"Stage 1 > Module 1-2 > topic 1-2-1"_s << u"c-1-2-1"_s;
        QTest::addRow("quoted name") << u"“Module 2-2”"_s << u"mod-2-2"_s;
        QTest::addRow("the roadmap's id") << u"python-web"_s << QString();
        QTest::addRow("whole") << u"整体"_s << QString();
        QTest::addRow("nothing") << QString() << QString();
        QTest::addRow("nothing known") << u"stage-9 > mod-9-9"_s << QString();
        QTest::addRow("endless") << QString(5'000'000, u'>') << QString();
    }

    void findsWhatALocationMeans()
    {
        QFETCH(const QString, location);
        QTEST(IssueLocations(sample::perfectRoadmap()).idFor(location), "id");
    }

    void idsOfAnyFormAreFound()
    {
        Roadmap roadmap = sample::perfectRoadmap();
        sample::lastConcept(roadmap).id = u"最后 一步: 项目"_s;
        const IssueLocations locations(roadmap);
        QCOMPARE(locations.idFor(u"最后 一步: 项目"_s), u"最后 一步: 项目"_s);
        QCOMPARE(locations.idFor(u"stage-3 > 最后 一步: 项目"_s), u"最后 一步: 项目"_s);
    }

    void issuesBecomeFindings()
    {
        Validation validation;
        validation.issues = { { .severity = Severity::Critical,
                                  .location = u"stage-1 > mod-1-2"_s,
                                  .issue = u"i"_s,
                                  .suggestion = u"s"_s },
            { .severity = Severity::Suggestion, .location = u"the end"_s, .issue = u"dull"_s },
            { .location = u"overall"_s, .issue = u"long"_s } };
        const QList<Finding> findings = findingsOf(validation, sample::perfectRoadmap());
        QCOMPARE(findings.size(), 3);
        QCOMPARE(QString::fromUtf8(writeJson(toJson(findings[0]))),
            QString(u"{'severity':'critical','location':'mod-1-2','issue':'i','suggestion':'s',"
                    "'rule':'V'}"_s)
                .replace(u'\'', u'"'));
        QCOMPARE(findings[1].location, QString());
        QCOMPARE(findings[1].issue, u"At “the end”: dull"_s);
        QCOMPARE(findings[2].issue, u"long"_s);
    }
};

QTEST_GUILESS_MAIN(ValidationTest)
#include "ValidationTest.moc"
