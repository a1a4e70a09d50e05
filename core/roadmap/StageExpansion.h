// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/BrokenConcepts.h"
#include "core/roadmap/RoadmapOutline.h"

/// The second step of a design: each stage of the outline is filled with concepts by an answer of
/// its own. For the third see StageJoin.h.
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

} // namespace roadloom
