// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/RoadmapMender.h"
#include "core/roadmap/RoadmapOutline.h"

/// The third step of a design: its stages, each of which was designed alone, become one roadmap.
namespace roadloom {

/// The whole design, whatever the order in which the stages came. Stages are found by their id, one
/// for each of the outline; what the outline has no stage for is left out, and so is a stage of the
/// outline that nobody filled.
///
/// Ids of modules and concepts become unique: the first in the outline's order keeps its id, the
/// next one becomes "id-2" and so on, and prerequisites within the same stage follow. A
/// prerequisite on an earlier stage keeps pointing there; one on a module of an earlier stage
/// points to the last concept of it. Total hours are the concepts' sum; the weeks are those at the
/// request's hours a week, rounded up. Who designs one stage can only guess at the concepts of a
/// later one: a prerequisite there goes, and `mends` say so.
[[nodiscard]] CurriculumDesign joinStages(const RoadmapOutline& outline, const QList<Stage>& stages,
    const LearnerRequest& request, QList<Mend>* mends = nullptr);

} // namespace roadloom
