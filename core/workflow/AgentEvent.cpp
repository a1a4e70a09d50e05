// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/AgentEvent.h"

#include "core/roadmap/RoadmapJson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

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

json::object chunkToJson(const ChunkEvent& chunk)
{
    json::object object = typed("chunk");
    object["content"] = toJsonString(chunk.content);
    addAgent(object, chunk.agent);
    return object;
}

json::object reasoningToJson(const ReasoningEvent& reasoning)
{
    json::object object = typed("reasoning");
    object["content"] = toJsonString(reasoning.content);
    addAgent(object, reasoning.agent);
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
    switch (agent) {
    case AgentId::IntentAnalyzer:
        return u"intent_analyzer"_s;
    case AgentId::CurriculumArchitect:
        return u"curriculum_architect"_s;
    case AgentId::System:
        return u"system"_s;
    }
    Q_UNREACHABLE();
}

QString agentTitle(AgentId agent)
{
    switch (agent) {
    case AgentId::IntentAnalyzer:
        return QCoreApplication::translate("AgentEvent", "Goal analysis");
    case AgentId::CurriculumArchitect:
        return QCoreApplication::translate("AgentEvent", "Curriculum design");
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
            [](const ChunkEvent& chunk) { return chunkToJson(chunk); },
            [](const ReasoningEvent& reasoning) { return reasoningToJson(reasoning); },
            [](const CompleteEvent& complete) { return completeToJson(complete); },
            [](const AttemptFailedEvent& attempt) { return attemptToJson(attempt); },
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
