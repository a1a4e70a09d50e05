// SPDX-License-Identifier: Apache-2.0
#include "tests/core/workflow/ServiceTalk.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

/// As the first public revision writes it, with a tutorial: blanks between tokens, ids in `done`.
QByteArray firstRevision()
{
    QByteArray bytes;
    const QList<QByteArray> events {
        R"({"type":"chunk","content":"根据您的","agent":"intent_analyzer"})",
        R"({"type":"chunk","content":"学习目标和背景","agent":"intent_analyzer"})",
        R"({"type":"complete","data":$INTENT,"agent":"intent_analyzer"})",
        R"({"type":"chunk","content":"现在开始设计","agent":"curriculum_architect"})",
        R"({"type":"complete","data":$DESIGN,"agent":"curriculum_architect"})",
        R"({"type":"tutorials_start","total_count":1,"batch_size":1})",
        R"({"type":"batch_start","batch_index":1,"batch_size":1,"concepts":["c-1-1-1"]})",
        R"({"type":"tutorial_start","concept_id":"c-1-1-1","concept_name":"Topic"})",
        R"({"type":"tool_call","concept_id":"c-1-1-1","tool_name":"web_search","tool_args":{}})",
        R"({"type":"tool_result","concept_id":"c-1-1-1","results_count":1})",
        R"({"type":"tutorial_chunk","concept_id":"c-1-1-1","content":"one: two, three"})",
        R"({"type":"tutorial_error","concept_id":"c-1-1-1","error":"No luck"})",
        R"({"type":"batch_complete","batch_index":1,"progress":{"percentage":40.0}})",
        R"({"type":"tutorials_done","summary":{"total":1,"succeeded":0,"failed":1}})",
        R"({"type":"done","summary":$SUMMARY,"task_id":"6e0b","roadmap_id":"web-0a1b2c3d"})",
    };
    for (const QByteArray& event : events)
        bytes += "data: " + wire::spaced(wire::filled(event)) + "\n\n";
    return bytes;
}

/// As the newest revision writes it: richer fields, concept ids with a prefix.
QByteArray newestRevision()
{
    QByteArray framework = wire::filled("$FRAMEWORK");
    framework.replace("\"c-", "\"python-web:c-");
    framework.insert(1, R"("generation":"late",)");
    QByteArray bytes;
    const QList<QByteArray> events {
        R"({"type":"chunk","content":"根据您的学习目标和背景","agent":"intent_analyzer"})",
        R"({"type":"complete","data":{"parsed_goal":"Web development with Python",)"
        R"("key_technologies":["Python","Flask"],"difficulty_profile":"d","time_constraint":"t",)"
        R"("recommended_focus":["Practice"],"user_profile_summary":"u","skill_gap_analysis":["s"],)"
        R"("personalized_suggestions":["p"],"estimated_learning_path_type":"career_transition",)"
        R"("content_format_weights":{"visual":0.5,"text":0.5,"audio":0,"hands_on":0},)"
        R"("language_preferences":{"primary_language":"zh","secondary_language":"en",)"
        R"("resource_ratio":{"primary":0.7,"secondary":0.3}},"roadmap_id":"python-web"},)"
        R"("agent":"intent_analyzer"})",
        R"({"type":"chunk","content":"现在开始设计","agent":"curriculum_architect"})",
        R"({"type":"complete","data":{"framework":$LATE},"agent":"curriculum_architect"})",
        R"({"type":"done","summary":{"framework":$LATE,"design_rationale":""}})",
    };
    for (QByteArray event : events)
        bytes += "data: " + wire::spaced(event.replace("$LATE", framework)) + "\n\n";
    return bytes;
}

QByteArray framework(const Roadmap& roadmap)
{
    return writeJson(toJson(roadmap));
}

QByteArray complete(const Roadmap& roadmap, const QByteArray& agent = "curriculum_architect")
{
    return R"({"type":"complete","data":)" + framework(roadmap) + ",\"agent\":\"" + agent + "\"}";
}

Roadmap circularRoadmap()
{
    Roadmap roadmap = sample::perfectRoadmap();
    Concept& first = sample::firstConcept(roadmap);
    first.prerequisites = { first.id };
    return roadmap;
}

/// A prerequisite that nothing has as its id, and a wrong total.
Roadmap danglingRoadmap()
{
    Roadmap roadmap = sample::perfectRoadmap();
    sample::firstConcept(roadmap).prerequisites = { u"c-9-9-9"_s };
    roadmap.totalEstimatedHours = 1;
    return roadmap;
}

/// Breaks a hard rule that nothing can mend.
Roadmap emptyRoadmap()
{
    Roadmap roadmap = sample::perfectRoadmap();
    for (Stage& stage : roadmap.stages)
        stage.modules.clear();
    return roadmap;
}

struct ErrorRow {
    const char* name;
    const char* event;
    ErrorKind kind;
    QLatin1StringView words;
};

constexpr ErrorRow errorRows[] = {
    { "in words", R"({"type":"error","error":"Model\nfailed","agent":"x"})", ErrorKind::Server,
        "Model failed"_L1 },
    { "of the endpoint", R"({"type":"error","message":"No disk."})", ErrorKind::Server,
        "No disk."_L1 },
    { "with a code", R"({"type":"error","error":{"message":"Slow down.","code":429}})",
        ErrorKind::RateLimit, "Slow down."_L1 },
    { "unreadable model answer",
        R"({"type":"error","error":"No YAML.","details":{"error_type":"parse_error"}})",
        ErrorKind::BadOutput, "No YAML."_L1 },
    { "without words", R"({"type":"error"})", ErrorKind::Server, "service.example:8000"_L1 },
    { "escape sequences", R"({"type":"error","error":"\u001b[31mred"})", ErrorKind::Server,
        ": [31mred"_L1 },
    { "a bare error body", R"({"detail":"Boom"})", ErrorKind::Server, "Boom"_L1 },
};

constexpr const char* intentComplete
    = R"({"type":"complete","data":$INTENT,"agent":"intent_analyzer"})";
constexpr const char* designComplete
    = R"({"type":"complete","data":$DESIGN,"agent":"curriculum_architect"})";
constexpr const char* bareDone = R"({"type":"done"})";

} // namespace

class ServiceConversationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hearsARunOfEveryGeneration_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::newRow("base") << wire::stream(wire::wholeRun());
        QTest::newRow("first revision") << firstRevision();
        QTest::newRow("newest revision") << newestRevision();
        QTest::newRow("with ids") << wire::identified(wire::wholeRun());
    }

    void hearsARunOfEveryGeneration()
    {
        QFETCH(const QByteArray, stream);
        Talk talk;
        talk.feed(stream).end();
        QCOMPARE(talk.outline(), u"chunk complete chunk complete done"_s);
        QCOMPARE(talk.said(AgentId::IntentAnalyzer), u"根据您的学习目标和背景"_s);
        QCOMPARE(talk.said(AgentId::CurriculumArchitect), u"现在开始设计"_s);
        QCOMPARE(talk.done().intent.parsedGoal, u"Web development with Python"_s);
        QCOMPARE(conceptCount(talk.done().design.framework), 24);
        QVERIFY(talk.conversation.isOver());
        QCOMPARE(talk.conversation.signsOfLife(), stream.count("\n\n"));
    }

    void anySplitIsHeardTheSame()
    {
        Roadmap roadmap = sample::perfectRoadmap();
        roadmap.stages = roadmap.stages.first(1);
        Stage& stage = roadmap.stages.first();
        stage.modules = stage.modules.first(1);
        stage.modules.first().concepts = stage.modules.first().concepts.first(1);
        QList<QByteArray> run = wire::wholeRun();
        run[4] = complete(roadmap);
        run[5] = bareDone;
        const QByteArray stream = wire::identified(run);
        Talk whole;
        whole.feed(stream).end();
        QVERIFY(whole.outline().endsWith(u"done"_s));
        for (qsizetype at = 1; at < stream.size(); ++at) {
            Talk talk;
            talk.feed(stream.first(at)).feed(stream.sliced(at)).end();
            QVERIFY2(talk.events == whole.events, qPrintable(u"split at %1"_s.arg(at)));
        }
        Talk bytewise;
        for (qsizetype i = 0; i < stream.size(); ++i)
            bytewise.feed(QByteArrayView(stream).sliced(i, 1));
        QCOMPARE(bytewise.end().events, whole.events);
    }

    void framingMayVary_data()
    {
        QTest::addColumn<QByteArray>("stream");
        const QByteArray plain = wire::stream(wire::wholeRun());
        QTest::newRow("no blank") << QByteArray(plain).replace("data: ", "data:");
        QTest::newRow("CRLF") << QByteArray(plain).replace("\n", "\r\n");
        QTest::newRow("comments") << ": hello\n\n"
                + QByteArray(plain).replace("data: ", ":\ndata: ");
        QTest::newRow("several data lines")
            << QByteArray(plain).replace(",\"content\"", "\ndata: ,\"content\"");
        QTest::newRow("pings") << QByteArray(plain).replace(
            "data: ", "event: ping\ndata: 1\n\ndata: {\"type\":\"ping\"}\n\ndata: ");
        QTest::newRow("no blank line at the end") << plain.chopped(1);
        QTest::newRow("no line end at the end") << plain.chopped(2);
    }

    void framingMayVary()
    {
        QFETCH(const QByteArray, stream);
        Talk talk;
        talk.feed(stream).end();
        QCOMPARE(talk.outline(), u"chunk complete chunk complete done"_s);
        QCOMPARE(talk.done().design, wire::design());
    }

    void theLastCompleteStandsWhereTheSummaryIsShort_data()
    {
        QTest::addColumn<QByteArray>("done");
        QTest::newRow("no summary") << QByteArray(bareDone);
        QTest::newRow("null") << R"({"type":"done","summary":null})"_ba;
        QTest::newRow("empty") << R"({"type":"done","summary":{}})"_ba;
        QTest::newRow("other keys") << R"({"type":"done","message_id":"m","summary":"text"})"_ba;
        QTest::newRow("unusable parts")
            << R"({"type":"done","summary":{"intent_analysis":7,"framework":{"stages":1}}})"_ba;
    }

    void theLastCompleteStandsWhereTheSummaryIsShort()
    {
        QFETCH(const QByteArray, done);
        const Talk talk = heard({ intentComplete, designComplete, done });
        QCOMPARE(talk.outline(), u"complete complete done"_s);
        QCOMPARE(talk.done().intent, sample::intent());
        QCOMPARE(talk.done().design, wire::design());
    }

    void whatOnlyTheSummaryBringsIsCompleteThen()
    {
        const Talk talk = heard({ wire::wholeRun().last() });
        QCOMPARE(talk.outline(), u"complete complete done"_s);
        QCOMPARE(talk.done().design, wire::design());
    }

    void anAnalysisMayBeMissing()
    {
        const Talk talk = heard({ designComplete, bareDone });
        QVERIFY(talk.outline().startsWith(u"complete"_s));
        QCOMPARE(talk.done().design, wire::design());
    }

    void anUnreadableAnalysisEndsNothing()
    {
        const Talk talk = heard({ R"({"type":"complete","data":{"y":2},"agent":"intent_analyzer"})",
            designComplete, bareDone });
        QCOMPARE(talk.done().design, wire::design());
    }

    void anUnreadableDesignIsForgivenIfTheSummaryHasAnother()
    {
        const QByteArray unusable
            = R"({"type":"complete","data":{"x":1},"agent":"curriculum_architect"})";
        const Talk mended = heard({ intentComplete, unusable, wire::wholeRun().last() });
        QCOMPARE(mended.done().design, wire::design());
        const Talk talk = heard({ intentComplete, unusable, bareDone });
        QCOMPARE(talk.outline(), u"complete error"_s);
        QCOMPARE(talk.error().kind, ErrorKind::BadOutput);
        QVERIFY(talk.error().details.contains(u"framework: expected a value, found nothing"_s));
    }

    void doneWithoutARoadmapIsAFailure()
    {
        const Talk talk = heard({ intentComplete, bareDone });
        QCOMPARE(talk.outline(), u"complete error"_s);
        QCOMPARE(talk.error().kind, ErrorKind::BadOutput);
    }

    void aLaterDesignReplacesTheEarlier()
    {
        Roadmap shorter = sample::perfectRoadmap();
        shorter.title = u"Shorter"_s;
        const QByteArray edited = R"({"type":"complete","data":{"framework":)" + framework(shorter)
            + R"(,"modification_summary":"Shorter.","preserved_elements":[]},)"
              R"("agent":"roadmap_editor"})";
        const Talk talk = heard({ intentComplete, designComplete, edited, bareDone });
        QCOMPARE(talk.outline(), u"complete complete complete done"_s);
        QCOMPARE(talk.done().design.framework, shorter);
        QCOMPARE(talk.done().design.designRationale, wire::design().designRationale);
        const auto complete = std::get<CompleteEvent>(talk.events.at(2));
        QCOMPARE(complete.agent, AgentId::RoadmapEditor);
        QCOMPARE(std::get<RoadmapEdit>(complete.result).modificationSummary, u"Shorter."_s);
    }

    void aReviewBringsItsFindings()
    {
        const QByteArray review
            = R"({"type":"complete","data":{"is_valid":false,"overall_score":70,)"
              R"("issues":[{"severity":"warning","location":"c-1-1-1",)"
              R"("issue":"Too hard.","suggestion":"Split it."}]},)"
              R"("agent":"structure_validator"})";
        const Talk talk = heard({ intentComplete, designComplete, review, bareDone });
        QCOMPARE(talk.outline(), u"complete complete complete finding done"_s);
        const Finding finding = std::get<FindingEvent>(talk.events.at(3)).finding;
        QCOMPARE(finding.rule, u"V"_s);
        QCOMPARE(finding.location, u"c-1-1-1"_s);
    }

    void stagesSpeakSideBySide()
    {
        // Half a character each, of two stages in turn.
        const auto half = [](const char* type, const char* stage, const char* text) -> QByteArray {
            return QByteArray(R"({"type":")") + type + R"(","content":")" + text
                + R"(","agent":"curriculum_architect","stage":")" + stage + "\"}";
        };
        const Talk talk = heard({ half("chunk", "stage-1", "\\ud83d"),
            half("stage_chunk", "stage-2", "\\ud83d"), half("chunk", "stage-1", "\\ude00"),
            half("stage_chunk", "stage-2", "\\ude80"), intentComplete, designComplete, bareDone });
        QCOMPARE(talk.outline(), u"chunk stage_chunk complete complete done"_s);
        QCOMPARE(std::get<ChunkEvent>(talk.events.at(0)).content, u"\U0001F600"_s);
        QCOMPARE(std::get<StageChunkEvent>(talk.events.at(1)).content, u"\U0001F680"_s);
        QCOMPARE(std::get<StageChunkEvent>(talk.events.at(1)).stage, u"stage-2"_s);
    }

    void progressNeverFalls()
    {
        const auto progress = [](int percent) -> QByteArray {
            return R"({"type":"progress","step":"curriculum_design","percent":)"
                + QByteArray::number(percent) + "}";
        };
        const Talk talk = heard({ progress(40), progress(20), intentComplete, designComplete });
        QCOMPARE(std::get<ProgressEvent>(talk.events.at(0)).percent, 40);
        QCOMPARE(std::get<ProgressEvent>(talk.events.at(1)).percent, 40);
    }

    void anotherDesignInTheSummaryIsTold()
    {
        Roadmap renamed = sample::perfectRoadmap();
        renamed.id += u"-0a1b2c3d"_s;
        const Talk talk = heard({ intentComplete, designComplete,
            R"({"type":"done","summary":{"framework":)" + framework(renamed) + "}}" });
        QCOMPARE(talk.outline(), u"complete complete complete done"_s);
        QCOMPARE(talk.done().design.framework.id, u"python-web-0a1b2c3d"_s);
        QCOMPARE(talk.done().design.designRationale, wire::design().designRationale);
    }

    void warningsFollowEachDesign()
    {
        Roadmap steep = sample::perfectRoadmap();
        sample::firstConcept(steep).difficulty = Difficulty::Hard;
        const Talk talk = heard(
            { intentComplete, complete(steep), complete(steep, "roadmap_editor"), bareDone });
        QCOMPARE(
            talk.outline(), u"complete complete finding finding complete finding finding done"_s);
        QCOMPARE(std::get<FindingEvent>(talk.events.at(3)).finding.rule, u"W9"_s);
        QCOMPARE(talk.events.at(6), talk.events.at(3));
    }

    void whatCodeCanMendIsMendedAndSaid_data()
    {
        QTest::addColumn<Roadmap>("sent");
        QTest::addColumn<QStringList>("rules");
        QTest::newRow("nothing") << sample::perfectRoadmap() << QStringList();
        QTest::newRow("a circle") << circularRoadmap() << QStringList { u"H2"_s };
        QTest::newRow("a dangling prerequisite")
            << danglingRoadmap() << QStringList { u"H1"_s, u"W1"_s };
    }

    void whatCodeCanMendIsMendedAndSaid()
    {
        QFETCH(const Roadmap, sent);
        QFETCH(const QStringList, rules);
        // The service, which knows of no mending, sums up what it sent.
        const Talk talk = heard({ intentComplete, complete(sent),
            R"({"type":"done","summary":{"framework":)" + framework(sent) + "}}" });
        QStringList mended;
        for (const AgentEvent& event : talk.events) {
            if (const auto* mend = std::get_if<MendedEvent>(&event))
                mended.append(mend->mend.rule);
        }
        QCOMPARE(mended, rules);
        QVERIFY2(talk.outline().endsWith(u"complete done"_s), qPrintable(talk.outline()));
        QCOMPARE(talk.outline().count(u"complete"_s), 2);
        QCOMPARE(talk.done().design.framework, sample::perfectRoadmap());
    }

    void anEditThatBreaksAHardRuleLeavesTheDesignBeforeIt_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("a short summary") << QByteArray(bareDone);
        QTest::newRow("a summary of the broken one")
            << R"({"type":"done","summary":{"framework":)" + framework(emptyRoadmap()) + "}}";
    }

    void anEditThatBreaksAHardRuleLeavesTheDesignBeforeIt()
    {
        QFETCH(const QByteArray, end);
        const Talk talk = heard(
            { intentComplete, designComplete, complete(emptyRoadmap(), "roadmap_editor"), end });
        QCOMPARE(talk.outline(), u"complete complete finding done"_s);
        QVERIFY(std::get<FindingEvent>(talk.events.at(2))
                    .finding.issue.endsWith(u"the one before it stands."_s));
        QCOMPARE(talk.done().design, wire::design());
    }

    void aDesignThatBreaksAHardRuleIsRefused_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::newRow("complete") << complete(emptyRoadmap());
        QTest::newRow("summary") << R"({"type":"done","summary":{"framework":)"
                + framework(emptyRoadmap()) + "}}";
    }

    void aDesignThatBreaksAHardRuleIsRefused()
    {
        QFETCH(const QByteArray, event);
        const Talk talk = heard({ intentComplete, event, bareDone });
        QCOMPARE(talk.outline(), u"complete refused finding finding finding error"_s);
        QCOMPARE(std::get<RefusedEvent>(talk.events.at(1)).design.framework, emptyRoadmap());
        QCOMPARE(talk.error().kind, ErrorKind::BadOutput);
        QVERIFY(talk.error().details.contains(u"H3"_s));
        QCOMPARE(std::get<ErrorEvent>(talk.events.last()).agent, AgentId::CurriculumArchitect);
    }

    void aDesignThatBreaksAHardRuleMayBeRepaired_data()
    {
        QTest::addColumn<QList<QByteArray>>("rest");
        const QByteArray repaired = complete(sample::perfectRoadmap(), "roadmap_editor");
        const QByteArray validated
            = R"({"type":"complete","data":{"is_valid":false},"agent":"structure_validator"})";
        QTest::newRow("by an editor") << QList<QByteArray> { validated, repaired, bareDone };
        QTest::newRow("in the summary") << QList<QByteArray> { wire::wholeRun().last() };
    }

    void aDesignThatBreaksAHardRuleMayBeRepaired()
    {
        QFETCH(const QList<QByteArray>, rest);
        const QByteArray broken = R"({"type":"complete","data":{"framework":)"
            + framework(emptyRoadmap())
            + R"(,"design_rationale":"From the ground up."},"agent":"curriculum_architect"})";
        const Talk talk = heard(QList<QByteArray> { intentComplete, broken } + rest);
        QCOMPARE(talk.outline(), u"complete complete done"_s);
        QCOMPARE(talk.done().design, wire::design());
    }

    void theSummaryMayReturnToTheDesignBeforeABadEdit()
    {
        const Talk talk = heard({ intentComplete, designComplete,
            complete(emptyRoadmap(), "roadmap_editor"), wire::wholeRun().last() });
        QVERIFY(talk.outline().endsWith(u"done"_s));
        QCOMPARE(talk.done().design.framework, sample::perfectRoadmap());
    }

    void aDesignThatNobodyRepairsIsRefusedHoweverTheRunEnds_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("end of stream") << ""_ba << ErrorKind::BadOutput;
        QTest::newRow("end inside an event") << "data: {"_ba << ErrorKind::BadOutput;
        QTest::newRow("done without a blank line")
            << "data: {\"type\":\"done\"}"_ba << ErrorKind::BadOutput;
        QTest::newRow("the service's error")
            << wire::stream({ R"({"type":"error","error":{"message":"Slow.","code":429}})" })
            << ErrorKind::RateLimit;
    }

    void aDesignThatNobodyRepairsIsRefusedHoweverTheRunEnds()
    {
        QFETCH(const QByteArray, rest);
        QFETCH(const ErrorKind, kind);
        Talk talk;
        talk.feed(wire::stream({ intentComplete, complete(emptyRoadmap()) }));
        QVERIFY(!talk.conversation.isOver());
        talk.feed(rest).end();
        QCOMPARE(talk.outline(), u"complete refused finding finding finding error"_s);
        QCOMPARE(std::get<RefusedEvent>(talk.events.at(1)).design.framework, emptyRoadmap());
        QCOMPARE(talk.error().kind, kind);
    }

    void aDesignThatTheServiceRefusedIsPassedOn()
    {
        const Talk talk = heard({ intentComplete,
            R"({"type":"refused","data":{"framework":)" + framework(circularRoadmap())
                + R"(},"agent":"curriculum_architect"})",
            R"({"type":"finding","rule":"H2","severity":"critical"})",
            R"({"type":"error","error":"It breaks rules.","kind":"bad_output"})" });
        QCOMPARE(talk.outline(), u"complete refused finding error"_s);
        QCOMPARE(talk.error().message, u"It breaks rules."_s);
    }

    void aServicesErrorIsToldInASentence_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("words");
        for (const ErrorRow& row : errorRows)
            QTest::newRow(row.name) << QByteArray(row.event) << row.kind << QString(row.words);
    }

    void aServicesErrorIsToldInASentence()
    {
        QFETCH(const QByteArray, event);
        QFETCH(const ErrorKind, kind);
        QFETCH(const QString, words);
        const Talk talk = heard({ intentComplete, event });
        QCOMPARE(talk.outline(), u"complete error"_s);
        QCOMPARE(talk.error().kind, kind);
        QVERIFY2(talk.error().message.contains(words), qPrintable(talk.error().message));
        QVERIFY(talk.error().message.contains(u"service.example:8000"_s));
    }

    void anotherRoadloomsSentenceIsTheSentence()
    {
        const Talk talk = heard({ R"({"type":"error","error":"Wait a minute.\u0007","agent":)"
                                  R"("curriculum_architect","kind":"rate_limit",)"
                                  R"("details":"HTTP 429"})" });
        QCOMPARE(talk.events,
            (QList<AgentEvent> { ErrorEvent { { .kind = ErrorKind::RateLimit,
                                                  .message = u"Wait a minute."_s,
                                                  .details = u"HTTP 429"_s },
                AgentId::CurriculumArchitect } }));
    }

    void nothingFollowsTheEnd()
    {
        const QByteArray error = R"({"type":"error","error":"Rate limit"})";
        const Talk failed = heard({ intentComplete, error, wire::wholeRun().last(), error });
        QCOMPARE(failed.outline(), u"complete error"_s);
        QList<QByteArray> run = wire::wholeRun();
        run += wire::wholeRun();
        run += error;
        const Talk succeeded = heard(run);
        QCOMPARE(succeeded.outline(), u"chunk complete chunk complete done"_s);
    }

    void anEndWithoutDoneIsACut_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QString>("outline");
        const QByteArray whole = wire::stream(wire::wholeRun());
        const qsizetype done = whole.indexOf("data: {\"type\":\"done\"");
        QTest::newRow("before done")
            << whole.first(done) << u"chunk complete chunk complete error"_s;
        QTest::newRow("inside done")
            << whole.first(done + 40) << u"chunk complete chunk complete error"_s;
        QTest::newRow("after words") << whole.first(whole.indexOf("\n\n") + 2) << u"chunk error"_s;
        QTest::newRow("an unfinished chunk") << whole.first(whole.indexOf("\n\n")) << u"error"_s;
        QTest::newRow("at once") << ""_ba << u"error"_s;
        QTest::newRow("only comments") << ":\n\n:\n\n"_ba << u"error"_s;
    }

    void anEndWithoutDoneIsACut()
    {
        QFETCH(const QByteArray, stream);
        QFETCH(const QString, outline);
        Talk talk;
        talk.feed(stream).end();
        QCOMPARE(talk.outline(), outline);
        QCOMPARE(talk.error().kind, ErrorKind::Cut);
        QVERIFY(!talk.error().message.isEmpty());
        QVERIFY(!talk.conversation.canResume());
    }

    void oddEventsArePassedOver()
    {
        QByteArray stream = wire::stream(wire::wholeRun());
        stream.replace(
            "data: ", "data: connected\n\ndata: [1]\n\ndata: {\"type\":\"mood\"}\n\ndata: ");
        Talk talk;
        talk.feed(stream).end();
        QCOMPARE(talk.outline(), u"chunk complete chunk complete done"_s);
    }

    void whatIsNoGenerationStreamIsSaidToBeNone_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::newRow("another protocol")
            << QByteArray("data: {\"choices\":[]}\n\ndata: [DONE]\n\n");
        QTest::newRow("no JSON") << QByteArray("data: hello\n\n");
        QTest::newRow("no JSON without end") << QByteArray("data: hello\n\n").repeated(100);
        QTest::newRow("no JSON after a while")
            << wire::stream(wire::wholeRun().first(2)) + QByteArray("data: x\n\n").repeated(100);
    }

    void whatIsNoGenerationStreamIsSaidToBeNone()
    {
        QFETCH(const QByteArray, stream);
        Talk talk;
        talk.feed(stream).end();
        QCOMPARE(talk.error().kind, ErrorKind::Protocol);
        QVERIFY(talk.outline().endsWith(u"error"_s));
    }

    void halvesOfACharacterAreJoinedForEachAgent()
    {
        const Talk talk
            = heard({ R"({"type":"chunk","content":"a\ud83d","agent":"intent_analyzer"})",
                R"({"type":"chunk","content":"x","agent":"curriculum_architect"})",
                R"({"type":"chunk","content":"\udc0db","agent":"intent_analyzer"})" });
        QCOMPARE(talk.said(AgentId::IntentAnalyzer), u"a🐍b"_s);
        QCOMPARE(talk.said(AgentId::CurriculumArchitect), u"x"_s);
    }

    void reasoningIsOfItsStage()
    {
        const Talk talk = heard({
            R"({"type":"reasoning","content":"a\ud83d","agent":"curriculum_architect","stage":"s1"})",
            R"({"type":"reasoning","content":"b","agent":"curriculum_architect","stage":"s2"})",
            R"({"type":"reasoning","content":"\udc0d","agent":"curriculum_architect","stage":"s1"})",
        });
        const auto thought = [](const QString& words, const QString& stage) {
            return AgentEvent(ReasoningEvent { words, AgentId::CurriculumArchitect, stage });
        };
        QCOMPARE(talk.events.at(0), thought(u"a"_s, u"s1"_s));
        QCOMPARE(talk.events.at(1), thought(u"b"_s, u"s2"_s));
        QCOMPARE(talk.events.at(2), thought(u"🐍"_s, u"s1"_s));
    }

    void reasoningIsKeptApartFromWords()
    {
        const Talk talk
            = heard({ R"({"type":"reasoning","content":"a\ud83d","agent":"intent_analyzer"})",
                R"({"type":"chunk","content":"x","agent":"intent_analyzer"})",
                R"({"type":"reasoning","content":"\udc0d","agent":"intent_analyzer"})" });
        QCOMPARE(talk.said(AgentId::IntentAnalyzer), u"x"_s);
        QCOMPARE(talk.events.at(0), AgentEvent(ReasoningEvent { u"a"_s, AgentId::IntentAnalyzer }));
        QCOMPARE(talk.events.at(2), AgentEvent(ReasoningEvent { u"🐍"_s, AgentId::IntentAnalyzer }));
    }

    void aWithdrawnTryIsPassedOn()
    {
        const Talk talk = heard({ wire::wholeRun().first(),
            R"({"type":"attempt_failed","agent":"intent_analyzer","reason":"No\nJSON.",)"
            R"("retry_in_ms":50})",
            R"({"type":"attempt_failed","agent":"intent_analyzer"})" });
        QCOMPARE(talk.events.at(1),
            AgentEvent(AttemptFailedEvent { .agent = AgentId::IntentAnalyzer,
                .reason = u"No JSON."_s,
                .retryIn = std::chrono::milliseconds(50) }));
        QVERIFY(!std::get<AttemptFailedEvent>(talk.events.at(2)).reason.isEmpty());
    }

    void hearsRecordedStreams_data()
    {
        QTest::addColumn<QString>("path");
        const QString corpus = qEnvironmentVariable("ROADLOOM_CORPUS");
        const QDir folder(corpus + "/streams/agent-events"_L1);
        const QStringList names
            = corpus.isEmpty() ? QStringList() : folder.entryList({ u"*.stream"_s }, QDir::Files);
        for (const QString& name : names)
            QTest::addRow("%s", qUtf8Printable(name)) << folder.filePath(name);
        if (names.isEmpty())
            QTest::addRow("none") << QString();
        qInfo("%d recorded streams", int(names.size()));
    }

    /// Their results are no roadmaps, so only what was said and reported counts.
    void hearsRecordedStreams()
    {
        QFETCH(const QString, path);
        if (path.isEmpty())
            QSKIP("ROADLOOM_CORPUS names no folder with recorded streams.");
        QFile stream(path);
        QFile description(QString(path).replace(".stream"_L1, ".expected.json"_L1));
        QVERIFY(stream.open(QIODevice::ReadOnly) && description.open(QIODevice::ReadOnly));
        const auto parsed = parseJson(description.readAll());
        QVERIFY(parsed);
        const json::object& expected = parsed.value().at("expected").as_object();
        Talk talk;
        talk.feed(stream.readAll()).end();
        const json::object& texts = expected.at("agents_text").as_object();
        for (const AgentId agent : { AgentId::IntentAnalyzer, AgentId::CurriculumArchitect }) {
            const json::value* text = texts.if_contains(agentName(agent).toStdString());
            QCOMPARE(talk.said(agent), text != nullptr ? toQString(text->as_string()) : QString());
        }
        if (const json::object* error = expected.at("error").if_object())
            QVERIFY(talk.error().message.contains(toQString(error->at("message").as_string())));
        QVERIFY(talk.conversation.isOver());
    }

    void thePlaceInLineIsKnownUntilTheRunBegins()
    {
        Talk talk;
        QVERIFY(!talk.conversation.placeInLine());
        talk.feed(wire::stream({ R"({"type":"queued","position":3,"wait_s":120})" }));
        const PlaceInLine third { .place = 3, .untilTurn = 2min };
        QVERIFY(talk.conversation.placeInLine() == third);
        talk.feed(wire::stream({ R"({"type":"queued","position":"?"})" }));
        QCOMPARE(talk.conversation.placeInLine()->place, 3);
        talk.feed(wire::stream({ R"({"type":"queued","position":1})" }));
        QVERIFY(talk.conversation.placeInLine() == PlaceInLine { .place = 1 });
        QVERIFY(talk.events.isEmpty());
        talk.feed(wire::stream(wire::wholeRun().first(1)));
        QVERIFY(!talk.conversation.placeInLine());
        talk.feed(wire::stream({ R"({"type":"queued","position":2})" }));
        QVERIFY(!talk.conversation.placeInLine());
    }

    void whoSaysAPlaceInLineIsAGenerationStream()
    {
        QCOMPARE(heard({ R"({"type":"queued","position":3})" }).error().kind, ErrorKind::Cut);
    }

    void keepAlivesAreNoSignOfLife()
    {
        Talk talk;
        talk.feed("data: {\"type\":\"ping\"}\n\ndata: ping\n\ndata: odd\n\n:\n\n");
        QCOMPARE(talk.conversation.signsOfLife(), 0);
        talk.feed("data: {\"type\":\"tutorial_chunk\"}\n\n");
        QCOMPARE(talk.conversation.signsOfLife(), 1);
        QVERIFY(talk.events.isEmpty());
    }

    void endlessTalkEndsInAnError()
    {
        const QByteArray words(qsizetype(1024) * 1024, 'x');
        Talk talk;
        const QByteArray event = "data: {\"type\":\"chunk\",\"content\":\"" + words
            + "\",\"agent\":\"intent_analyzer\"}\n\n";
        for (int i = 0; i <= 64; ++i)
            talk.feed(event);
        QCOMPARE(talk.error().kind, ErrorKind::TooLarge);
        QCOMPARE(talk.events.size(), 65);
    }

    void remarksAreBounded_data()
    {
        QTest::addColumn<QByteArray>("remark");
        QTest::newRow("mended") << QByteArray(
            R"({"type":"mended","rule":"H1","what":"Mended.","agent":"curriculum_architect"})");
        QTest::newRow("progress") << QByteArray(
            R"({"type":"progress","step":"curriculum_design","percent":1})");
        QTest::newRow("attempt_failed")
            << QByteArray(R"({"type":"attempt_failed","agent":"curriculum_architect"})");
    }
    void remarksAreBounded()
    {
        QFETCH(const QByteArray, remark);
        const QByteArray event = "data: " + remark + "\n\n";
        Talk talk;
        for (int i = 0; i < 30'000 && !talk.conversation.isOver(); ++i)
            talk.feed(event);
        QCOMPARE(talk.error().kind, ErrorKind::TooLarge);
        QVERIFY(talk.events.size() > 10'000);
    }
};

QTEST_GUILESS_MAIN(ServiceConversationTest)
#include "ServiceConversationTest.moc"
