// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/PlanGraph.h"

namespace roadloom {

/// For each stage its items: no item needs one of a later stage. Within a stage the order has no
/// meaning yet.
using StageItems = QList<QList<int>>;

/// Divides a plan into stages of about the same length whose mean difficulty does not fall, the
/// last of which holds a project: rules W4 and W6 as core/roadmap/RoadmapRules.h reads them. A plan
/// of fewer than 18 concepts gets fewer than three stages.
///
/// Why it works: the teaching order never puts a concept before what it needs, and neither does an
/// order by difficulty, so any blend of the two can be cut anywhere. The cutter tries blends from
/// the teaching order to nearly the difficulty. Of those that keep the rules it takes the one whose
/// modules hold whole topics best; if none does, it exchanges items between neighbouring stages as
/// long as that helps. Only if even that breaks a rule it tries another number of stages.
[[nodiscard]] StageItems cutIntoStages(const PlanGraph& graph);

} // namespace roadloom
