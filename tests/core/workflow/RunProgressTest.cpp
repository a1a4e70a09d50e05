// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/RunProgress.h"

#include "tests/core/agents/AgentAnswers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

RoadmapOutline outline()
{
    return test::outlineOf(sample::perfectRoadmap()); // 3 stages of 8 concepts
}

/// At the end of the outline, 10 seconds after the start.
RunProgress outlined(const AfterDesign& after = {})
{
    RunProgress progress(after);
    progress.begin();
    progress.noteIntent(4s);
    progress.noteOutline(outline(), 10s);
    return progress;
}

int percentOf(RunProgress& progress)
{
    const auto event = progress.next();
    return event ? event->percent : -1;
}

} // namespace

class RunProgressTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsConceptsOfThosePlanned()
    {
        RunProgress progress = outlined();
        QCOMPARE(percentOf(progress), 16);
        progress.noteConcepts(u"stage-1"_s, 6, 13s);
        QCOMPARE(percentOf(progress), 32); // a quarter of the way from 16 to 80
        progress.noteConcepts(u"stage-3"_s, 6, 16s);
        QCOMPARE(percentOf(progress), 48);
    }

    void saysNothingTwice()
    {
        RunProgress progress = outlined();
        QVERIFY(progress.next());
        QVERIFY(!progress.next());
    }

    void tellsWhatRemainsFromTheRateSeen()
    {
        RunProgress progress = outlined();
        progress.noteConcepts(u"stage-1"_s, 6, 13s);
        // 18 concepts at 6 in 3 seconds.
        QCOMPARE(progress.next()->remaining, std::optional(9s));
    }

    void moreConceptsThanPlannedDoNotOvertake()
    {
        RunProgress progress = outlined();
        progress.noteConcepts(u"stage-1"_s, 800, 12s);
        QCOMPARE(percentOf(progress), 37); // one stage of three
        progress.noteConcepts(u"unknown"_s, 8, 12s);
        QCOMPARE(percentOf(progress), -1);
    }

    void aStageAskedForAgainDoesNotTakeItBack()
    {
        RunProgress progress = outlined();
        progress.noteConcepts(u"stage-1"_s, 6, 13s);
        QCOMPARE(percentOf(progress), 32);
        progress.noteStageWithdrawn(u"stage-1"_s, 14s);
        const auto withdrawn = progress.next();
        QVERIFY(withdrawn); // what it said of the rest no longer holds
        QCOMPARE(withdrawn->percent, 32);
        QVERIFY(!withdrawn->remaining);
        progress.noteConcepts(u"stage-1"_s, 2, 15s);
        QCOMPARE(percentOf(progress), 32);
    }

    void whatRemainsIsToldWhileThePercentageStands()
    {
        RunProgress progress = outlined();
        progress.noteConcepts(u"stage-1"_s, 6, 13s);
        QVERIFY(progress.next());
        progress.noteConcepts(u"stage-1"_s, 0, 16s);
        const auto slower = progress.next();
        QVERIFY(slower);
        QCOMPARE(slower->percent, 32);
        QCOMPARE(slower->remaining, std::optional(18s));
    }

    void moreConceptsThanPlannedPromiseNoEnd()
    {
        RunProgress progress = outlined({ .review = false });
        for (const QString& stage : { u"stage-1"_s, u"stage-2"_s, u"stage-3"_s })
            progress.noteConcepts(stage, 8, 13s);
        const auto all = progress.next();
        QVERIFY(all && !all->remaining);
        progress.noteConcepts(u"stage-3"_s, 4, 14s);
        QVERIFY(!progress.next());
    }

    void aRetriedEditBeginsAnew()
    {
        RunProgress progress = outlined();
        progress.noteDesign(20s);
        progress.noteEditBegins(24, 20s);
        progress.noteEditedConcepts(18, 29s);
        QCOMPARE(progress.next()->remaining, std::optional(3s));
        progress.noteEditWithdrawn(30s);
        const auto withdrawn = progress.next();
        QVERIFY(withdrawn && !withdrawn->remaining);
        progress.noteEditedConcepts(12, 36s);
        QCOMPARE(progress.next()->remaining, std::optional(6s));
    }

    void aWholeRoadmapInsteadOfAnOutlineGrows()
    {
        RunProgress progress;
        progress.begin();
        progress.noteIntent(4s);
        QCOMPARE(percentOf(progress), 8);
        progress.noteConcepts({}, 12, 8s);
        QCOMPARE(percentOf(progress), 32);
        progress.noteStageWithdrawn({}, 9s);
        progress.noteConcepts({}, 24, 12s);
        const auto half = progress.next();
        QCOMPARE(half->percent, 44);
        QVERIFY(!half->remaining); // nobody knows how many more will come
        progress.noteConcepts({}, 1000, 20s);
        QVERIFY(percentOf(progress) < 80);
        progress.noteDesign(21s);
        QCOMPARE(percentOf(progress), 80);
    }

    void anOutlineThatHoldsAConceptIsStillAnOutline()
    {
        RunProgress progress;
        progress.begin();
        progress.noteIntent(4s);
        progress.noteConcepts({}, 1, 8s);
        progress.noteOutline(outline(), 10s);
        QCOMPARE(percentOf(progress), 16);
    }

    void aWishHasAWayOfItsOwn_data()
    {
        QTest::addColumn<bool>("hasReview");
        QTest::newRow("after the design") << false;
        QTest::newRow("after rounds of review") << true;
    }

    void aWishHasAWayOfItsOwn()
    {
        QFETCH(const bool, hasReview);
        RunProgress progress = outlined({ .review = hasReview, .learner = true });
        progress.noteDesign(20s);
        for (int round = 0; hasReview && round < 3; ++round) {
            progress.noteValidationBegins(20s);
            progress.noteEditBegins(24, 25s);
            progress.noteEditedConcepts(24, 26s);
        }
        progress.noteHumanReview();
        const int asked = percentOf(progress);
        QCOMPARE(asked, 90);
        progress.noteEditBegins(24, 30s);
        progress.noteEditedConcepts(12, 33s);
        const auto half = progress.next();
        QVERIFY(half->percent > asked && half->percent < 97);
        QCOMPARE(half->remaining, std::optional(3s)); // nobody reviews it
    }

    void roundsOfReviewStayBelowTheEnd()
    {
        RunProgress progress = outlined();
        progress.noteDesign(20s);
        int last = percentOf(progress);
        QCOMPARE(last, 80);
        for (int round = 0; round < 9; ++round) {
            progress.noteValidationBegins(20s);
            progress.noteEditBegins(24, 25s);
            progress.noteEditedConcepts(12, 26s);
            const ProgressEvent event = progress.next().value_or(ProgressEvent { .percent = last });
            QVERIFY(event.percent >= last && event.percent < 98);
            last = event.percent;
        }
        progress.noteEnd();
        const auto end = progress.next();
        QCOMPARE(end->percent, 100);
        QCOMPARE(end->step, WorkflowStep::Completed);
    }

    void anOutlineThatPromisesTooMuchStillEnds()
    {
        RunProgress progress = outlined({ .review = false });
        progress.noteConcepts(u"stage-1"_s, 1, 11s);
        progress.noteDesign(12s);
        QVERIFY(percentOf(progress) < 98);
        progress.noteEnd();
        QCOMPARE(percentOf(progress), 100);
    }
};

QTEST_GUILESS_MAIN(RunProgressTest)
#include "RunProgressTest.moc"
