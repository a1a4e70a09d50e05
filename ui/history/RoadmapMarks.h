// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryRecords.h"

#include <QList>

namespace roadloom {

/// What tells a roadmap from others with its title. One line of plain text each.
struct RoadmapMark {
    QString goal; ///< the learner's; empty where the title is the same
    QString made; ///< translated: when; empty unless another has that title and goal as well

    bool operator==(const RoadmapMark&) const = default;
};

/// One for each, in their order.
[[nodiscard]] QList<RoadmapMark> roadmapMarks(const QList<LibraryLine>& lines);

/// Translated: "12 of 80 concepts learnt · opened yesterday".
[[nodiscard]] QString roadmapDetails(const LibraryLine& line, const QDateTime& now);

} // namespace roadloom
