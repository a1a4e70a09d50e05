// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace roadloom {

/// What a run is doing. On the wire, as services name their steps: "intent_analysis",
/// "curriculum_design", "structure_validation", "roadmap_edit", "human_review", "completed".
enum class WorkflowStep {
    IntentAnalysis,
    CurriculumDesign,
    StructureValidation,
    RoadmapEdit,
    HumanReview,
    Completed
};

[[nodiscard]] QString stepName(WorkflowStep step);
[[nodiscard]] std::optional<WorkflowStep> stepFromName(QStringView name);
/// Translated, for people, as something that goes on: "Designing your roadmap".
[[nodiscard]] QString stepTitle(WorkflowStep step);

} // namespace roadloom
