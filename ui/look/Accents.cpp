// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Accents.h"

#include <algorithm>
#include <cmath>

namespace roadloom {

namespace {

constexpr double highContrast = 7.0;

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

QColor hueOf(const QPalette& palette, Tone tone)
{
    switch (tone) {
    case Tone::Primary:
        return palette.color(QPalette::Active, QPalette::Highlight);
    case Tone::Good:
        return QColor::fromHsl(145, 150, 95);
    case Tone::Caution:
        return QColor::fromHsl(36, 210, 105);
    case Tone::Danger:
        return QColor::fromHsl(2, 175, 125);
    case Tone::Plain:
    case Tone::Quiet:
        break;
    }
    return palette.color(QPalette::Active, QPalette::Text);
}

} // namespace

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Active, QPalette::Base))
        < luminance(palette.color(QPalette::Active, QPalette::Text));
}

bool isHighContrast(const QPalette& palette)
{
    return contrastRatio(palette.color(QPalette::Active, QPalette::Mid),
               palette.color(QPalette::Active, QPalette::Window))
        >= highContrast;
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor readable(const QColor& wanted, const QColor& background, double ratio)
{
    // Towards the end that is farther away: one of the two always reaches 4.5:1.
    const QColor end = contrastRatio(Qt::white, background) > contrastRatio(Qt::black, background)
        ? QColor(Qt::white)
        : QColor(Qt::black);
    QColor color = wanted;
    for (double share = 0.05; contrastRatio(color, background) < ratio && share < 1.0;
         share += 0.05)
        color = mixed(wanted, end, share);
    return contrastRatio(color, background) < ratio ? end : color;
}

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto channel = [share](float a, float b) {
        return float(double(a) * (1.0 - share) + double(b) * share);
    };
    return QColor::fromRgbF(channel(one.redF(), other.redF()),
        channel(one.greenF(), other.greenF()), channel(one.blueF(), other.blueF()));
}

Tint tint(const QPalette& palette, Tone tone)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor hue = hueOf(palette, tone);
    const bool isColored = tone != Tone::Plain && tone != Tone::Quiet;
    Tint colors;
    if (isHighContrast(palette)) {
        colors.fill
            = tone == Tone::Quiet ? palette.color(QPalette::Active, QPalette::Window) : base;
        colors.line = readable(hue, colors.fill, highContrast);
        colors.text = colors.line;
        return colors;
    }
    if (tone == Tone::Quiet)
        colors.fill = mixed(palette.color(QPalette::Active, QPalette::Window), Qt::white,
            isDark(palette) ? 0.04 : 0.5);
    else
        colors.fill = isColored ? mixed(base, hue, isDark(palette) ? 0.20 : 0.11) : base;
    colors.line = mixed(base, hue, isColored ? 0.38 : 0.16);
    colors.text = readable(hue, colors.fill);
    return colors;
}

QColor mutedText(const QPalette& palette)
{
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    if (isHighContrast(palette))
        return text;
    QColor muted = readable(mixed(text, window, 0.32), window, 5.0);
    for (const Tone tone :
        { Tone::Plain, Tone::Quiet, Tone::Primary, Tone::Good, Tone::Caution, Tone::Danger })
        muted = readable(muted, tint(palette, tone).fill);
    return muted;
}

QColor accentLine(const QPalette& palette)
{
    const QColor highlight = palette.color(QPalette::Active, QPalette::Highlight);
    const QColor onBase = readable(highlight, palette.color(QPalette::Active, QPalette::Base), 3.0);
    return readable(onBase, palette.color(QPalette::Active, QPalette::Window), 3.0);
}

QFont scaledFont(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(int(std::lround(font.pixelSize() * factor)));
    return font;
}

} // namespace roadloom
