// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/DocumentMerge.h"
#include "core/storage/LibraryRecords.h"

#include <QStringList>

#include <optional>

namespace roadloom {

/// What an imported roadmap comes to in a library.
struct LibraryImport {
    KeptRoadmap kept; ///< for Library::putStudied(): with the study of no more than what changes
    std::optional<MergeCounts> merge {}; ///< of the study; none: it is new in the library
    bool wasInBin = false; ///< the roadmap in whose place it comes: it comes from there
};

/// Ids of the roadmaps in the library, archived and in the bin too, of which the imported one may
/// be another form, the likeliest first: isSameRoadmap() tells, once they are read.
[[nodiscard]] QStringList likelyIds(
    const QList<LibraryLine>& library, const RoadmapDocument& imported);

/// As a roadmap that the library does not have: with the id of the file, if that is one that we
/// give, and no other roadmap has it.
[[nodiscard]] LibraryImport importNew(
    const QList<LibraryLine>& library, const RoadmapDocument& imported, const QDateTime& moment);

/// In the place of the same roadmap; see mergeDocuments(). A title that the learner gave stays.
[[nodiscard]] LibraryImport importInto(
    const KeptRoadmap& existing, const RoadmapDocument& imported, const QDateTime& moment);

} // namespace roadloom
