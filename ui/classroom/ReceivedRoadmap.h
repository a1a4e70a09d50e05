// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapImport.h"
#include "core/roadmap/RoadmapJson.h"

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

} // namespace roadloom
