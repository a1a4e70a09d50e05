// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryRecords.h"
#include "core/storage/LibraryTexts.h"

#include <QList>

#include <optional>

/// Which roadmaps of the library the learner wants to see.
namespace roadloom {

/// Where a roadmap is; what is in the bin was perhaps archived before.
enum class HistoryPlace { Kept, Archive, Bin };
[[nodiscard]] HistoryPlace placeOf(const LibraryLine& line);

struct HistorySelection {
    HistoryPlace place = HistoryPlace::Kept;
    QString tag {}; ///< only those that have it; empty: all
    /// Only those, in their order; none: nothing was searched for.
    std::optional<QList<libraryTexts::Hit>> hits {};
};

struct HistoryRow {
    LibraryLine line;
    std::optional<libraryTexts::Place> found {}; ///< where, if something was searched for

    bool operator==(const HistoryRow&) const = default;
};

/// Of the lines, in their order but for a search.
[[nodiscard]] QList<HistoryRow> selectedRows(
    const QList<LibraryLine>& lines, const HistorySelection& selection);

/// The tags of what is not in the bin, each once, as the learner's language sorts them.
[[nodiscard]] QStringList tagsInUse(const QList<LibraryLine>& lines);

} // namespace roadloom
