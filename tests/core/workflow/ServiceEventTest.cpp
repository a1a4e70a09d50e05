// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ServiceEvent.h"

#include "tests/core/workflow/ServiceWire.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

QString describe(const AgentResult& result)
{
    if (const auto* intent = std::get_if<IntentAnalysis>(&result))
        return "intent "_L1 + intent->parsedGoal;
    if (const auto* edit = std::get_if<RoadmapEdit>(&result))
        return "edit %1, %2 concepts, \"%3\""_L1.arg(edit->framework.title)
            .arg(conceptCount(edit->framework))
            .arg(edit->modificationSummary);
    if (const auto* review = std::get_if<Validation>(&result))
        return u"review %1"_s.arg(review->overallScore);
    const auto& design = std::get<CurriculumDesign>(result);
    return "design %1, %2 concepts, \"%3\""_L1.arg(design.framework.title)
        .arg(conceptCount(design.framework))
        .arg(design.designRationale);
}

QString describe(const ReportedError& report)
{
    return "error %1 kind=%2 text=%3 code=%4 type=%5 details=%6"_L1.arg(agentName(report.agent),
        report.kind ? errorKindName(*report.kind) : u"-"_s, report.words.text, report.words.code,
        report.words.type, report.details);
}

QString describe(const RunSummary& run)
{
    return "done intent=%1 framework=%2 rationale=%3 ms=%4 in=%5"_L1.arg(
        run.intent ? run.intent->parsedGoal : u"-"_s, run.framework ? run.framework->title : u"-"_s,
        run.designRationale, QString::number(run.duration.count()),
        QString::number(run.usage.inputTokens.value_or(-1)));
}

QString describe(const ServiceEvent& event)
{
    return std::visit(
        Overload {
            [](const KeepAlive&) { return u"keep-alive"_s; },
            [](const SignOfLife&) { return u"sign of life"_s; },
            [](const Unreadable&) { return u"unreadable"_s; },
            [](const ChunkEvent& chunk) {
                return QString("chunk %1 "_L1.arg(agentName(chunk.agent)) + chunk.content);
            },
            [](const StageChunkEvent& chunk) {
                return QString("stage chunk %1 %2 "_L1.arg(agentName(chunk.agent), chunk.stage)
                    + chunk.content);
            },
            [](const MendedEvent& mended) {
                return "mended %1 %2 %3"_L1.arg(
                    mended.mend.rule, mended.mend.location, mended.mend.what);
            },
            [](const ProgressEvent& progress) {
                return "progress %1 %2 %3"_L1.arg(stepName(progress.step))
                    .arg(progress.percent)
                    .arg(progress.remaining ? progress.remaining->count() : -1);
            },
            [](const ReasoningEvent& thought) {
                return QString("reasoning %1 "_L1.arg(agentName(thought.agent)) + thought.content);
            },
            [](const CompleteEvent& complete) {
                return QString(
                    "complete %1 "_L1.arg(agentName(complete.agent)) + describe(complete.result));
            },
            [](const UnusableResult& result) {
                return "unusable %1 %2"_L1.arg(
                    agentName(result.agent), errorKindName(result.error.kind));
            },
            [](const AttemptFailedEvent& attempt) {
                return "attempt %1 %2 %3"_L1.arg(agentName(attempt.agent), attempt.reason)
                    .arg(attempt.retryIn.count());
            },
            [](const RefusedEvent& refused) {
                return QString("refused "_L1 + describe(AgentResult(refused.design)));
            },
            [](const PlaceInLine& line) {
                return u"place %1 %2"_s.arg(line.place)
                    .arg(line.untilTurn ? line.untilTurn->count() : -1);
            },
            [](const ReportedError& report) { return describe(report); },
            [](const RunSummary& run) { return describe(run); },
        },
        event);
}

struct Row {
    const char* name;
    const char* data;
    const char* meaning;
};

constexpr const char* theIntent = "complete intent_analyzer intent Web development with Python";
constexpr const char* theDesign = "complete curriculum_architect design Web development with "
                                  "Python, 24 concepts, \"From the ground up.\"";
constexpr const char* theBareDesign
    = "complete curriculum_architect design Web development with Python, 24 concepts, \"\"";

constexpr Row rows[] = {
    // Form
    { "spacing, key order, unknown keys",
        " { \"new\" : [ 1 ] ,\n \"agent\" : \"intent_analyzer\" , \"content\" : \"a\" , \"type\" "
        ": \"chunk\" } ",
        "chunk intent_analyzer a" },
    { "escapes", R"({"type":"chunk","content":"\u6839 \ud83d\udc0d\n\/","agent":"system"})",
        "chunk system 根 🐍\n/" },
    { "raw U+2028", "{\"type\":\"chunk\",\"content\":\"a\u2028b\",\"agent\":\"intent_analyzer\"}",
        "chunk intent_analyzer a\u2028b" },
    { "an unknown type", R"({"type":"mood","content":"a"})", "sign of life" },
    { "no type", R"({"agent":"intent_analyzer"})", "sign of life" },
    { "a type that is no text", R"({"type":7,"content":"a"})", "sign of life" },
    { "an unknown agent speaks", R"({"type":"chunk","content":"a","agent":"poet"})",
        "chunk system a" },
    { "nobody speaks", R"({"type":"chunk","content":"a"})", "chunk system a" },
    { "an agent that is no text", R"({"type":"chunk","content":"a","agent":{}})",
        "chunk system a" },
    { "a chunk of a stage",
        R"({"type":"chunk","content":"a","agent":"curriculum_architect","stage":"stage-2"})",
        "chunk curriculum_architect a" },
    { "a chunk without content", R"({"type":"chunk"})", "sign of life" },
    { "a chunk of null", R"({"type":"chunk","content":null,"agent":"intent_analyzer"})",
        "sign of life" },
    { "an empty chunk", R"({"type":"chunk","content":"","agent":"intent_analyzer"})",
        "sign of life" },

    // Complete
    { "intent", R"({"type":"complete","data":$INTENT,"agent":"intent_analyzer"})", theIntent },
    { "intent of the later kind",
        R"({"type":"complete","agent":"intent_analyzer","data":{"parsed_goal":"g",)"
        R"("key_technologies":[],"difficulty_profile":"","time_constraint":"","recommended_focus":)"
        R"([],"user_profile_summary":"u","skill_gap_analysis":["s"],"personalized_suggestions":[],)"
        R"("estimated_learning_path_type":"leap","content_format_weights":{"visual":1},)"
        R"("language_preferences":null,"roadmap_id":null,"mood":"good"}})",
        "complete intent_analyzer intent g" },
    { "design with rationale",
        R"({"type":"complete","data":$DESIGN,"agent":"curriculum_architect"})", theDesign },
    { "design without rationale",
        R"({"type":"complete","data":{"framework":$FRAMEWORK},"agent":"curriculum_architect"})",
        theBareDesign },
    { "rationale null",
        R"({"type":"complete","data":{"framework":$FRAMEWORK,"design_rationale":null},)"
        R"("agent":"curriculum_architect"})",
        theBareDesign },
    { "the bare framework",
        R"({"type":"complete","data":$FRAMEWORK,"agent":"curriculum_architect"})", theBareDesign },
    { "the editor's design",
        R"({"type":"complete","data":{"framework":$FRAMEWORK,"modification_summary":"Shorter.",)"
        R"("preserved_elements":["c-1-1-1"]},"agent":"roadmap_editor"})",
        "complete roadmap_editor edit Web development with Python, 24 concepts, \"Shorter.\"" },
    { "the validator's review",
        R"({"type":"complete","data":{"is_valid":true,"overall_score":91.0},)"
        R"("agent":"structure_validator"})",
        "complete structure_validator review 91" },
    { "a review without a score",
        R"({"type":"complete","data":{"is_valid":true},"agent":"structure_validator"})",
        "sign of life" },
    { "intent of nobody", R"({"type":"complete","data":$INTENT})", theIntent },
    { "design of nobody", R"({"type":"complete","data":$DESIGN,"agent":null})", theDesign },
    { "framework of nobody", R"({"type":"complete","data":$FRAMEWORK})", theBareDesign },
    { "something of nobody", R"({"type":"complete","data":{"x":1}})", "sign of life" },
    { "the validator's",
        R"({"type":"complete","data":{"is_valid":true},"agent":"structure_validator"})",
        "sign of life" },
    { "a framework of an unknown agent",
        R"({"type":"complete","data":$DESIGN,"agent":"archivist"})", "sign of life" },
    { "intent with parts missing",
        R"({"type":"complete","data":{"parsed_goal":"g"},"agent":"intent_analyzer"})",
        "unusable intent_analyzer bad_output" },
    { "design with parts missing",
        R"({"type":"complete","data":{"framework":{"title":"t"}},"agent":"curriculum_architect"})",
        "unusable curriculum_architect bad_output" },
    { "no data", R"({"type":"complete","agent":"curriculum_architect"})",
        "unusable curriculum_architect bad_output" },
    { "data null", R"({"type":"complete","data":null,"agent":"intent_analyzer"})",
        "unusable intent_analyzer bad_output" },

    // Error
    { "error", R"({"type":"error","error":"Rate\nlimit","agent":"curriculum_architect"})",
        "error curriculum_architect kind=- text=Rate\nlimit code= type= details=" },
    { "message", R"({"type":"error","message":"No disk.","agent":"system"})",
        "error system kind=- text=No disk. code= type= details=" },
    { "detail", R"({"type":"error","detail":"No disk."})",
        "error system kind=- text=No disk. code= type= details=" },
    { "error before message", R"({"type":"error","message":"b","error":"a","detail":"c"})",
        "error system kind=- text=a code= type= details=" },
    { "an empty error", R"({"type":"error","error":"","message":"b"})",
        "error system kind=- text=b code= type= details=" },
    { "an error of null", R"({"type":"error","error":null,"detail":"c"})",
        "error system kind=- text=c code= type= details=" },
    { "an object",
        R"({"type":"error","error":{"message":"Slow down.","code":429,"type":"rate_limit"}})",
        "error system kind=- text=Slow down. code=429 type=rate_limit details=" },
    { "an object in message", R"({"type":"error","message":{"detail":"b"}})",
        "error system kind=- text=b code= type= details=" },
    { "a list of faults",
        R"({"type":"error","detail":[{"loc":["body","preferences"],"msg":"Field required",)"
        R"("type":"missing"}]})",
        "error system kind=- text=Field required code= type=missing details=" },
    { "details of the later kind",
        R"({"type":"error","error":"No YAML.","agent":"curriculum_architect",)"
        R"("details":{"error_type":"parse_error","content_preview":"ti"}})",
        "error curriculum_architect kind=- text=No YAML. code= type=parse_error "
        "details={\"error_type\":\"parse_error\",\"content_preview\":\"ti\"}" },
    { "kind and details of our own",
        R"({"type":"error","error":"Wait.","agent":"intent_analyzer","kind":"rate_limit",)"
        R"("details":"HTTP 429"})",
        "error intent_analyzer kind=rate_limit text=Wait. code= type= details=HTTP 429" },
    { "an unknown kind", R"({"type":"error","error":"a","kind":"gremlins"})",
        "error system kind=- text=a code= type= details=" },
    { "no words", R"({"type":"error"})", "error system kind=- text= code= type= details=" },
    { "an HTTP error body of the first kind", R"({"detail":"Internal error"})",
        "error system kind=- text=Internal error code= type= details=" },
    { "an HTTP error body of the later kind",
        R"({"error":{"code":"NOT_FOUND","message":"Gone.","request_id":"r"}})",
        "error system kind=- text=Gone. code=NOT_FOUND type= details=" },
    { "an error member that says nothing", R"({"error":null,"agent":"intent_analyzer"})",
        "sign of life" },

    // Done
    { "done with everything",
        R"({"type":"done","summary":{"intent_analysis":$INTENT,"framework":$FRAMEWORK,)"
        R"("design_rationale":"r","duration_ms":1500,"input_tokens":7},"task_id":"t",)"
        R"("roadmap_id":"r"})",
        "done intent=Web development with Python framework=Web development with Python "
        "rationale=r ms=1500 in=7" },
    { "done without a summary", R"({"type":"done"})",
        "done intent=- framework=- rationale= ms=0 in=-1" },
    { "done with a summary of null", R"({"type":"done","summary":null})",
        "done intent=- framework=- rationale= ms=0 in=-1" },
    { "done with a short summary",
        R"({"type":"done","summary":{"intent_analysis":{},"framework":null,"tutorials":{}}})",
        "done intent=- framework=- rationale= ms=0 in=-1" },

    // Ours
    { "a withdrawn try",
        R"({"type":"attempt_failed","agent":"curriculum_architect","stage":"stage-2",)"
        R"("reason":"No JSON.","retry_in_ms":2000})",
        "attempt curriculum_architect No JSON. 2000" },
    { "a withdrawn try without details", R"({"type":"attempt_failed"})", "attempt system  0" },
    { "a wait of years", R"({"type":"attempt_failed","reason":"r","retry_in_ms":9000000000000})",
        "attempt system r 86400000" },
    { "refused", R"({"type":"refused","data":$DESIGN,"agent":"curriculum_architect"})",
        "refused design Web development with Python, 24 concepts, \"From the ground up.\"" },
    { "refused and unreadable", R"({"type":"refused","data":{}})", "sign of life" },
    { "reasoning", R"({"type":"reasoning","content":"Hm.","agent":"intent_analyzer"})",
        "reasoning intent_analyzer Hm." },
    { "reasoning without content", R"({"type":"reasoning","agent":"intent_analyzer"})",
        "sign of life" },
    { "words of a stage behind", R"({"type":"stage_chunk","stage":"stage-2","content":"a"})",
        "stage chunk system stage-2 a" },
    { "progress", R"({"type":"progress","step":"curriculum_design","percent":42,"remaining_s":11})",
        "progress curriculum_design 42 11" },
    { "progress beyond all bounds", R"({"type":"progress","step":"completed","percent":4200})",
        "progress completed 100 -1" },
    { "progress of an unknown step", R"({"type":"progress","step":"s","percent":42})",
        "sign of life" },
    { "something mended",
        R"({"type":"mended","agent":"curriculum_architect","rule":"H1","location":"c","what":"w"})",
        "mended H1 c w" },
    { "nothing mended", R"({"type":"mended","rule":"H1"})", "sign of life" },
    { "a place in line", R"({"type":"queued","position":3,"wait_s":120})", "place 3 120" },
    { "the next place", R"({"type":"queued","position":1})", "place 1 -1" },
    { "no wait at all", R"({"type":"queued","position":1,"wait_s":0})", "place 1 0" },
    { "a place without a number", R"({"type":"queued"})", "sign of life" },
    { "no place", R"({"type":"queued","position":0})", "sign of life" },
    { "a place below all", R"({"type":"queued","position":-3,"wait_s":1})", "sign of life" },
    { "a place beyond all bounds", R"({"type":"queued","position":9000000000})", "sign of life" },
    { "a place in words", R"({"type":"queued","position":"3"})", "sign of life" },
    { "half a place", R"({"type":"queued","position":2.5})", "sign of life" },
    { "places", R"({"type":"queued","position":[3]})", "sign of life" },
    { "a wait below zero", R"({"type":"queued","position":3,"wait_s":-1})", "place 3 -1" },
    { "a wait for years", R"({"type":"queued","position":3,"wait_s":900000000})", "place 3 -1" },
    { "a wait in words", R"({"type":"queued","position":3,"wait_s":"2 min"})", "place 3 -1" },
    { "a finding", R"({"type":"finding","rule":"W1","severity":"warning"})", "sign of life" },

    // Tutorials
    { "tutorials_start", R"({"type":"tutorials_start","total_count":5,"batch_size":2})",
        "sign of life" },
    { "batch_start", R"({"type":"batch_start","batch_index":1,"concepts":["c-1-1-1"]})",
        "sign of life" },
    { "tool_call", R"({"type":"tool_call","concept_id":"c-1-1-1","tool_name":"web_search"})",
        "sign of life" },
    { "tutorial_chunk", R"({"type":"tutorial_chunk","concept_id":"c-1-1-1","content":"a"})",
        "sign of life" },
    { "tutorial_complete", R"({"type":"tutorial_complete","concept_id":"c-1-1-1","data":{}})",
        "sign of life" },
    { "tutorial_error", R"({"type":"tutorial_error","concept_id":"c-1-1-1","error":"a"})",
        "sign of life" },
    { "tutorials_done", R"({"type":"tutorials_done","summary":{"total":5}})", "sign of life" },

    // No event
    { "a ping", R"({"type":"ping"})", "keep-alive" },
    { "a heartbeat", R"({"type":"heartbeat","ts":1})", "keep-alive" },
    { "a ping in words", "ping", "keep-alive" },
    { "nothing", " ", "keep-alive" },
    { "another protocol's end", "[DONE] ", "keep-alive" },
    { "words", "hello", "unreadable" },
    { "a list", "[1]", "unreadable" },
    { "half an event", R"({"type":"chunk","content")", "unreadable" },
    { "a web page", "<html>", "unreadable" },
    { "depth", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "unreadable" },
};

} // namespace

class ServiceEventTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void understandsWhatServicesSend_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("meaning");
        for (const Row& row : rows)
            QTest::newRow(row.name) << wire::filled(row.data) << QString::fromUtf8(row.meaning);
    }

    void understandsWhatServicesSend()
    {
        QFETCH(const QByteArray, data);
        QFETCH(const QString, meaning);
        QCOMPARE(describe(readServiceEvent(data)), meaning);
    }

    void blanksBetweenTokensChangeNothing()
    {
        for (const Row& row : rows) {
            const QByteArray data = wire::filled(row.data);
            QCOMPARE(
                describe(readServiceEvent(wire::spaced(data))), describe(readServiceEvent(data)));
        }
    }

    void theEventFieldCountsWhereTheJsonNamesNoType_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("meaning");
        QTest::newRow("chunk") << "chunk"_ba
                               << R"({"content":"a","agent":"intent_analyzer"})"_ba
                               << u"chunk intent_analyzer a"_s;
        QTest::newRow("both") << "error"_ba
                              << R"({"type":"chunk","content":"a"})"_ba << u"chunk system a"_s;
        QTest::newRow("message") << "message"_ba
                                 << R"({"detail":"a"})"_ba
                                 << u"error system kind=- text=a code= type= details="_s;
        QTest::newRow("error in words")
            << "error"_ba
            << "out of memory"_ba
            << u"error system kind=- text=out of memory code= type= details="_s;
        QTest::newRow("ping") << "ping"_ba
                              << "12:30"_ba << u"keep-alive"_s;
    }

    void theEventFieldCountsWhereTheJsonNamesNoType()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, data);
        QFETCH(const QString, meaning);
        QCOMPARE(describe(readServiceEvent(data, type)), meaning);
    }

    void hoursMayBeWholeNumbersAndVersionsNumbers()
    {
        QByteArray data = wire::filled(R"({"type":"complete","data":$FRAMEWORK,)"
                                       R"("agent":"curriculum_architect"})");
        data.replace("\"estimated_hours\":2.0", "\"estimated_hours\":2")
            .replace("\"total_estimated_hours\":66.0", "\"total_estimated_hours\":66")
            .replace("\"content_version\":\"v1\"", "\"content_version\":1");
        const ServiceEvent event = readServiceEvent(data);
        QVERIFY(std::holds_alternative<CompleteEvent>(event));
        const auto& design = std::get<CurriculumDesign>(std::get<CompleteEvent>(event).result);
        QCOMPARE(design.framework, sample::perfectRoadmap());
    }

    void whatAResultKeepsUnreadIsText()
    {
        QByteArray data = wire::filled(R"({"type":"complete","data":$INTENT,)"
                                       R"("agent":"intent_analyzer"})");
        data.insert(data.indexOf("\"parsed_goal\""), "\"odd\":[\"\xff\",\"\\ud83d\"],");
        const ServiceEvent event = readServiceEvent(data);
        QVERIFY(std::holds_alternative<CompleteEvent>(event));
        const AgentEvent complete = std::get<CompleteEvent>(event);
        QVERIFY(toJsonLine(complete).contains("\"odd\":[\"\uFFFD"));
        QVERIFY(toJsonLine(complete).isValidUtf8());
    }
};

QTEST_GUILESS_MAIN(ServiceEventTest)
#include "ServiceEventTest.moc"
