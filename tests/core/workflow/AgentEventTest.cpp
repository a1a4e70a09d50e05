// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/AgentEvent.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class AgentEventTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesTheContractsExampleEventsByteByByte_data()
    {
        QTest::addColumn<AgentEvent>("event");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("first chunk")
            << AgentEvent(ChunkEvent { u"根据您的"_s, AgentId::IntentAnalyzer })
            << QByteArray("data: "
                          "{\"type\":\"chunk\",\"content\":\"根据您的\",\"agent\":\"intent_"
                          "analyzer\"}\n\n");
        QTest::newRow("second chunk")
            << AgentEvent(ChunkEvent { u"学习目标和背景"_s, AgentId::IntentAnalyzer })
            << QByteArray("data: "
                          "{\"type\":\"chunk\",\"content\":\"学习目标和背景\",\"agent\":\"intent_"
                          "analyzer\"}\n\n");
        QTest::newRow("architect's chunk")
            << AgentEvent(ChunkEvent { u"现在开始设计"_s, AgentId::CurriculumArchitect })
            << QByteArray("data: "
                          "{\"type\":\"chunk\",\"content\":\"现在开始设计\",\"agent\":"
                          "\"curriculum_architect\"}\n\n");
        QTest::newRow("reasoning about a stage")
            << AgentEvent(ReasoningEvent { u"Hm."_s, AgentId::CurriculumArchitect, u"stage-2"_s })
            << QByteArray("data: {\"type\":\"reasoning\",\"content\":\"Hm.\",\"agent\":"
                          "\"curriculum_architect\",\"stage\":\"stage-2\"}\n\n");
        QTest::newRow("only what JSON demands is escaped")
            << AgentEvent(ChunkEvent { u"\"\\/\n\t\u0001\u2028é😀"_s, AgentId::System })
            << QByteArray("data: {\"type\":\"chunk\",\"content\":\"\\\"\\\\/\\n\\t\\u0001"
                          "\u2028é😀\",\"agent\":\"system\"}\n\n");
        QTest::newRow("error")
            << AgentEvent(ErrorEvent { { ErrorKind::RateLimit, u"Wait a minute."_s, u"HTTP 429"_s },
                   AgentId::CurriculumArchitect })
            << QByteArray("data: {\"type\":\"error\",\"error\":\"Wait a minute.\",\"agent\":"
                          "\"curriculum_architect\",\"kind\":\"rate_limit\",\"details\":\"HTTP "
                          "429\"}\n\n");
        QTest::newRow("withdrawn try")
            << AgentEvent(AttemptFailedEvent { .agent = AgentId::CurriculumArchitect,
                   .reason = u"No JSON."_s,
                   .retryIn = std::chrono::seconds(2) })
            << QByteArray("data: {\"type\":\"attempt_failed\",\"agent\":\"curriculum_architect\","
                          "\"reason\":\"No JSON.\",\"retry_in_ms\":2000}\n\n");
    }

    void writesTheContractsExampleEventsByteByByte()
    {
        QFETCH(const AgentEvent, event);
        QFETCH(const QByteArray, bytes);
        QCOMPARE(toSseMessage(event), bytes);
        QCOMPARE("data: " + toJsonLine(event) + "\n\n", bytes);
    }

    void completeHoldsTheWholeResultBetweenTypeAndAgent()
    {
        const QByteArray line
            = toJsonLine(CompleteEvent { sample::intent(), AgentId::IntentAnalyzer });
        QVERIFY(line.startsWith("{\"type\":\"complete\",\"data\":{\"parsed_goal\":"));
        QVERIFY(line.endsWith("},\"agent\":\"intent_analyzer\"}"));
    }

    void hoursAreDecimalsInTheDesign()
    {
        CurriculumDesign design;
        design.framework = sample::perfectRoadmap();
        const QByteArray line = toJsonLine(CompleteEvent { design, AgentId::CurriculumArchitect });
        QVERIFY(line.startsWith("{\"type\":\"complete\",\"data\":{\"framework\":{\"roadmap_id\":"));
        QVERIFY(line.contains("\"estimated_hours\":2.0,"));
        QVERIFY(line.contains("\"total_estimated_hours\":66.0,"));
        QVERIFY(line.contains(",\"design_rationale\":\"\"}"));
    }

    void doneHoldsTheSummaryInTheContractsOrder()
    {
        CurriculumDesign design;
        design.framework = sample::perfectRoadmap();
        design.designRationale = u"Because."_s;
        const json::object object = toJson(AgentEvent(DoneEvent { .intent = sample::intent(),
            .design = design,
            .duration = std::chrono::milliseconds(1500),
            .usage = { .inputTokens = 7, .outputTokens = std::nullopt } }));
        QCOMPARE(object.begin()->key(), "type");
        const json::object& summary = object.at("summary").as_object();
        QStringList keys;
        for (const auto& member : summary)
            keys.append(toQString(member.key()));
        QCOMPARE(keys,
            (QStringList { u"intent_analysis"_s, u"framework"_s, u"design_rationale"_s,
                u"stage_count"_s, u"concept_count"_s, u"duration_ms"_s, u"input_tokens"_s }));
        QCOMPARE(summary.at("concept_count").as_int64(), 24);
        QCOMPARE(summary.at("duration_ms").as_int64(), 1500);
    }

    void onlyErrorAndDoneEndARun()
    {
        QVERIFY(isTerminal(DoneEvent {}));
        QVERIFY(isTerminal(ErrorEvent {}));
        QVERIFY(!isTerminal(ChunkEvent {}));
        QVERIFY(!isTerminal(CompleteEvent {}));
        QVERIFY(!isTerminal(AttemptFailedEvent {}));
        QVERIFY(!isTerminal(FindingEvent {}));
    }
};

QTEST_GUILESS_MAIN(AgentEventTest)
#include "AgentEventTest.moc"
