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

/// The perfect roadmap without so many of its concepts, the last ones first.
Roadmap shortened(int dropped)
{
    Roadmap roadmap = sample::perfectRoadmap();
    for (int i = 0; i < dropped; ++i) {
        QList<Module>& modules = roadmap.stages.last().modules;
        modules.last().concepts.removeLast();
        if (modules.last().concepts.isEmpty())
            modules.removeLast();
        if (modules.isEmpty())
            roadmap.stages.removeLast();
    }
    return roadmap;
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

    /// The last that was complete, if one was.
    [[nodiscard]] Roadmap lastRoadmap() const
    {
        return last<RoadmapEdit>().value_or(RoadmapEdit {}).framework;
    }
    [[nodiscard]] Validation lastValidation() const
    {
        return last<Validation>().value_or(Validation {});
    }

    template <class Result>
    [[nodiscard]] std::optional<Result> last() const
    {
        std::optional<Result> found;
        for (const AgentEvent& event : events) {
            const auto* complete = std::get_if<CompleteEvent>(&event);
            if (complete != nullptr && std::holds_alternative<Result>(complete->result))
                found = std::get<Result>(complete->result);
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

    void eachRoundReviewsAndMendsAndTheLastIsJudged_data()
    {
        QTest::addColumn<int>("rounds");
        for (int rounds = 1; rounds <= 3; ++rounds)
            QTest::addRow("%d", rounds) << rounds;
    }

    void eachRoundReviewsAndMendsAndTheLastIsJudged()
    {
        QFETCH(const int, rounds);
        QStringList answers;
        for (int i = 0; i < 9; ++i)
            answers << validationAnswer({ issueAt(u"c-1-1-1"_s) }) << editAnswer(betterRoadmap());
        Review test(answers);
        test.review.review(design(), {}, rounds);
        QTRY_VERIFY(test.result);
        QStringList asked;
        for (int i = 0; i < rounds; ++i)
            asked << u"validation"_s << u"roadmap_edit"_s;
        QCOMPARE(test.model.schemaNames, asked << u"validation"_s);
        QCOMPARE(test.findings().size(), rounds + 1);
        QCOMPARE(test.result->framework, betterRoadmap());
    }

    void theBestJudgedRoadmapStands_data()
    {
        QTest::addColumn<QList<ValidationIssue>>("first");
        QTest::addColumn<QList<ValidationIssue>>("second");
        QTest::addColumn<bool>("isEditTaken");
        const ValidationIssue critical = issueAt(u"c-1-1-1"_s);
        const ValidationIssue warning = issueAt(u"c-1-1-1"_s, Severity::Warning);
        using Issues = QList<ValidationIssue>;
        QTest::newRow("lower score") << Issues { warning } << Issues { warning, warning } << false;
        QTest::newRow("higher score") << Issues { warning, warning } << Issues { warning } << true;
        QTest::newRow("as good") << Issues { warning } << Issues { warning } << true;
        QTest::newRow("fewer criticals, lower score")
            << Issues { critical } << Issues { warning, warning, warning } << true;
        QTest::newRow("more criticals, higher score")
            << Issues { warning, warning, warning } << Issues { critical } << false;
    }

    void theBestJudgedRoadmapStands()
    {
        QFETCH(const QList<ValidationIssue>, first);
        QFETCH(const QList<ValidationIssue>, second);
        QFETCH(const bool, isEditTaken);
        Review test({ validationAnswer(first), editAnswer(betterRoadmap()),
            validationAnswer(second), u"No."_s, u"No!"_s });
        test.review.review(design(), {}, 1);
        QTRY_VERIFY(test.result);
        const Roadmap best = isEditTaken ? betterRoadmap() : sample::perfectRoadmap();
        QCOMPARE(test.result->framework, best);
        QCOMPARE(test.lastRoadmap(), best);
        // With the review that was about it.
        QCOMPARE(test.lastValidation().issues, isEditTaken ? second : first);
        QCOMPARE(test.findings().size(),
            first.size() + second.size() + (isEditTaken ? 0 : first.size()));
    }

    void anEarlierRoadmapStandsWhenALaterEditFails()
    {
        const ValidationIssue issue = issueAt(u"c-1-1-1"_s);
        Review test({ validationAnswer({ issue }), editAnswer(betterRoadmap()),
            validationAnswer({ issue, issue }), u"No."_s, u"No!"_s });
        test.review.review(design(), {}, 3);
        QTRY_VERIFY(test.result);
        QCOMPARE(*test.result, design());
        QCOMPARE(test.lastRoadmap(), sample::perfectRoadmap());
        QVERIFY(test.findings().last().issue.startsWith(u"What was found could not"_s));
    }

    void anEditThatDropsConceptsIsNotTaken_data()
    {
        QTest::addColumn<int>("dropped"); // of 24
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("a few") << 4 << true;
        QTest::newRow("more than a fifth") << 5 << false;
        QTest::newRow("nearly all") << 23 << false;
    }

    void anEditThatDropsConceptsIsNotTaken()
    {
        QFETCH(const int, dropped);
        QFETCH(const bool, isTaken);
        Review test({ validationAnswer({ issueAt(u"c-1-1-1"_s) }), editAnswer(shortened(dropped)),
            validationAnswer() });
        test.review.review(design(), {}, 3);
        QTRY_VERIFY(test.result);
        QCOMPARE(conceptCount(test.result->framework), isTaken ? 24 - dropped : 24);
        QCOMPARE(test.findings().size(), isTaken ? 1 : 2);
        QCOMPARE(test.findings().last().issue.contains(u"more than a fifth"_s), !isTaken);
    }

    void aWishMayDropAsMuchAsItLikes()
    {
        Review test({ editAnswer(shortened(23)) });
        test.review.change(design(), u"The first concept alone."_s);
        QTRY_VERIFY(test.result);
        QCOMPARE(conceptCount(test.result->framework), 1);
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
        QVERIFY(test.findings().first().issue.startsWith(u"No model has checked"_s));
    }

    void anEditThatNobodyCanJudgeIsNotTaken()
    {
        Review test({ validationAnswer({ issueAt(u"c-1-1-1"_s) }), editAnswer(betterRoadmap()),
            u"I like it."_s, u"Really."_s });
        test.review.review(design(), {}, 3);
        QTRY_VERIFY(test.result);
        QCOMPARE(*test.result, design());
        QCOMPARE(test.lastRoadmap(), sample::perfectRoadmap());
        QVERIFY(test.findings().last().issue.startsWith(
            u"The mended roadmap could not be checked, so the one before it stands."_s));
    }

    void tellsNothingInsideACall_data()
    {
        QTest::addColumn<bool>("isWish");
        QTest::newRow("review") << false;
        QTest::newRow("change") << true;
    }

    void tellsNothingInsideACall()
    {
        QFETCH(const bool, isWish);
        Review test({});
        QSignalSpy validation(&test.review, &RoadmapReview::validationBegan);
        QSignalSpy edit(&test.review, &RoadmapReview::editBegan);
        if (isWish)
            test.review.change(design(), u"Less."_s);
        else
            test.review.review(design(), {}, 3);
        QCOMPARE(validation.size() + edit.size(), 0);
        test.review.cancel();
        QCoreApplication::processEvents();
        QCOMPARE(validation.size() + edit.size(), 0);
        QVERIFY(test.model.questions.isEmpty());
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
