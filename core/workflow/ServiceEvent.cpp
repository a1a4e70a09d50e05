// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ServiceEvent.h"

#include "core/http/JsonMembers.h"
#include "core/roadmap/RoadmapJson.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr std::chrono::milliseconds longestWait = 24h;

constexpr qint64 longestLine = 100'000; // places
constexpr qsizetype longestStageId = 300;
constexpr qsizetype longestSentence = 2000; // of what was mended

AgentId agentIn(const json::object& event)
{
    return agentFromName(textIn(event, "agent"));
}

/// A stage's id; one that is too long to be any is none.
QString stageIn(const json::object& event)
{
    QString stage = textIn(event, "stage");
    return stage.size() <= longestStageId ? stage : QString();
}

std::chrono::milliseconds millisecondsIn(const json::object& object, json::string_view key)
{
    const qint64 most = longestWait.count();
    return std::chrono::milliseconds(std::min(countIn(object, key).value_or(0), most));
}

template <class Words>
ServiceEvent readWords(const json::object& event)
{
    const QString content = textIn(event, "content");
    if (content.isEmpty())
        return SignOfLife {};
    Words words { content, agentIn(event) };
    if constexpr (requires { words.stage; })
        words.stage = stageIn(event);
    return words;
}

template <class Value>
ServiceEvent resultOf(Result<Value> read, AgentId agent)
{
    if (!read)
        return UnusableResult { read.error(), agent };
    return CompleteEvent { std::move(read).value(), agent };
}

bool isDesign(const json::object& data)
{
    return data.contains("framework") || data.contains("stages");
}

/// A review that cannot be read is no reason to doubt the roadmap.
ServiceEvent readReview(const json::value& data)
{
    Result<Validation> validation = readValidation(data);
    if (!validation)
        return SignOfLife {};
    return CompleteEvent { std::move(validation).value(), AgentId::StructureValidator };
}

/// By the agent's name; where there is none, by what the result looks like.
ServiceEvent readComplete(const json::object& event)
{
    const json::value* data = event.if_contains("data");
    const json::value nothing = nullptr;
    const json::value& result = data != nullptr ? *data : nothing;
    const json::object* object = result.if_object();
    const AgentId agent = agentIn(event);
    const json::string_view name = stringIn(event, "agent");
    switch (agent) {
    case AgentId::CurriculumArchitect:
        return resultOf(readCurriculumDesign(result), agent);
    case AgentId::IntentAnalyzer:
        return resultOf(readIntentAnalysis(result), agent);
    case AgentId::RoadmapEditor:
        return resultOf(readRoadmapEdit(result), agent);
    case AgentId::StructureValidator:
        return readReview(result);
    case AgentId::System:
        break;
    }
    if (!name.empty() || object == nullptr)
        return SignOfLife {};
    if (isDesign(*object))
        return resultOf(readCurriculumDesign(result), AgentId::CurriculumArchitect);
    if (object->contains("parsed_goal"))
        return resultOf(readIntentAnalysis(result), AgentId::IntentAnalyzer);
    return SignOfLife {};
}

ServiceEvent readAttemptFailed(const json::object& event)
{
    return AttemptFailedEvent { .agent = agentIn(event),
        .reason = textIn(event, "reason"),
        .retryIn = millisecondsIn(event, "retry_in_ms"),
        .stage = stageIn(event) };
}

ServiceEvent readMended(const json::object& event)
{
    const auto text
        = [&event](json::string_view key) { return textIn(event, key).left(longestSentence); };
    if (text("what").isEmpty())
        return SignOfLife {};
    return MendedEvent { .mend
        = { .rule = text("rule"), .location = text("location"), .what = text("what") },
        .agent = agentIn(event) };
}

ServiceEvent readProgress(const json::object& event)
{
    const auto step = stepFromName(textIn(event, "step"));
    const auto percent = countIn(event, "percent");
    if (!step || !percent)
        return SignOfLife {};
    ProgressEvent progress { .step = *step, .percent = int(std::min<qint64>(*percent, 100)) };
    if (const auto remaining = countIn(event, "remaining_s"))
        progress.remaining = std::min<std::chrono::seconds>(std::chrono::seconds(*remaining),
            std::chrono::floor<std::chrono::seconds>(longestWait));
    return progress;
}

ServiceEvent readRefused(const json::object& event)
{
    const json::value* data = event.if_contains("data");
    Result<CurriculumDesign> design = readCurriculumDesign(data != nullptr ? *data : json::value());
    if (!design)
        return SignOfLife {};
    return RefusedEvent { std::move(design).value(), AgentId::CurriculumArchitect };
}

/// A place that cannot be one is none.
ServiceEvent readPlaceInLine(const json::object& event)
{
    const qint64 place = countIn(event, "position").value_or(0);
    if (place < 1 || place > longestLine)
        return SignOfLife {};
    PlaceInLine line { .place = int(place) };
    if (const auto wait = countIn(event, "wait_s");
        wait && *wait <= std::chrono::floor<std::chrono::seconds>(longestWait).count())
        line.untilTurn = std::chrono::seconds(*wait);
    return line;
}

/// `error`, else `message`, else `detail`; each a text or something that holds one.
ServerWords errorWordsIn(const json::object& event)
{
    static constexpr std::array<json::string_view, 3> keys { "error", "message", "detail" };
    for (const json::string_view key : keys) {
        const json::value* value = event.if_contains(key);
        ServerWords words = value != nullptr ? serverWordsIn(*value) : ServerWords {};
        if (!words.text.isEmpty() || !words.code.isEmpty())
            return words;
    }
    return {};
}

QString detailsIn(const json::object& event)
{
    const json::value* details = event.if_contains("details");
    if (details == nullptr || details->is_null())
        return {};
    return details->is_string() ? textIn(event, "details") : QString::fromUtf8(writeJson(*details));
}

ServiceEvent readError(const json::object& event)
{
    ReportedError report { .words = errorWordsIn(event),
        .kind = errorKindFromName(textIn(event, "kind")),
        .details = detailsIn(event),
        .agent = agentIn(event) };
    const json::object* details = objectIn(event, "details");
    if (report.words.type.isEmpty() && details != nullptr)
        report.words.type = textIn(*details, "error_type");
    return report;
}

ServiceEvent readDone(const json::object& event)
{
    RunSummary run;
    const json::object* summary = objectIn(event, "summary");
    if (summary == nullptr)
        return run;
    if (const json::value* intent = summary->if_contains("intent_analysis")) {
        if (Result<IntentAnalysis> read = readIntentAnalysis(*intent))
            run.intent = std::move(read).value();
    }
    if (const json::value* framework = summary->if_contains("framework")) {
        if (Result<Roadmap> read = readRoadmap(*framework))
            run.framework = std::move(read).value();
    }
    run.designRationale = textIn(*summary, "design_rationale");
    run.duration = millisecondsIn(*summary, "duration_ms");
    run.usage.inputTokens = countIn(*summary, "input_tokens");
    run.usage.outputTokens = countIn(*summary, "output_tokens");
    return run;
}

ServiceEvent readKeepAlive(const json::object& /*event*/)
{
    return KeepAlive {};
}

struct TypeReader {
    json::string_view type;
    ServiceEvent (*read)(const json::object& event);
};

/// The types that mean something here. All others are signs of life: `finding`, for the rules are
/// checked here, and what is told of tutorials and tools (`tutorial_error` ends nothing).
constexpr std::array typeReaders {
    TypeReader { "chunk", readWords<ChunkEvent> },
    TypeReader { "stage_chunk", readWords<StageChunkEvent> },
    TypeReader { "reasoning", readWords<ReasoningEvent> },
    TypeReader { "complete", readComplete },
    TypeReader { "attempt_failed", readAttemptFailed },
    TypeReader { "mended", readMended },
    TypeReader { "progress", readProgress },
    TypeReader { "refused", readRefused },
    TypeReader { "queued", readPlaceInLine },
    TypeReader { "error", readError },
    TypeReader { "done", readDone },
    TypeReader { "ping", readKeepAlive },
    TypeReader { "heartbeat", readKeepAlive },
};

/// The type in the JSON, else the SSE event's; an error body without either is an error as well.
json::string_view typeOf(const json::object& event, QByteArrayView sseType)
{
    if (const json::string_view type = stringIn(event, "type"); !type.empty())
        return type;
    if (!sseType.isEmpty() && sseType != "message")
        return { sseType.data(), std::size_t(sseType.size()) };
    const bool isErrorBody = event.contains("error") || event.contains("detail");
    return isErrorBody && !errorWordsIn(event).text.isEmpty() ? "error" : "";
}

/// Bytes that are no UTF-8 and half surrogate pairs would live on in what a result keeps unread.
void makeWellFormed(json::value& event)
{
    const QByteArray written = writeJson(event);
    if (written.isValidUtf8())
        return;
    if (auto clean = parseLenientJson(QString::fromUtf8(written).toUtf8()))
        event = std::move(*clean);
}

ServiceEvent readText(QByteArrayView data, QByteArrayView sseType)
{
    constexpr std::array<QByteArrayView, 5> keepAlives { "", "ping", "heartbeat", "keep-alive",
        "[DONE]" };
    if (sseType == "error")
        return ReportedError { .words = { .text = QString::fromUtf8(data), .code = {}, .type = {} },
            .details = {} };
    if (sseType == "ping" || std::ranges::find(keepAlives, data) != keepAlives.end())
        return KeepAlive {};
    return Unreadable {};
}

} // namespace

ServiceEvent readServiceEvent(QByteArrayView data, QByteArrayView sseType)
{
    auto value = parseLenientJson(data);
    if (!value || !value->is_object())
        return readText(data.trimmed(), sseType);
    const json::string_view type = typeOf(value->get_object(), sseType);
    const auto found = std::ranges::find(typeReaders, type, &TypeReader::type);
    if (found == typeReaders.end())
        return SignOfLife {};
    const bool isWords = found->read
            == readWords<
                ChunkEvent> || found->read == readWords<StageChunkEvent> || found->read == readWords<ReasoningEvent>;
    if (!isWords)
        makeWellFormed(*value);
    return found->read(value->get_object());
}

} // namespace roadloom
