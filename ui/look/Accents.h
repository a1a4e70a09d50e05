// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

/// Colours beyond the palette's, derived from it, so that they fit a light and a dark desktop. Text
/// colours reach the contrast that WCAG 2.1 level AA asks of body text (4.5:1) on what they stand
/// on.
namespace roadloom {

/// The distance everything is laid out in, in device-independent pixels.
inline constexpr int spacingUnit = 8;

/// What a coloured thing says.
enum class Tone {
    Plain, ///< a sheet of the palette's base
    Quiet, ///< a group of fields, which have the base for themselves
    Primary,
    Good,
    Caution,
    Danger,
};

/// Colours of a coloured surface.
struct Tint {
    QColor fill;
    QColor line; ///< of its border; decoration, but 7:1 in high contrast
    QColor text; ///< at least 4.5:1 on fill
};

[[nodiscard]] bool isDark(const QPalette& palette);

/// Lines between surfaces are as strong as text: then no fill is meant to tell anything alone, and
/// texts have 7:1.
[[nodiscard]] bool isHighContrast(const QPalette& palette);

/// WCAG 2.1 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& one, const QColor& other);

/// The wanted colour, made lighter or darker as far as needed to reach `ratio` on the background.
[[nodiscard]] QColor readable(const QColor& wanted, const QColor& background, double ratio = 4.5);

/// The one colour with that share of the other, 0 to 1.
[[nodiscard]] QColor mixed(const QColor& one, const QColor& other, double share);

[[nodiscard]] Tint tint(const QPalette& palette, Tone tone);

/// For text that matters less; on the palette's base, window and every fill of tint().
[[nodiscard]] QColor mutedText(const QPalette& palette);

/// The palette's highlight, dark or light enough to be told from window and base (3:1).
[[nodiscard]] QColor accentLine(const QPalette& palette);

[[nodiscard]] QFont scaledFont(QFont font, double factor);

} // namespace roadloom
