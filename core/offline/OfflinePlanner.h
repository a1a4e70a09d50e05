// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/CurriculumLibrary.h"
#include "core/offline/GoalMatcher.h"
#include "core/offline/PlanWords.h"
#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/RoadmapRules.h"

namespace roadloom {

/// A plan made without any model, with the words that go with it. All texts are in the answer
/// language of the request; findings are in the language of the user interface.
struct OfflinePlan {
    IntentAnalysis intent;
    QStringList
        intentWords; ///< paragraphs; say plainly that this is the built-in courses, no model
    CurriculumDesign design;
    QStringList designWords; ///< paragraphs; each broken W rule is explained here
    QList<Finding> findings; ///< what checkRoadmap says of the design; never critical
};

/// Plans a roadmap from the curriculum library: matches the goal, takes the targets' prerequisite
/// closure, leaves out what the stated level already knows, orders it topologically, groups it into
/// stages and modules, and sizes it to hours per week and deadline. Pure: the same request, library
/// and day give the same plan.
class OfflinePlanner {
public:
    /// The library must outlive the planner. Prepares what goals are compared with, so one planner
    /// is best kept for many plans.
    explicit OfflinePlanner(const CurriculumLibrary& library);

    /// ErrorKind::NotCovered, naming the nearest subjects, if the library holds nothing that fits.
    /// `today` is the first day of learning.
    [[nodiscard]] Result<OfflinePlan> plan(const LearnerRequest& request, const QDate& today) const;

private:
    [[nodiscard]] Error notCovered(const GoalMatch& match) const;

    const CurriculumLibrary& m_library;
    GoalMatcher m_matcher;
    Result<PlanWords> m_words;
};

} // namespace roadloom
