// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/base/Overload.h"
#include "core/llm/ChatMessage.h"
#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/Roadmap.h"
#include "core/roadmap/RoadmapRules.h"

#include <QMetaType>

#include <chrono>
#include <variant>

/// The language in which whatever makes a roadmap speaks to whatever shows, stores or forwards it.
/// Bytes and key order of the wire form are fixed by the generation stream's contract.
namespace roadloom {

/// Who speaks. On the wire: "intent_analyzer", "curriculum_architect", "system".
enum class AgentId { IntentAnalyzer, CurriculumArchitect, System };

[[nodiscard]] QString agentName(AgentId agent);
/// Translated, for people: "Goal analysis", "Curriculum design".
[[nodiscard]] QString agentTitle(AgentId agent);

/// Text as the agent says it: words for the learner, then the result as one fenced JSON block.
struct ChunkEvent {
    QString content;
    AgentId agent = AgentId::System;

    bool operator==(const ChunkEvent&) const = default;
};

/// The model's reasoning before or between its words: never part of the answer, never JSON.
struct ReasoningEvent {
    QString content;
    AgentId agent = AgentId::System;

    bool operator==(const ReasoningEvent&) const = default;
};

using AgentResult = std::variant<IntentAnalysis, CurriculumDesign>;

/// The agent's whole, validated result.
struct CompleteEvent {
    AgentResult result;
    AgentId agent = AgentId::System;

    bool operator==(const CompleteEvent&) const = default;
};

/// A try that will be repeated; the words it already sent are to be shown as withdrawn.
struct AttemptFailedEvent {
    AgentId agent = AgentId::System;
    QString reason; ///< translated sentence
    std::chrono::milliseconds retryIn { 0 }; ///< 0: at once

    bool operator==(const AttemptFailedEvent&) const = default;
};

/// A whole result that could be read but breaks a hard rule: worth keeping, not worth following.
/// Its findings and an ErrorEvent come after it.
struct RefusedEvent {
    CurriculumDesign design;
    AgentId agent = AgentId::System;

    bool operator==(const RefusedEvent&) const = default;
};

/// One finding of the structural rules or of the validator about the roadmap that follows or was
/// just completed.
struct FindingEvent {
    Finding finding;

    bool operator==(const FindingEvent&) const = default;
};

/// The run has failed for good.
struct ErrorEvent {
    Error error;
    AgentId agent = AgentId::System;

    bool operator==(const ErrorEvent&) const = default;
};

/// The run has succeeded.
struct DoneEvent {
    IntentAnalysis intent;
    CurriculumDesign design;
    std::chrono::milliseconds duration { 0 };
    ChatUsage usage; ///< tokens of the whole run, where told

    bool operator==(const DoneEvent&) const = default;
};

using AgentEvent = std::variant<ChunkEvent, ReasoningEvent, CompleteEvent, AttemptFailedEvent,
    RefusedEvent, FindingEvent, ErrorEvent, DoneEvent>;

/// True for the two events after which nothing follows.
[[nodiscard]] bool isTerminal(const AgentEvent& event);

/// The event's JSON, `type` first.
[[nodiscard]] json::object toJson(const AgentEvent& event);
/// One compact JSON object, without a line end.
[[nodiscard]] QByteArray toJsonLine(const AgentEvent& event);
/// `data: ` + the JSON line + a blank line.
[[nodiscard]] QByteArray toSseMessage(const AgentEvent& event);

QDebug operator<<(QDebug debug, const AgentEvent& event);

} // namespace roadloom

Q_DECLARE_METATYPE(roadloom::AgentEvent)
