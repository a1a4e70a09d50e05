// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryRecords.h"

#include <QList>

namespace roadloom {

/// What tells a roadmap from others with its title. One line of plain text each.
struct RecentMark {
    QString goal; ///< the learner's; empty where the title is the same
    QString made; ///< translated: when; empty unless another has that title and goal as well

    bool operator==(const RecentMark&) const = default;
};

/// One for each, in their order.
[[nodiscard]] QList<RecentMark> recentMarks(const QList<LibraryLine>& recents);

} // namespace roadloom
