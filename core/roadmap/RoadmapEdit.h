// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

namespace roadloom {

/// The roadmap editor's whole result: the changed roadmap and what became of it.
struct RoadmapEdit {
    Roadmap framework;
    QString modificationSummary; ///< what was changed and why; may be empty
    QStringList preservedElements; ///< what was kept on purpose
    json::object extras; ///< unknown members, written back

    bool operator==(const RoadmapEdit&) const = default;
};

/// Accepts the whole result and, as models write it, the bare framework. On failure an
/// ErrorKind::BadOutput whose details name each path, or ErrorKind::TooLarge. With `mends` as in
/// readCurriculumDesign().
[[nodiscard]] Result<RoadmapEdit> readRoadmapEdit(
    const json::value& value, QStringList* mends = nullptr);
[[nodiscard]] json::object toJson(const RoadmapEdit& edit);

QDebug operator<<(QDebug debug, const RoadmapEdit& edit);

} // namespace roadloom
