// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/RoadmapReview.h"

#include "tests/core/agents/AgentAnswers.h"
#include "tests/core/agents/ScriptedModel.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

CurriculumDesign design()
{
    CurriculumDesign design;
    design.framework = sample::perfectRoadmap();
    return design;
}

Roadmap betterRoadmap()
{
    Roadmap better = sample::perfectRoadmap();
    sample::firstConcept(better).description += u" And more."_s;
    return better;
}

/// A review with this script, and what it tells.
struct Review {
    explicit Review(const QStringList& answers)
    {
        for (const QString& answer : answers)
            model.script({ { .deltas = { answer } } });
        QObject::connect(&review, &RoadmapReview::eventEmitted, &review,
            [this](const AgentEvent& event) { events.append(event); });
        QObject::connect(&review, &RoadmapReview::finished, &review,
            [this](const CurriculumDesign& end) { result = end; });
    }

    /// Findings of the validator and about the agents.
    [[nodiscard]] QList<Finding> findings() const
    {
        QList<Finding> found;
        for (const AgentEvent& event : events) {
            const auto* finding = std::get_if<FindingEvent>(&event);
            if (finding != nullptr && finding->finding.rule == u"V"_s)
                found.append(finding->finding);
        }
        return found;
    }

    ScriptedModel model;
    RoadmapReview review { { model, { .firstDelay = 2ms, .longestDelay = 4ms } }, ReplyMode::Stream,
        sample::request(), sample::intent() };
    QList<AgentEvent> events;
    std::optional<CurriculumDesign> result;
};

} // namespace

class RoadmapReviewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGoodRoadmapIsJudgedOnce()
    {
        Review test({ validationAnswer() });
        test.review.review(design(), {}, 3);
        QTRY_VERIFY(test.result);
        QCOMPARE(*test.result, design());
        QCOMPARE(test.model.questions.size(), 1);
        QVERIFY(test.findings().isEmpty());
    }

    void whatWasFoundIsMendedAndJudgedAgain_data()
    {
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<int>("questions");
        QTest::newRow("critical") << Severity::Critical << 3;
        QTest::newRow("warning") << Severity::Warning << 3;
        QTest::newRow("a suggestion is not worth it") << Severity::Suggestion << 1;
    }

    void whatWasFoundIsMendedAndJudgedAgain()
    {
        QFETCH(const Severity, severity);
        QFETCH(const int, questions);
        Review test({ validationAnswer({ issueAt(u"c-1-1-1"_s, severity) }),
            editAnswer(betterRoadmap()), validationAnswer() });
        test.review.review(design(), {}, 3);
        QTRY_VERIFY(test.result);
        QCOMPARE(test.model.questions.size(), questions);
        QCOMPARE(test.findings().size(), 1);
        QCOMPARE(test.findings().first().location, u"c-1-1-1"_s);
        QCOMPARE(test.result->framework,
            severity == Severity::Suggestion ? sample::perfectRoadmap() : betterRoadmap());
    }

    void theEditorIsToldWhatWasFound()
    {
        const Finding ofRules { .rule = u"W4"_s,
            .severity = Severity::Warning,
            .location = u"mod-1-1"_s,
            .issue = u"Too few concepts."_s,
            .suggestion = u"Add one."_s };
        Review test({ validationAnswer({ issueAt(u"c-1-1-1"_s) }), editAnswer(betterRoadmap()),
            validationAnswer() });
        test.review.review(design(), { ofRules }, 3);
        QTRY_VERIFY(test.result);
        const QString told = test.model.questions[1].last().text;
        QVERIFY(told.contains(u"c-1-1-1: Something is missing. Add it."_s));
        QVERIFY(told.contains(u"mod-1-1: Too few concepts. Add one."_s));
    }

    void thereAreNoMoreRoundsThanAskedFor()
    {
        QStringList answers;
        for (int i = 0; i < 9; ++i)
            answers << validationAnswer({ issueAt(u"c-1-1-1"_s) }) << editAnswer(betterRoadmap());
        Review test(answers);
        test.review.review(design(), {}, 3);
        QTRY_VERIFY(test.result);
        QCOMPARE(test.model.schemaNames,
            QStringList({ u"validation"_s, u"roadmap_edit"_s, u"validation"_s, u"roadmap_edit"_s,
                u"validation"_s }));
        QCOMPARE(test.findings().size(), 3);
    }

    void anEditThatBreaksTheRoadmapIsNotTaken()
    {
        Roadmap broken = sample::perfectRoadmap();
        for (Stage& stage : broken.stages)
            stage.modules.clear();
        Review test({ validationAnswer({ issueAt(u"c-1-1-1"_s) }), editAnswer(broken) });
        test.review.review(design(), {}, 3);
        QTRY_VERIFY(test.result);
        QCOMPARE(*test.result, design());
        QCOMPARE(test.findings().size(), 2);
        QVERIFY(test.findings().last().issue.contains(u"the one before it stands"_s));
    }

    void aModelThatCannotJudgeLeavesTheRoadmapAsItIs()
    {
        Review test({ u"I like it."_s, u"Really."_s });
        test.review.review(design(), {}, 3);
        QTRY_VERIFY(test.result);
        QCOMPARE(*test.result, design());
        QCOMPARE(test.findings().size(), 1);
        QVERIFY(test.findings().first().issue.startsWith(u"No model has reviewed"_s));
    }

    void theLearnersWishIsCarriedOut()
    {
        Review test({ editAnswer(betterRoadmap()) });
        test.review.change(design(), u"More about the first concept."_s);
        QTRY_VERIFY(test.result);
        QCOMPARE(test.result->framework, betterRoadmap());
        QVERIFY(test.model.questions[0].last().text.contains(u"More about the first"_s));
    }

    void aWishThatCannotBeCarriedOutIsSaid()
    {
        Review test({ u"No."_s, u"No!"_s });
        test.review.change(design(), u"Everything else."_s);
        QTRY_VERIFY(test.result);
        QCOMPARE(*test.result, design());
        QVERIFY(test.findings().first().issue.startsWith(u"What you asked for"_s));
    }

    void cancellingClosesTheExchangeAndSaysNoMore()
    {
        Review test({});
        test.model.script({ { .deltas = { u"On and on"_s }, .endless = true } });
        test.review.review(design(), {}, 3);
        QTRY_VERIFY(!test.events.isEmpty());
        test.review.cancel();
        const qsizetype told = test.events.size();
        QTRY_COMPARE(test.model.aliveReplies, 0);
        QCOMPARE(test.events.size(), told);
        QVERIFY(!test.result);
    }
};

QTEST_GUILESS_MAIN(RoadmapReviewTest)
#include "RoadmapReviewTest.moc"
