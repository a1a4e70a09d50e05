// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapOutline.h"
#include "core/workflow/AgentEvent.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace roadloom {

/// How far a run of agents is, from what is done and nothing else: steps that are complete, and
/// within the design the concepts that are complete, of those that the outline plans. The
/// percentage never falls, stays below 98 while anything is left to do, and is 100 with the end
/// alone. The time that remains is told from the rate at which concepts come.
///
/// Each call tells what happened at a time since the run began; next() then gives the event to
/// emit, if there is anything new to say.
class RunProgress {
public:
    using Time = std::chrono::milliseconds;

    /// A run whose roadmap is reviewed by a model takes a part of the way for it.
    explicit RunProgress(bool hasReview = true);

    void begin();
    void noteIntent(Time now);
    void noteOutline(const RoadmapOutline& outline, Time now);
    /// So many more concepts of the stage are complete.
    void noteConcepts(const QString& stage, int more, Time now);
    /// The stage is asked for again.
    void noteStageWithdrawn(const QString& stage);
    void noteDesign(Time now);
    void noteValidationBegins(Time now);
    void noteEditBegins(int plannedConcepts, Time now);
    void noteEditedConcepts(int more, Time now);
    void noteHumanReview();
    void noteEnd();

    [[nodiscard]] std::optional<ProgressEvent> next();

private:
    struct StageShare {
        int planned = 0;
        int complete = 0;
    };

    void enter(WorkflowStep step, double end, Time now);
    void setShareOfStep(double share);

    double m_designEnd;
    WorkflowStep m_step = WorkflowStep::IntentAnalysis;
    double m_percent = 0.0;
    double m_stepBegin = 0.0;
    double m_stepEnd = 0.0; ///< percent
    Time m_stepTime { 0 }; ///< when the step began
    Time m_shortStep { 0 }; ///< how long the analysis took: as a review does, about
    QHash<QString, StageShare> m_stages;
    int m_planned = 0;
    int m_editPlanned = 0;
    int m_edited = 0;
    std::optional<std::chrono::seconds> m_remaining;
    std::optional<ProgressEvent> m_told;
};

} // namespace roadloom
