// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/LlmSource.h"
#include "core/workflow/RecordedEvent.h"
#include "core/workflow/RecordedSource.h"
#include "tests/core/agents/AgentAnswers.h"
#include "tests/core/agents/ScriptedModel.h"
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
    return { .framework = sample::perfectRoadmap(),
        .designRationale = u"From easy to hard."_s,
        .extras = {} };
}

ScriptedSpeech speech(const QString& text)
{
    return { .deltas = { text } };
}

/// In memory; each result is durable only when the test says so.
class SlowRecorder final : public RunRecorder {
public:
    void begin(const LearnerRequest& /*request*/, const QString& answerer) override
    {
        told.append("begin "_L1 + answerer);
    }
    void goOn(const LearnerRequest& /*request*/, const QString& answerer,
        const FinishedWork& /*finished*/) override
    {
        told.append("go on "_L1 + answerer);
    }
    void record(const AgentEvent& event) override
    {
        finished.take(event);
        events.append(event);
        if (std::holds_alternative<CompleteEvent>(event))
            m_isDurable = false;
    }
    void record(const DesignParts& parts) override { finished.take(parts); }
    void record(const ServiceTask& task) override { finished.take(task); }
    void stop() override { told.append(u"stop"_s); }
    void leave() override { told.append(u"leave"_s); }
    [[nodiscard]] bool isDurable() const override { return m_isDurable; }

    void write()
    {
        m_isDurable = true;
        Q_EMIT durable();
    }

    QStringList told;
    QList<AgentEvent> events;
    FinishedWork finished;

private:
    bool m_isDurable = true;
};

/// Somebody far away, who says nothing.
class HubSource final : public RoadmapSource {
public:
    explicit HubSource(bool mayStandIn)
        : m_mayStandIn(mayStandIn)
    {
    }
    void start(const LearnerRequest& /*request*/) override { }
    void startStandIn(const LearnerRequest& /*request*/) override { ++standIns; }
    [[nodiscard]] bool canStandIn() const override { return m_mayStandIn; }
    void cancel() override { }
    [[nodiscard]] bool isRunning() const override { return false; }
    [[nodiscard]] QString title() const override { return u"the hub"_s; }

    int standIns = 0;

private:
    bool m_mayStandIn;
};

/// A whole run with one round of mending.
QList<ScriptedSpeech> speeches()
{
    return { speech(intentAnswer()), speech("Three stages."_L1 + inFence(toJson(design()))),
        speech(validationAnswer({ issueAt(u"c-1-1-1"_s) })),
        speech(editAnswer(sample::perfectRoadmap())), speech(validationAnswer()) };
}

} // namespace

class RecordedRunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachEventReadsAsItWasWritten_data()
    {
        QTest::addColumn<AgentEvent>("event");
        const auto row
            = [](const char* name, const AgentEvent& event) { QTest::newRow(name) << event; };
        constexpr auto architect = AgentId::CurriculumArchitect;
        row("words", ChunkEvent { u"学习 “JSON”:\n```json\n{\"a\":1}"_s, architect, u"s-1"_s });
        row("words of the background", StageChunkEvent { u"…"_s, architect, u"s-2"_s });
        row("reasoning", ReasoningEvent { u"Hm."_s, AgentId::IntentAnalyzer, {} });
        row("an analysis", CompleteEvent { sample::intent(), AgentId::IntentAnalyzer });
        row("a design", CompleteEvent { design(), architect });
        row("a review",
            CompleteEvent { Validation { .isValid = true,
                                .overallScore = 88.5,
                                .dimensionScores = {},
                                .issues = { issueAt(u"c-1-1-1"_s, Severity::Suggestion) },
                                .improvementSuggestions = { u"More of it."_s },
                                .summary = u"Sound."_s,
                                .extras = {} },
                AgentId::StructureValidator });
        RoadmapEdit edit;
        edit.framework = sample::perfectRoadmap();
        edit.modificationSummary = u"Shorter."_s;
        row("an edit", CompleteEvent { edit, AgentId::RoadmapEditor });
        row("a failed try",
            AttemptFailedEvent {
                .agent = architect, .reason = u"Busy."_s, .retryIn = 2s, .stage = u"s-1"_s });
        row("a mend",
            MendedEvent {
                { .rule = u"H1"_s, .location = u"c-1"_s, .what = u"It is gone."_s }, architect });
        row("progress",
            ProgressEvent {
                .step = WorkflowStep::CurriculumDesign, .percent = 42, .remaining = 30s });
        row("the learner's word", ReviewRequestedEvent {});
        row("a refused design", RefusedEvent { design(), architect });
        row("a finding",
            FindingEvent { { .rule = u"W1"_s,
                .severity = Severity::Warning,
                .location = {},
                .issue = u"Too long."_s,
                .suggestion = u"Cut it."_s } });
        row("an error",
            ErrorEvent {
                { ErrorKind::Quota, u"No credit."_s, u"HTTP 402"_s }, AgentId::IntentAnalyzer });
        row("the end",
            DoneEvent { .intent = sample::intent(),
                .design = design(),
                .duration = 31s,
                .usage = { .inputTokens = 20, .outputTokens = 40 } });
    }
    void eachEventReadsAsItWasWritten()
    {
        QFETCH(const AgentEvent, event);
        const std::optional<AgentEvent> read = readRecordedEvent(toJsonLine(event));
        QVERIFY(read.has_value());
        QCOMPARE(*read, event);
    }

    void whatIsNoEventIsNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const QByteArray& line :
            { QByteArray(), QByteArray("nonsense"), QByteArray("[]"), QByteArray("{\"type\":1}"),
                QByteArray("{\"type\":\"finding\"}"), QByteArray("{\"type\":\"done\"}"),
                QByteArray("{\"type\":\"complete\",\"agent\":\"intent_analyzer\",\"data\":{}}") })
            QTest::newRow(line.constData()) << line;
    }
    void whatIsNoEventIsNone()
    {
        QFETCH(const QByteArray, line);
        QVERIFY(!readRecordedEvent(line));
    }

    /// Else a crash could cost what was paid for already.
    void noAgentStartsBeforeWhatAnotherCompletedIsDurable()
    {
        ScriptedModel model(speeches());
        SlowRecorder recorder;
        LlmSource agents({ model }, { .rounds = 1 }, u"scripted"_s, &recorder);
        RecordedSource source(agents, recorder);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        for (qsizetype asked = 1; asked <= speeches().size(); ++asked) {
            QTRY_VERIFY(!recorder.isDurable());
            QCoreApplication::processEvents();
            QCOMPARE(model.questions.size(), asked);
            recorder.write();
        }
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(recorder.events, log.events);
        QCOMPARE(recorder.told, QStringList { u"begin scripted"_s });
    }

    void theBuiltInCoursesAreRecordedAsThemselves_data()
    {
        QTest::addColumn<bool>("mayStandIn");
        QTest::addColumn<QString>("told");
        QTest::newRow("they answer") << true << u"begin Built-in courses, no model"_s;
        QTest::newRow("nobody takes their place") << false << u"begin the hub"_s;
    }
    void theBuiltInCoursesAreRecordedAsThemselves()
    {
        QFETCH(const bool, mayStandIn);
        QFETCH(const QString, told);
        HubSource hub(mayStandIn);
        SlowRecorder recorder;
        RecordedSource source(hub, recorder);
        QCOMPARE(source.canStandIn(), mayStandIn);
        source.startStandIn(sample::request());
        QCOMPARE(recorder.told, QStringList { told });
        QCOMPARE(hub.standIns, 1);
    }

    void whatWasStoppedWhileItWaitsStaysStopped()
    {
        ScriptedModel model(speeches());
        SlowRecorder recorder;
        LlmSource agents({ model }, { .rounds = 1 }, u"scripted"_s, &recorder);
        RecordedSource source(agents, recorder);
        source.start(sample::request());
        QTRY_VERIFY(!recorder.isDurable());
        source.cancel();
        recorder.write();
        QCoreApplication::processEvents();
        QCOMPARE(model.questions.size(), 1);
        QCOMPARE(recorder.told, (QStringList { u"begin scripted"_s, u"stop"_s }));
    }

    /// Stopped after each result in turn, a run goes on behind it.
    void noCompletedAgentIsAskedAgain_data()
    {
        QTest::addColumn<qsizetype>("results");
        for (qsizetype results = 1; results < speeches().size(); ++results)
            QTest::addRow("%d", int(results)) << results;
    }
    void noCompletedAgentIsAskedAgain()
    {
        QFETCH(const qsizetype, results);
        ScriptedModel model(speeches());
        SlowRecorder recorder;
        LlmSource agents({ model }, { .rounds = 1 }, u"scripted"_s, &recorder);
        RecordedSource source(agents, recorder);
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(sample::request());
        for (qsizetype i = 1; i < results; ++i) {
            QTRY_VERIFY(!recorder.isDurable());
            recorder.write();
        }
        QTRY_VERIFY(!recorder.isDurable());
        source.cancel();
        recorder.write();
        source.goOn(sample::request(), recorder.finished);
        for (qsizetype i = results; i < speeches().size(); ++i) {
            QTRY_VERIFY(!recorder.isDurable());
            recorder.write();
        }
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(model.questions.size(), speeches().size());
        QCOMPARE(std::get<DoneEvent>(log.events.last()).design, design());
        QCOMPARE(
            recorder.told, (QStringList { u"begin scripted"_s, u"stop"_s, u"go on scripted"_s }));
    }

    void aSourceThatIsDroppedLeavesItsRun()
    {
        ScriptedModel model(speeches());
        SlowRecorder recorder;
        LlmSource agents({ model }, {}, u"scripted"_s, &recorder);
        {
            RecordedSource source(agents, recorder);
            source.start(sample::request());
        }
        QVERIFY(!agents.isRunning());
        QCOMPARE(recorder.told.last(), u"leave"_s);
    }

    void whatIsFinishedCanBeToldAgain()
    {
        FinishedWork finished;
        finished.take(CompleteEvent { sample::intent(), AgentId::IntentAnalyzer });
        finished.take(CompleteEvent { design(), AgentId::CurriculumArchitect });
        finished.take(CompleteEvent { Validation(), AgentId::StructureValidator });
        FinishedWork again;
        for (const AgentEvent& event : eventsOf(finished))
            again.take(event);
        QVERIFY(again == finished);
    }
};

QTEST_GUILESS_MAIN(RecordedRunTest)
#include "RecordedRunTest.moc"
