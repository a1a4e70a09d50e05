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
RunProgress outlined(bool hasReview = true)
{
    RunProgress progress(hasReview);
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
        // 18 concepts at 6 in 3 seconds, and a review as long as the analysis.
        QCOMPARE(progress.next()->remaining, std::optional(13s));
        RunProgress unreviewed = outlined(false);
        unreviewed.noteConcepts(u"stage-1"_s, 6, 13s);
        QCOMPARE(unreviewed.next()->remaining, std::optional(9s));
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
        progress.noteStageWithdrawn(u"stage-1"_s);
        progress.noteConcepts(u"stage-1"_s, 2, 15s);
        QCOMPARE(percentOf(progress), -1);
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
        RunProgress progress = outlined(false);
        progress.noteConcepts(u"stage-1"_s, 1, 11s);
        progress.noteDesign(12s);
        QVERIFY(percentOf(progress) < 98);
        progress.noteEnd();
        QCOMPARE(percentOf(progress), 100);
    }
};

QTEST_GUILESS_MAIN(RunProgressTest)
#include "RunProgressTest.moc"
