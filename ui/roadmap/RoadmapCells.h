// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roadmap/RoadmapRows.h"

#include <QVariant>

/// What a RoadmapTreeModel says about a row by itself, in its columns and roles.
namespace roadloom {

/// Of the name's, the hours' and the difficulty's column; one line of plain text.
[[nodiscard]] QString cellText(const RoadmapRow& entry, int column);
/// Of the roles that are the same in each column.
[[nodiscard]] QVariant cellDetail(const RoadmapRow& entry, int role);
[[nodiscard]] QString columnTitle(int column);
/// Of the column of states as long as it says how far the design is.
[[nodiscard]] QString designedTitle();
/// Escaped rich text.
[[nodiscard]] QString rowToolTip(const RoadmapRow& entry, const QStringList& prerequisiteNames);

/// Translated, for people: "Easy". Empty for Difficulty::Other, which has a word of its own.
[[nodiscard]] QString difficultyLabel(Difficulty difficulty);

} // namespace roadloom
