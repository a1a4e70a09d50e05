// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/BrokenConcepts.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/RoadmapMender.h"
#include "core/roadmap/RoadmapOutline.h"

/// The second step of a design: each stage of the outline is filled with concepts by an answer of
/// its own, and the stages are joined again.
namespace roadloom {

/// Reads the answer that fills the outline's stage of this index, which must exist. Accepts
/// `{"stage":{…}}`, the bare stage, `{"modules":[…]}`, and `{"framework":{"stages":[…]}}` or
/// `{"stages":[…]}` if the stage asked for is the only one there or tells by its id.
///
/// The stage's id and order are the outline's; an answer with the id of another stage of the
/// outline is a problem. Modules belong to those of the outline by id; the others take what is
/// left of it in its order. They have its ids; modules that were not planned keep their own. A
/// missing name or description is taken from the outline. A name in which there is nothing to see
/// is a missing name, and for a concept a problem. On failure an ErrorKind::BadOutput whose details
/// name each path, or ErrorKind::TooLarge for more concepts than outlineLimits allow.
/// With `mends` as in readCurriculumDesign().
[[nodiscard]] Result<Stage> readStageExpansion(const json::value& value,
    const RoadmapOutline& outline, qsizetype stageIndex, QStringList* mends = nullptr);

/// What of an answer can be used though readStageExpansion() refuses it.
struct PartialStage {
    Stage stage; ///< may have modules without concepts or name
    QList<BrokenConcept> broken; ///< are missing from it
};

/// Nothing if no concept of the answer can be read, or it answers for another stage, or is beyond
/// the limits. `mends` as above.
[[nodiscard]] std::optional<PartialStage> readPartialStage(const json::value& value,
    const RoadmapOutline& outline, qsizetype stageIndex, QStringList& mends);

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
