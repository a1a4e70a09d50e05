// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapOutline.h"
#include "core/workflow/AgentEvent.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace roadloom {

/// What comes when a roadmap is designed; each takes a part of the way.
struct AfterDesign {
    bool review = true; ///< by a model
    bool learner = false; ///< whose wishes are carried out
};

/// How far a run of agents is, from what is done and nothing else: steps that are complete, and
/// within the design the concepts that are complete, of those that the outline plans. The
/// percentage never falls, stays below 98 while anything is left to do, and is 100 with the end
/// alone. The time that the step will still take is told from the rate at which concepts come, or
/// for a review from what the analysis took; how many steps will follow nobody knows.
///
/// Each call tells what happened at a time since the run began; next() then gives the event to
/// emit, if there is anything new to say.
class RunProgress {
public:
    using Time = std::chrono::milliseconds;

    explicit RunProgress(const AfterDesign& after = {});

    void begin();
    void noteIntent(Time now);
    void noteOutline(const RoadmapOutline& outline, Time now);
    /// All of the stage was designed in an earlier run.
    void noteStageThere(const QString& stage);
    /// So many more concepts of the stage are complete. An empty stage: of the answer that should
    /// be the outline, and is perhaps a whole roadmap, of a size that nobody knows.
    void noteConcepts(const QString& stage, int more, Time now);
    /// The stage is asked for again; empty: the outline.
    void noteStageWithdrawn(const QString& stage, Time now);
    void noteDesign(Time now);
    void noteValidationBegins(Time now);
    void noteEditBegins(int plannedConcepts, Time now);
    void noteEditedConcepts(int more, Time now);
    /// The review or edit that is on is asked for again.
    void noteEditWithdrawn(Time now);
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
    [[nodiscard]] double designShare() const;
    void noteUnplanned(int more);
    /// None where nothing is left.
    void setRemaining(Time time);

    double m_reviewEnd; ///< percent that what follows the design stays below
    double m_designEnd;
    WorkflowStep m_step = WorkflowStep::IntentAnalysis;
    double m_percent = 0.0;
    double m_stepBegin = 0.0;
    double m_stepEnd = 0.0; ///< percent
    Time m_stepTime { 0 }; ///< when the step began
    Time m_shortStep { 0 }; ///< how long the analysis took: as a review does, about
    QHash<QString, StageShare> m_stages;
    int m_planned = 0;
    double m_shareThere = 0.0; ///< of the design, when this run began
    int m_unplanned = 0; ///< concepts that came without an outline
    int m_editPlanned = 0;
    int m_edited = 0;
    std::optional<std::chrono::seconds> m_remaining;
    std::optional<ProgressEvent> m_told;
};

} // namespace roadloom
