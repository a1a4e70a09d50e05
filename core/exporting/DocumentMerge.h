// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// What became of the study when a roadmap was imported again, in numbers of concepts.
struct MergeCounts {
    int kept = 0; ///< whose state or note was there and is not in what was imported
    int advanced = 0; ///< that are further in what was imported
    int notesAdded = 0; ///< that got a note, or more of one
    int added = 0; ///< that the roadmap did not have
    int gone = 0; ///< that it has no longer; their study is kept all the same

    bool operator==(const MergeCounts&) const = default;
};

QDebug operator<<(QDebug debug, const MergeCounts& counts);

struct MergedDocument {
    RoadmapDocument document;
    MergeCounts counts;
};

/// Whether two documents are of the same roadmap: they come from the same place in a library, or
/// the roadmaps have the same id and at least half of the smaller one's concepts in common.
[[nodiscard]] bool isSameRoadmap(const RoadmapDocument& one, const RoadmapDocument& other);

/// The imported roadmap in place of the existing one, with the study of both: of two states the
/// one that is further, of two equally far the existing one; of two notes both, the existing one
/// first, unless one holds the other. Tags are those of both. The place in the library, the wish,
/// the hours a week and the day when it was made stay those of the existing one where it has them.
/// Nothing that the learner did is lost, and to merge the same again changes nothing.
[[nodiscard]] MergedDocument mergeDocuments(
    const RoadmapDocument& existing, const RoadmapDocument& imported);

} // namespace roadloom
