// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

#include <optional>

/// Roadloom's own palettes, for whoever does not want the desktop's. Texts reach the contrast that
/// WCAG 2.1 level AA asks for (4.5:1) on everything they stand on, in high contrast that of level
/// AAA (7:1).
namespace roadloom {

struct Theme {
    bool isDark = false;
    bool isHighContrast = false;
    std::optional<QColor> accent {}; ///< the desktop's; ours if there is none

    bool operator==(const Theme&) const = default;
};

/// Every role of every group.
[[nodiscard]] QPalette themePalette(const Theme& theme);

/// What has to differ from a desktop's palette: hints in empty fields and what is selected, where
/// they could not be read. Nothing else is set.
[[nodiscard]] QPalette readableOn(const QPalette& desktop);

} // namespace roadloom
