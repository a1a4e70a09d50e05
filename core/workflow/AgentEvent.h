// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/base/Overload.h"
#include "core/llm/ChatMessage.h"
#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/Roadmap.h"
#include "core/roadmap/RoadmapEdit.h"
#include "core/roadmap/RoadmapMender.h"
#include "core/roadmap/RoadmapRules.h"
#include "core/roadmap/Validation.h"
#include "core/workflow/WorkflowStep.h"

#include <QMetaType>

#include <chrono>
#include <optional>
#include <variant>

/// The language in which whatever makes a roadmap speaks to whatever shows, stores or forwards it.
/// Bytes and key order of the wire form are fixed by the generation stream's contract.
namespace roadloom {

/// Who speaks. On the wire: "intent_analyzer", "curriculum_architect", "structure_validator",
/// "roadmap_editor", "system".
enum class AgentId {
    IntentAnalyzer,
    CurriculumArchitect,
    StructureValidator,
    RoadmapEditor,
    System
};

[[nodiscard]] QString agentName(AgentId agent);
/// The agent of that name; System for any other.
[[nodiscard]] AgentId agentFromName(QStringView name);
/// Translated, for people: "Goal analysis", "Curriculum design".
[[nodiscard]] QString agentTitle(AgentId agent);

/// Text as the agent says it: words for the learner, then the result as one fenced JSON block.
struct ChunkEvent {
    QString content;
    AgentId agent = AgentId::System;
    QString stage {}; ///< id of the stage in front, where stages are designed side by side

    bool operator==(const ChunkEvent&) const = default;
};

/// The same of a stage that is not in front: for a living tree, not for the conversation. What a
/// stage says comes in order, some of it as these and some as ChunkEvents. When the stage is in
/// front, the words for the learner that came as these come once more, as its first ChunkEvent; its
/// JSON comes once, and a stage that has begun it in the background ends it there.
struct StageChunkEvent {
    QString content;
    AgentId agent = AgentId::System;
    QString stage {}; ///< id

    bool operator==(const StageChunkEvent&) const = default;
};

/// The model's reasoning before or between its words: never part of the answer, never JSON.
struct ReasoningEvent {
    QString content;
    AgentId agent = AgentId::System;
    QString stage {}; ///< as in ChunkEvent

    bool operator==(const ReasoningEvent&) const = default;
};

using AgentResult = std::variant<IntentAnalysis, CurriculumDesign, Validation, RoadmapEdit>;

/// The agent's whole, validated result. Validator and editor may have several, one a round.
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
    QString stage {}; ///< id of the stage that is asked for again; empty: the agent's whole answer

    bool operator==(const AttemptFailedEvent&) const = default;
};

/// A whole result that could be read but breaks a hard rule: worth keeping, not worth following.
/// Its findings and an ErrorEvent come after it.
struct RefusedEvent {
    CurriculumDesign design;
    AgentId agent = AgentId::System;

    bool operator==(const RefusedEvent&) const = default;
};

/// Something was put right by program, without a model: in an answer's JSON, or in a roadmap
/// before it is complete.
struct MendedEvent {
    Mend mend;
    AgentId agent = AgentId::System; ///< whose result it was

    bool operator==(const MendedEvent&) const = default;
};

/// How far the run is: what it is doing, of the whole way, and how long this step will still take.
struct ProgressEvent {
    WorkflowStep step = WorkflowStep::IntentAnalysis;
    int percent = 0; ///< 0 to 100; never falls
    std::optional<std::chrono::seconds> remaining {}; ///< where it can be told

    bool operator==(const ProgressEvent&) const = default;
};

/// The roadmap is ready, and the run waits for the learner's word, see
/// RoadmapSource::answerReview().
struct ReviewRequestedEvent {
    bool operator==(const ReviewRequestedEvent&) const = default;
};

/// One finding of the structural rules or the validator about the roadmap that follows or was just
/// completed.
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

using AgentEvent = std::variant<ChunkEvent, StageChunkEvent, ReasoningEvent, CompleteEvent,
    AttemptFailedEvent, MendedEvent, ProgressEvent, ReviewRequestedEvent, RefusedEvent,
    FindingEvent, ErrorEvent, DoneEvent>;

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
