// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/AgentEvent.h"

#include "core/base/EnumWords.h"
#include "core/roadmap/RoadmapJson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr std::array agentNames {
    EnumWord<AgentId> { AgentId::IntentAnalyzer, "intent_analyzer"_L1 },
    EnumWord<AgentId> { AgentId::CurriculumArchitect, "curriculum_architect"_L1 },
    EnumWord<AgentId> { AgentId::StructureValidator, "structure_validator"_L1 },
    EnumWord<AgentId> { AgentId::RoadmapEditor, "roadmap_editor"_L1 },
    EnumWord<AgentId> { AgentId::System, "system"_L1 },
};

json::object typed(json::string_view type)
{
    json::object object;
    object["type"] = type;
    return object;
}

void addAgent(json::object& object, AgentId agent)
{
    object["agent"] = toJsonString(agentName(agent));
}

json::object resultToJson(const AgentResult& result)
{
    return std::visit([](const auto& value) { return toJson(value); }, result);
}

void addStage(json::object& object, const QString& stage)
{
    if (!stage.isEmpty())
        object["stage"] = toJsonString(stage);
}

template <class Chunk>
json::object chunkToJson(json::string_view type, const Chunk& chunk)
{
    json::object object = typed(type);
    object["content"] = toJsonString(chunk.content);
    addAgent(object, chunk.agent);
    addStage(object, chunk.stage);
    return object;
}

json::object reasoningToJson(const ReasoningEvent& reasoning)
{
    json::object object = typed("reasoning");
    object["content"] = toJsonString(reasoning.content);
    addAgent(object, reasoning.agent);
    addStage(object, reasoning.stage);
    return object;
}

json::object completeToJson(const CompleteEvent& complete)
{
    json::object object = typed("complete");
    object["data"] = resultToJson(complete.result);
    addAgent(object, complete.agent);
    return object;
}

json::object attemptToJson(const AttemptFailedEvent& attempt)
{
    json::object object = typed("attempt_failed");
    addAgent(object, attempt.agent);
    addStage(object, attempt.stage);
    object["reason"] = toJsonString(attempt.reason);
    object["retry_in_ms"] = std::int64_t(attempt.retryIn.count());
    return object;
}

json::object refusedToJson(const RefusedEvent& refused)
{
    json::object object = typed("refused");
    object["data"] = toJson(refused.design);
    addAgent(object, refused.agent);
    return object;
}

json::object mendedToJson(const MendedEvent& event)
{
    json::object object = typed("mended");
    addAgent(object, event.agent);
    object["rule"] = toJsonString(event.mend.rule);
    object["location"] = toJsonString(event.mend.location);
    object["what"] = toJsonString(event.mend.what);
    return object;
}

json::object progressToJson(const ProgressEvent& progress)
{
    json::object object = typed("progress");
    object["step"] = toJsonString(stepName(progress.step));
    object["percent"] = progress.percent;
    if (progress.remaining)
        object["remaining_s"] = std::int64_t(progress.remaining->count());
    return object;
}

json::object findingToJson(const FindingEvent& event)
{
    json::object object = typed("finding");
    addMissing(object, toJson(event.finding));
    return object;
}

json::object errorToJson(const ErrorEvent& event)
{
    json::object object = typed("error");
    object["error"] = toJsonString(event.error.message);
    addAgent(object, event.agent);
    object["kind"] = toJsonString(errorKindName(event.error.kind));
    if (!event.error.details.isEmpty())
        object["details"] = toJsonString(event.error.details);
    return object;
}

json::object doneToJson(const DoneEvent& done)
{
    json::object summary;
    summary["intent_analysis"] = toJson(done.intent);
    summary["framework"] = toJson(done.design.framework);
    summary["design_rationale"] = toJsonString(done.design.designRationale);
    summary["stage_count"] = std::int64_t(done.design.framework.stages.size());
    summary["concept_count"] = std::int64_t(conceptCount(done.design.framework));
    summary["duration_ms"] = std::int64_t(done.duration.count());
    if (done.usage.inputTokens)
        summary["input_tokens"] = std::int64_t(*done.usage.inputTokens);
    if (done.usage.outputTokens)
        summary["output_tokens"] = std::int64_t(*done.usage.outputTokens);
    json::object object = typed("done");
    object["summary"] = std::move(summary);
    return object;
}

} // namespace

QString agentName(AgentId agent)
{
    return wordFor(agent, agentNames);
}

AgentId agentFromName(QStringView name)
{
    return valueFor(name, agentNames).value_or(AgentId::System);
}

QString agentTitle(AgentId agent)
{
    switch (agent) {
    case AgentId::IntentAnalyzer:
        return QCoreApplication::translate("AgentEvent", "Analyse");
    case AgentId::CurriculumArchitect:
        return QCoreApplication::translate("AgentEvent", "Design");
    case AgentId::StructureValidator:
        return QCoreApplication::translate("AgentEvent", "Check");
    case AgentId::RoadmapEditor:
        return QCoreApplication::translate("AgentEvent", "Mend");
    case AgentId::System:
        return QCoreApplication::translate("AgentEvent", "Roadloom");
    }
    Q_UNREACHABLE();
}

bool isTerminal(const AgentEvent& event)
{
    return std::holds_alternative<ErrorEvent>(event) || std::holds_alternative<DoneEvent>(event);
}

json::object toJson(const AgentEvent& event)
{
    return std::visit(
        Overload {
            [](const ChunkEvent& chunk) { return chunkToJson("chunk", chunk); },
            [](const StageChunkEvent& chunk) { return chunkToJson("stage_chunk", chunk); },
            [](const ReasoningEvent& reasoning) { return reasoningToJson(reasoning); },
            [](const CompleteEvent& complete) { return completeToJson(complete); },
            [](const AttemptFailedEvent& attempt) { return attemptToJson(attempt); },
            [](const MendedEvent& mended) { return mendedToJson(mended); },
            [](const ProgressEvent& progress) { return progressToJson(progress); },
            [](const ReviewRequestedEvent& /*review*/) { return typed("review_requested"); },
            [](const RefusedEvent& refused) { return refusedToJson(refused); },
            [](const FindingEvent& finding) { return findingToJson(finding); },
            [](const ErrorEvent& error) { return errorToJson(error); },
            [](const DoneEvent& done) { return doneToJson(done); },
        },
        event);
}

QByteArray toJsonLine(const AgentEvent& event)
{
    return writeJson(toJson(event));
}

QByteArray toSseMessage(const AgentEvent& event)
{
    return "data: " + toJsonLine(event) + "\n\n";
}

QDebug operator<<(QDebug debug, const AgentEvent& event)
{
    const QDebugStateSaver saver(debug);
    debug.noquote() << QString::fromUtf8(toJsonLine(event));
    return debug;
}

} // namespace roadloom
