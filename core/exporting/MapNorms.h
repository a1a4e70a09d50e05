// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

/// Measures of the map, in its own units: pixels at a scale of 1.
namespace roadloom::mapNorms {

inline constexpr double margin = 32.0;
inline constexpr double gap = 16.0; ///< between cards
inline constexpr double stageGap = 40.0;
inline constexpr double columnGap = 56.0;
inline constexpr double padding = 12.0; ///< inside a card
inline constexpr double rowGap = 4.0;
inline constexpr double cardWidth = 270.0;
inline constexpr double hoursWidth = 62.0; ///< at the right of a name
inline constexpr double markWidth = 22.0; ///< at the left of a concept
inline constexpr double barHeight = 6.0;
inline constexpr qsizetype mostCardsInARow = 4;
inline constexpr double mostHeightOfOneColumn = 3000.0;

inline constexpr double titleSize = 26.0;
inline constexpr double totalsSize = 15.0;
inline constexpr double stageSize = 19.0;
inline constexpr double moduleSize = 15.0;
inline constexpr double conceptSize = 13.0;

inline constexpr qsizetype titleLines = 2;
inline constexpr qsizetype nameLines = 2;

} // namespace roadloom::mapNorms
