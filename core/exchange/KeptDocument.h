// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapDocument.h"
#include "core/storage/LibraryRecords.h"

namespace roadloom {

/// What a library keeps of a roadmap, to be exported.
[[nodiscard]] RoadmapDocument documentOf(const KeptRoadmap& kept);

/// A document, to be kept: under its id, made when it says, else at `opened`.
[[nodiscard]] KeptRoadmap keptOf(const RoadmapDocument& document, const QDateTime& opened);

} // namespace roadloom
