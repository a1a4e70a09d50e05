// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/LlmSource.h"

#include "core/roadmap/RoadmapJson.h"
#include "tests/core/agents/ScriptedModel.h"
#include "tests/core/roadmap/SampleRoadmaps.h"
#include "tests/core/workflow/EventLog.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

QString fenced(const json::object& result)
{
    return "```json\n"_L1 + QString::fromUtf8(writeJson(result)) + "\n```"_L1;
}

CurriculumDesign design()
{
    CurriculumDesign design;
    design.framework = sample::perfectRoadmap();
    return design;
}

ScriptedSpeech intentSpeech()
{
    return { .deltas = { u"A fine "_s, u"goal.\n\n"_s, fenced(toJson(sample::intent())) } };
}

ScriptedSpeech designSpeech(const CurriculumDesign& design)
{
    return { .deltas = { u"Three stages.\n\n"_s, fenced(toJson(design)) } };
}

} // namespace

class LlmSourceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsTheTwoAgentsInOrder()
    {
        ScriptedModel model({ intentSpeech(), designSpeech(design()) });
        LlmSource source({ model }, ReplyMode::Stream, u"scripted"_s);
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
        QVERIFY(log.said(AgentId::IntentAnalyzer).startsWith(u"A fine goal."_s));
    }

    void onlyTheAgentThatFailedIsAskedAgain()
    {
        const Error busy {
            .kind = ErrorKind::Server, .message = u"Busy."_s, .details = {}, .isTransient = true
        };
        ScriptedModel model({ intentSpeech(), { .failure = busy }, designSpeech(design()) });
        LlmSource source(
            { model, { .firstDelay = 1h, .longestDelay = 1h } }, ReplyMode::Stream, u"scripted"_s);
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

    void cancellingDuringThePauseEndsTheRun()
    {
        const Error busy {
            .kind = ErrorKind::Server, .message = u"Busy."_s, .details = {}, .isTransient = true
        };
        ScriptedModel model({ { .failure = busy }, intentSpeech() });
        LlmSource source({ model, { .firstDelay = 5ms, .longestDelay = 5ms } }, ReplyMode::Stream,
            u"scripted"_s);
        EventLog log(source);
        source.start(sample::request());
        QTRY_COMPARE(log.events.size(), 1);
        source.cancel();
        source.retryNow();
        QVERIFY(!source.isRunning());
        QTRY_COMPARE(model.aliveReplies, 0);
        QCOMPARE(model.questions.size(), 1);
    }

    void warningsFollowTheDesignAsFindings()
    {
        CurriculumDesign wrongTotal = design();
        wrongTotal.framework.totalEstimatedHours = 1;
        ScriptedModel model({ intentSpeech(), designSpeech(wrongTotal) });
        LlmSource source({ model }, ReplyMode::Whole, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QVERIFY(log.outline().contains(u"complete finding"_s));
        QVERIFY(log.outline().endsWith(u"finding done"_s));
    }

    void aRepairedAnswerIsMarkedAsASecondTry()
    {
        ScriptedModel model(
            { { .deltas = { u"no result"_s } }, intentSpeech(), designSpeech(design()) });
        LlmSource source({ model }, ReplyMode::Stream, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QVERIFY(log.outline().startsWith(u"chunk attempt_failed chunk complete"_s));
        QVERIFY(std::holds_alternative<DoneEvent>(log.events.last()));
    }

    void aRoadmapThatBreaksAHardRuleIsKeptAndMarked()
    {
        CurriculumDesign circular = design();
        Concept& first = sample::firstConcept(circular.framework);
        first.prerequisites = { first.id };
        ScriptedModel model({ intentSpeech(), designSpeech(circular), designSpeech(circular) });
        LlmSource source({ model }, ReplyMode::Stream, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QCOMPARE(log.outline(),
            u"chunk complete chunk attempt_failed chunk refused finding finding error"_s);
        const auto refused = std::ranges::find_if(log.events,
            [](const AgentEvent& event) { return std::holds_alternative<RefusedEvent>(event); });
        QCOMPARE(std::get<RefusedEvent>(*refused),
            (RefusedEvent { circular, AgentId::CurriculumArchitect }));
        QCOMPARE(std::get<ErrorEvent>(log.events.last()).error.kind, ErrorKind::BadOutput);
    }

    void anErrorNamesTheAgentAndLeavesWhatWasComplete()
    {
        const Error cut { ErrorKind::Cut, u"cut"_s, {} };
        ScriptedModel model({ intentSpeech(), { .deltas = { u"Three"_s }, .failure = cut } });
        LlmSource source({ model }, ReplyMode::Stream, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        QVERIFY(ended.wait());
        QCOMPARE(log.outline(), u"chunk complete chunk error"_s);
        QCOMPARE(std::get<ErrorEvent>(log.events.last()),
            (ErrorEvent { cut, AgentId::CurriculumArchitect }));
        QVERIFY(!source.isRunning());
    }

    /// Cancels inside the slot of the n-th event, for every n.
    void cancellingAtAnyEventEndsTheRunAtOnce()
    {
        CurriculumDesign wrongTotal = design();
        wrongTotal.framework.totalEstimatedHours = 1;
        const QList<ScriptedSpeech> speeches { { .deltas = { u"no result"_s } }, intentSpeech(),
            designSpeech(wrongTotal) };
        const qsizetype total = eventCount(speeches);
        QVERIFY(total > 8);
        for (qsizetype stop = 1; stop < total; ++stop) {
            ScriptedModel model(speeches);
            LlmSource source({ model }, ReplyMode::Stream, u"scripted"_s);
            EventLog log(source);
            QSignalSpy events(&source, &RoadmapSource::eventEmitted);
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

    void canRunAgainAfterCancelling()
    {
        ScriptedModel model({ { .deltas = { u"endless"_s }, .endless = true }, intentSpeech(),
            designSpeech(design()) });
        LlmSource source({ model }, ReplyMode::Stream, u"scripted"_s);
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
        auto source
            = std::make_unique<LlmSource>(AgentSetup { model }, ReplyMode::Stream, u"scripted"_s);
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
        LlmSource source({ model }, ReplyMode::Stream, u"scripted"_s);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        return ended.wait() ? log.events.size() : 0;
    }
};

QTEST_GUILESS_MAIN(LlmSourceTest)
#include "LlmSourceTest.moc"
