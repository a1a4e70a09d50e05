// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapImport.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/storage/Library.h"

#include <optional>

namespace roadloom {

/// A roadmap that came from a class, as one that is imported from a file: made plain, bounded and
/// mended. Nothing: no roadmap can be made of it.
[[nodiscard]] inline std::optional<Roadmap> receivedRoadmap(const Roadmap& roadmap)
{
    Result<ImportedRoadmap> imported = importDocument(writeJson(toJson(roadmap)), {});
    if (!imported)
        return std::nullopt;
    return std::move(imported).value().document.design.framework;
}

/// As the library keeps one that a seat has handed in: the learner's name is its tag.
[[nodiscard]] inline KeptRoadmap collectedRoadmap(
    const QString& id, const Roadmap& roadmap, const QString& learner, const QDateTime& came)
{
    return { .entry = { .id = id,
                 .roadmap = roadmap,
                 .request = {},
                 .created = came,
                 .opened = QDateTime::currentDateTime() },
        .studies = {},
        .finishes = {},
        .tags = Library::tagsFrom(learner) };
}

} // namespace roadloom
