// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/LlmSource.h"

#include "tests/core/agents/AgentAnswers.h"
#include "tests/core/agents/ScriptedModel.h"
#include "tests/core/roadmap/SampleRoadmaps.h"
#include "tests/core/workflow/EventLog.h"

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
    design.designRationale = u"From easy to hard."_s;
    return design;
}

ScriptedSpeech speech(const QString& text)
{
    return { .deltas = { text.first(10), text.sliced(10) } };
}

ScriptedSpeech intentSpeech()
{
    return speech(intentAnswer());
}

ScriptedSpeech designSpeech(const CurriculumDesign& design)
{
    return speech("Three stages."_L1 + inFence(toJson(design)));
}

ScriptedSpeech validSpeech()
{
    return speech(validationAnswer());
}

Error passing()
{
    return { .kind = ErrorKind::Server, .message = u"Busy."_s, .details = {}, .isTransient = true };
}

constexpr RunPlan unreviewed { .rounds = 0 };

} // namespace

class LlmSourceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsTheDesigningAgentsInOrder()
    {
        ScriptedModel model({ intentSpeech(), designSpeech(design()) });
        LlmSource source({ model }, unreviewed, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(log.events.isEmpty());
        QVERIFY(source.isRunning());
        QVERIFY(ended.wait());
        QCOMPARE(withoutFindings(log.outline()), u"chunk complete chunk complete done"_s);
        QVERIFY(!source.isRunning());
        const auto done = std::get<DoneEvent>(log.events.last());
        QCOMPARE(done.intent, sample::intent());
        QCOMPARE(done.design, design());
        QCOMPARE(done.usage, (ChatUsage { .inputTokens = 20, .outputTokens = 40 }));
        QVERIFY(log.said(AgentId::IntentAnalyzer).startsWith(u"You want to build web sites."_s));
    }

    void onlyTheAgentThatFailedIsAskedAgain()
    {
        ScriptedModel model({ intentSpeech(), { .failure = passing() }, designSpeech(design()) });
        LlmSource source(
            { model, { .firstDelay = 1h, .longestDelay = 1h } }, unreviewed, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QTRY_VERIFY(
            !log.events.isEmpty() && std::holds_alternative<AttemptFailedEvent>(log.events.last()));
        const auto attempt = std::get<AttemptFailedEvent>(log.events.last());
        QCOMPARE(attempt.agent, AgentId::CurriculumArchitect);
        QVERIFY(attempt.retryIn > 1min);
        source.retryNow();
        QVERIFY(ended.wait());
        QCOMPARE(
            withoutFindings(log.outline()), u"chunk complete attempt_failed chunk complete done"_s);
        QCOMPARE(model.questions.size(), 3);
    }

    void whatWasUsedIsToldHoweverItEnds()
    {
        constexpr ChatUsage ofOneAnswer { .inputTokens = 10, .outputTokens = 20 };
        for (const bool isCancelled : { true, false }) {
            const Error final { .kind = ErrorKind::NotFound, .message = u"No."_s, .details = {} };
            ScriptedModel model({ intentSpeech(), { .failure = final } });
            LlmSource source({ model }, unreviewed, u"scripted"_s);
            EventLog log(source);
            connect(&source, &RoadmapSource::eventEmitted, &source,
                [&source, isCancelled](const AgentEvent& event) {
                    if (isCancelled && std::holds_alternative<CompleteEvent>(event))
                        source.cancel();
                });
            source.start(sample::request());
            QCOMPARE(source.usage(), ChatUsage());
            QTRY_VERIFY(!source.isRunning());
            QCOMPARE(source.usage(), ofOneAnswer);
        }
    }

    void cancellingDuringThePauseEndsTheRun()
    {
        ScriptedModel model({ { .failure = passing() }, intentSpeech() });
        LlmSource source(
            { model, { .firstDelay = 1h, .longestDelay = 1h } }, unreviewed, u"scripted"_s);
        EventLog log(source);
        source.start(sample::request());
        QTRY_VERIFY(log.outline() == u"attempt_failed"_s);
        source.cancel();
        source.retryNow();
        QVERIFY(!source.isRunning());
        QTRY_COMPARE(model.aliveReplies, 0);
        QCOMPARE(model.questions.size(), 1);
    }

    void warningsFollowTheDesignAsFindings()
    {
        CurriculumDesign steep = design();
        sample::firstConcept(steep.framework).difficulty = Difficulty::Hard;
        ScriptedModel model({ intentSpeech(), designSpeech(steep) });
        LlmSource source({ model }, { .mode = ReplyMode::Whole, .rounds = 0 }, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QVERIFY(log.outline().contains(u"complete finding"_s));
        QVERIFY(log.outline().endsWith(u"finding done"_s));
    }

    void whatCodeCanMendIsMendedAndSaid()
    {
        CurriculumDesign wrong = design();
        wrong.framework.totalEstimatedHours = 1;
        ScriptedModel model({ intentSpeech(), designSpeech(wrong) });
        LlmSource source({ model }, unreviewed, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QVERIFY(log.outline().startsWith(u"chunk complete chunk mended complete"_s));
        QCOMPARE(std::get<DoneEvent>(log.events.last()).design, design());
    }

    void aRepairedAnswerIsMarkedAsASecondTry()
    {
        ScriptedModel model(
            { { .deltas = { u"no result"_s } }, intentSpeech(), designSpeech(design()) });
        LlmSource source({ model }, unreviewed, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QVERIFY(log.outline().startsWith(u"chunk attempt_failed chunk complete"_s));
        QVERIFY(std::holds_alternative<DoneEvent>(log.events.last()));
    }

    void aDesignWithoutConceptsFails()
    {
        Roadmap empty = sample::perfectRoadmap();
        for (Stage& stage : empty.stages) {
            for (Module& module : stage.modules)
                module.concepts.clear();
        }
        ScriptedModel model({ intentSpeech(), speech(outlineAnswer()),
            speech(stageAnswer(empty, 0)), speech(stageAnswer(empty, 0)) });
        LlmSource source({ model }, unreviewed, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QCOMPARE(log.outline(), u"chunk complete chunk attempt_failed chunk error"_s);
        QCOMPARE(std::get<ErrorEvent>(log.events.last()).error.kind, ErrorKind::BadOutput);
    }

    void theWholeWorkflowIsOneStream()
    {
        Roadmap better = sample::perfectRoadmap();
        sample::firstConcept(better).description += u" More."_s;
        ScriptedModel model({ intentSpeech(), designSpeech(design()),
            speech(validationAnswer({ issueAt(u"c-1-1-1"_s) })), speech(editAnswer(better)),
            validSpeech() });
        LlmSource source({ model }, {}, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QCOMPARE(withoutFindings(log.outline()),
            u"chunk complete chunk complete chunk complete chunk complete chunk complete done"_s);
        const auto done = std::get<DoneEvent>(log.events.last());
        QCOMPARE(done.design.framework, better);
        QCOMPARE(done.design.designRationale, u"From easy to hard."_s);
        QCOMPARE(done.usage, (ChatUsage { .inputTokens = 50, .outputTokens = 100 }));
        QVERIFY(log.said(AgentId::RoadmapEditor).startsWith(u"I have mended it."_s));
    }

    void progressNeverFallsAndEndsWithTheRun()
    {
        ScriptedModel model({ intentSpeech(), speech(outlineAnswer()),
            speech(stageAnswer(sample::perfectRoadmap(), 0)),
            speech(stageAnswer(sample::perfectRoadmap(), 1)),
            speech(stageAnswer(sample::perfectRoadmap(), 2)), validSpeech() });
        LlmSource source({ model }, {}, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QList<int> percents;
        for (const AgentEvent& event : log.events) {
            if (const auto* progress = std::get_if<ProgressEvent>(&event))
                percents.append(progress->percent);
        }
        QVERIFY(percents.size() > 6);
        QVERIFY(std::ranges::is_sorted(percents));
        QCOMPARE(percents.last(), 100);
        QVERIFY(percents[percents.size() - 2] < 98);
        QVERIFY(std::holds_alternative<DoneEvent>(log.events.last()));
    }

    void theLearnerHasTheLastWord()
    {
        Roadmap changed = sample::perfectRoadmap();
        changed.title = u"Less of it"_s;
        ScriptedModel model(
            { intentSpeech(), designSpeech(design()), speech(editAnswer(changed)) });
        LlmSource source({ model }, { .rounds = 0, .asksLearner = true }, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        const auto isAsked = [&log] {
            return !log.events.isEmpty()
                && std::holds_alternative<ReviewRequestedEvent>(log.events.last());
        };
        QTRY_VERIFY(isAsked());
        QVERIFY(source.isRunning());
        source.answerReview(u"Make it shorter."_s);
        QTRY_COMPARE(model.questions.size(), 3);
        QVERIFY(model.questions[2].last().text.contains(u"Make it shorter."_s));
        QTRY_VERIFY(isAsked());
        source.answerReview({});
        QVERIFY(ended.wait());
        QCOMPARE(std::get<DoneEvent>(log.events.last()).design.framework, changed);
        source.answerReview({}); // too late, and harmless
        QVERIFY(!source.isRunning());
    }

    void cancellingWhileTheLearnerIsAskedEndsTheRun()
    {
        ScriptedModel model({ intentSpeech(), designSpeech(design()) });
        LlmSource source({ model }, { .rounds = 0, .asksLearner = true }, u"scripted"_s);
        EventLog log(source);
        source.start(sample::request());
        QTRY_VERIFY(!log.events.isEmpty()
            && std::holds_alternative<ReviewRequestedEvent>(log.events.last()));
        source.answerReview({});
        source.cancel();
        const qsizetype told = log.events.size();
        QCoreApplication::processEvents();
        QCOMPARE(log.events.size(), told);
    }

    void anErrorNamesTheAgentAndLeavesWhatWasComplete()
    {
        const Error cut { ErrorKind::Cut, u"cut"_s, {} };
        ScriptedModel model({ intentSpeech(), { .deltas = { u"Three"_s }, .failure = cut } });
        LlmSource source({ model }, unreviewed, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QCOMPARE(log.outline(), u"chunk complete chunk error"_s);
        QCOMPARE(std::get<ErrorEvent>(log.events.last()),
            (ErrorEvent { cut, AgentId::CurriculumArchitect }));
        QVERIFY(!source.isRunning());
    }

    void goingOnTellsTheFindingsOfTheDesign()
    {
        CurriculumDesign uneven = design();
        uneven.framework.recommendedCompletionWeeks = 90; // which a rule minds
        ScriptedModel model(QList<ScriptedSpeech> {});
        LlmSource source({ model }, unreviewed, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.goOn(sample::request(), { .intent = sample::intent(), .design = uneven });
        QVERIFY(ended.wait());
        QVERIFY(log.outline().contains(u"finding"_s));
        QVERIFY(log.outline().endsWith(u"done"_s));
    }

    void goesOnWithoutAskingForWhatIsFinished_data()
    {
        QTest::addColumn<FinishedWork>("finished");
        QTest::addColumn<qsizetype>("questions");
        QTest::addColumn<QString>("outline");
        const FinishedWork nothing;
        FinishedWork intent { .intent = sample::intent() };
        FinishedWork designed { .intent = sample::intent(), .design = design() };
        QTest::newRow("nothing") << nothing << qsizetype(3)
                                 << u"chunk complete chunk complete chunk complete done"_s;
        QTest::newRow("the analysis")
            << intent << qsizetype(2) << u"chunk complete chunk complete done"_s;
        QTest::newRow("the design") << designed << qsizetype(1) << u"finding chunk complete done"_s;
    }

    void goesOnWithoutAskingForWhatIsFinished()
    {
        QFETCH(const FinishedWork, finished);
        QFETCH(const qsizetype, questions);
        QList<ScriptedSpeech> speeches { intentSpeech(), designSpeech(design()), validSpeech() };
        ScriptedModel model(speeches.last(questions));
        LlmSource source({ model }, {}, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.goOn(sample::request(), finished);
        QVERIFY(log.events.isEmpty());
        QVERIFY(ended.wait());
        QCOMPARE(model.questions.size(), questions);
        QTEST(withoutFindings(log.outline()), "outline");
        QCOMPARE(std::get<DoneEvent>(log.events.last()).design.framework, design().framework);
    }

    /// Whatever stage the design broke off in.
    void noStageIsAskedForTwice_data()
    {
        QTest::addColumn<qsizetype>("complete");
        for (const qsizetype complete : { 0, 1, 2 })
            QTest::addRow("after %d", int(complete)) << complete;
    }
    void noStageIsAskedForTwice()
    {
        QFETCH(const qsizetype, complete);
        const Roadmap whole = sample::perfectRoadmap();
        ScriptedModel model({ intentSpeech(), speech(outlineAnswer()) });
        for (qsizetype stage = 0; stage < complete; ++stage)
            model.script({ speech(stageAnswer(whole, stage)) });
        model.script({ { .failure = Error { ErrorKind::Quota, u"No money."_s, {} } } });
        LlmSource source({ model }, unreviewed, u"scripted"_s);
        FinishedWork finished { .intent = sample::intent() };
        connect(&source, &RoadmapSource::designAdvanced, this,
            [&finished](const DesignParts& parts) { finished.parts = parts; });
        EventLog first(source);
        QSignalSpy ended(&first, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QVERIFY(std::holds_alternative<ErrorEvent>(first.events.last()));

        for (qsizetype stage = complete; stage < whole.stages.size(); ++stage)
            model.script({ speech(stageAnswer(whole, stage)) });
        const qsizetype asked = model.questions.size();
        first.events.clear();
        source.goOn(sample::request(), finished);
        QVERIFY(ended.wait());
        QCOMPARE(model.questions.size() - asked, whole.stages.size() - complete);
        QCOMPARE(std::get<DoneEvent>(first.events.last()).design.framework, whole);
        for (qsizetype stage = 0; stage < whole.stages.size(); ++stage)
            QCOMPARE(first.said(AgentId::CurriculumArchitect)
                         .contains(u"Stage %1 in words"_s.arg(stage + 1)),
                stage >= complete);
        // It begins with what is there.
        const auto isProgress
            = [](const AgentEvent& event) { return std::holds_alternative<ProgressEvent>(event); };
        const auto progress = std::ranges::find_if(first.events, isProgress);
        QVERIFY(std::get<ProgressEvent>(*progress).percent >= 16 + 20 * complete);
    }

    /// Cancels inside the slot of the n-th event, for every n.
    void cancellingAtAnyEventEndsTheRunAtOnce()
    {
        Roadmap wrongTotal = sample::perfectRoadmap();
        wrongTotal.totalEstimatedHours = 1;
        const QList<ScriptedSpeech> speeches { { .deltas = { u"no result"_s } }, intentSpeech(),
            speech(outlineAnswer()), speech(stageAnswer(wrongTotal, 0)),
            speech(stageAnswer(wrongTotal, 1)), speech(stageAnswer(wrongTotal, 2)),
            speech(validationAnswer({ issueAt(u"c-1-1-1"_s) })), speech(editAnswer(wrongTotal)),
            validSpeech() };
        const qsizetype total = eventCount(speeches);
        QVERIFY(total > 30);
        for (qsizetype stop = 1; stop < total; ++stop) {
            ScriptedModel model(speeches);
            LlmSource source({ model }, { .parallel = 3 }, u"scripted"_s);
            EventLog log(source);
            connect(&source, &RoadmapSource::eventEmitted, &source, [&] {
                if (log.events.size() == stop)
                    source.cancel();
            });
            source.start(sample::request());
            QTRY_COMPARE(log.events.size(), stop);
            QVERIFY(!source.isRunning());
            QTRY_COMPARE(model.aliveReplies, 0);
            const qsizetype asked = model.questions.size();
            QCoreApplication::processEvents();
            QCOMPARE(log.events.size(), stop);
            QCOMPARE(model.questions.size(), asked);
        }
    }

    void startingAnewAtAnyEventBeginsAtTheBeginning_data()
    {
        QTest::addColumn<QList<ScriptedSpeech>>("speeches");
        QTest::addColumn<QStringList>("kinds");
        CurriculumDesign steep = design();
        sample::firstConcept(steep.framework).difficulty = Difficulty::Hard;
        steep.framework.totalEstimatedHours = 1;
        ScriptedSpeech thoughtful = intentSpeech();
        thoughtful.reasoning = u"Hm."_s;
        QTest::newRow("a whole run")
            << QList<ScriptedSpeech> { { .deltas = { u"no result"_s } }, thoughtful,
                   speech(outlineAnswer()), speech(stageAnswer(steep.framework, 0)),
                   speech(stageAnswer(steep.framework, 1)), speech(stageAnswer(steep.framework, 2)),
                   speech(validationAnswer({ issueAt(u"c-1-1-1"_s) })),
                   speech(editAnswer(steep.framework)), validSpeech() }
            << QStringList { u"chunk"_s, u"stage_chunk"_s, u"reasoning"_s, u"complete"_s,
                   u"attempt_failed"_s, u"mended"_s, u"progress"_s, u"finding"_s,
                   u"review_requested"_s, u"done"_s };
        QTest::newRow("a run that fails") << QList<ScriptedSpeech> {
            intentSpeech(), { .failure = Error { ErrorKind::Cut, u"cut"_s, {} } }
        } << QStringList { u"chunk"_s, u"progress"_s, u"complete"_s, u"error"_s };
    }

    /// Cancels and starts anew inside the slot of the n-th event, for every n: what came of the run
    /// before must not go on in the new one.
    void startingAnewAtAnyEventBeginsAtTheBeginning()
    {
        QFETCH(const QList<ScriptedSpeech>, speeches);
        QFETCH(const QStringList, kinds);
        QSet<QString> seen;
        for (qsizetype stop = 1;; ++stop) {
            QList<ScriptedSpeech> script = speeches;
            ScriptedModel model;
            model.responder = [&script](const ChatQuestion&) {
                return script.isEmpty() ? ScriptedSpeech {} : script.takeFirst();
            };
            LlmSource source({ model }, { .parallel = 3, .asksLearner = true }, u"scripted"_s);
            EventLog log(source);
            const auto startAnew = [&](const AgentEvent& event) {
                if (log.events.size() == stop) {
                    seen.insert(toQString(toJson(event).at("type").as_string()));
                    source.cancel();
                    script = { { .deltas = { u"On and on"_s }, .endless = true } };
                    source.start(sample::request());
                } else if (std::holds_alternative<ReviewRequestedEvent>(event)) {
                    source.answerReview({});
                }
            };
            connect(&source, &RoadmapSource::eventEmitted, &source, startAnew);
            source.start(sample::request());
            QTRY_VERIFY(log.events.size() > stop + 1 || !source.isRunning());
            if (!source.isRunning())
                break; // it has fewer events
            source.cancel();
            // The new run's first words.
            const auto* begin = std::get_if<ProgressEvent>(&log.events[stop]);
            QVERIFY2(begin != nullptr, qPrintable(log.outline()));
            QCOMPARE(*begin, (ProgressEvent { .step = WorkflowStep::IntentAnalysis }));
            const auto* words = std::get_if<ChunkEvent>(&log.events[stop + 1]);
            QVERIFY2(words != nullptr, qPrintable(log.outline()));
            QCOMPARE(words->agent, AgentId::IntentAnalyzer);
        }
        QCOMPARE(seen, QSet<QString>(kinds.begin(), kinds.end()));
    }

    void theBeginningIsTold()
    {
        ScriptedModel model({ intentSpeech(), designSpeech(design()) });
        LlmSource source({ model }, unreviewed, u"scripted"_s);
        EventLog log(source);
        source.start(sample::request());
        QTRY_VERIFY(!log.events.isEmpty());
        QCOMPARE(
            log.events.first(), AgentEvent(ProgressEvent { .step = WorkflowStep::IntentAnalysis }));
        source.cancel();
    }

    void aWishIsCarriedOutFromTheEventLoop()
    {
        ScriptedModel model({ intentSpeech(), designSpeech(design()) });
        LlmSource source({ model }, { .rounds = 0, .asksLearner = true }, u"scripted"_s);
        EventLog log(source);
        source.start(sample::request());
        QTRY_VERIFY(!log.events.isEmpty()
            && std::holds_alternative<ReviewRequestedEvent>(log.events.last()));
        const qsizetype told = log.events.size();
        source.answerReview(u"Make it shorter."_s);
        QCOMPARE(log.events.size(), told);
        QTRY_VERIFY(log.events.size() > told);
        QCOMPARE(std::get<ProgressEvent>(log.events[told]).step, WorkflowStep::RoadmapEdit);
    }

    void canRunAgainAfterCancelling()
    {
        ScriptedModel model({ { .deltas = { u"endless"_s }, .endless = true }, intentSpeech(),
            designSpeech(design()) });
        LlmSource source({ model }, unreviewed, u"scripted"_s);
        EventLog log(source);
        QSignalSpy events(&source, &RoadmapSource::eventEmitted);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(events.wait());
        source.cancel();
        source.cancel();
        log.events.clear();
        source.start(sample::request());
        QVERIFY(ended.wait());
        QVERIFY(std::holds_alternative<DoneEvent>(log.events.last()));
    }

    void destroyingARunningSourceClosesTheExchange()
    {
        ScriptedModel model({ { .deltas = { u"endless"_s }, .endless = true } });
        auto source = std::make_unique<LlmSource>(AgentSetup { model }, unreviewed, u"scripted"_s);
        QSignalSpy events(source.get(), &RoadmapSource::eventEmitted);
        source->start(sample::request());
        QVERIFY(events.wait());
        source.reset();
        QCOMPARE(model.aliveReplies, 0);
    }

private:
    /// The sample's deadline lies in its own year; seen from another day it is a finding.
    static QString withoutFindings(QString outline) { return outline.remove(u" finding"_s); }

    static qsizetype eventCount(const QList<ScriptedSpeech>& speeches)
    {
        ScriptedModel model(speeches);
        LlmSource source({ model }, { .parallel = 3 }, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        return ended.wait() ? log.events.size() : 0;
    }
};

QTEST_GUILESS_MAIN(LlmSourceTest)
#include "LlmSourceTest.moc"
