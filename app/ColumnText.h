// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace roadloom {

/// Columns that the text takes on a terminal: two for a character of Chinese, Japanese or Korean,
/// none for one that combines with the one before it. Near enough to keep a line from wrapping.
[[nodiscard]] int columnsOf(const QString& text);

/// The text, cut with an ellipsis where it takes more columns.
[[nodiscard]] QString elidedToColumns(const QString& text, int columns);

/// The text, with blanks behind it where it takes fewer columns.
[[nodiscard]] QString paddedToColumns(const QString& text, int columns);

} // namespace roadloom
