// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Theme.h"

#include "ui/look/Accents.h"

namespace roadloom {

namespace {

/// What a palette is made of.
struct Paint {
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor hint; ///< in empty fields
    QColor disabled;
    QColor line; ///< between surfaces
    QColor accent;
    QColor link;
    QColor visited;
};

constexpr QRgb rgb(QRgb value)
{
    return 0xff000000U | value;
}

Paint paintOf(const Theme& theme)
{
    if (theme.isHighContrast && theme.isDark)
        return { .window = Qt::black,
            .base = Qt::black,
            .alternate = QColor(rgb(0x101010)),
            .button = Qt::black,
            .text = Qt::white,
            .hint = QColor(rgb(0xc8c8c8)),
            .disabled = QColor(rgb(0xa0a0a0)),
            .line = Qt::white,
            .accent = QColor(rgb(0xffe14d)),
            .link = QColor(rgb(0x8fd3ff)),
            .visited = QColor(rgb(0xe0b8ff)) };
    if (theme.isHighContrast)
        return { .window = Qt::white,
            .base = Qt::white,
            .alternate = QColor(rgb(0xf4f4f4)),
            .button = Qt::white,
            .text = Qt::black,
            .hint = QColor(rgb(0x444444)),
            .disabled = QColor(rgb(0x666666)),
            .line = Qt::black,
            .accent = QColor(rgb(0x0a2f6b)),
            .link = QColor(rgb(0x003b99)),
            .visited = QColor(rgb(0x5b1a82)) };
    if (theme.isDark)
        return { .window = QColor(rgb(0x202326)),
            .base = QColor(rgb(0x17191c)),
            .alternate = QColor(rgb(0x1d2023)),
            .button = QColor(rgb(0x2e3236)),
            .text = QColor(rgb(0xe9ebed)),
            .hint = QColor(rgb(0x9aa1a8)),
            .disabled = QColor(rgb(0x7b8288)),
            .line = QColor(rgb(0x3d4247)),
            .accent = QColor(rgb(0x2f7fae)),
            .link = QColor(rgb(0x6fb7e6)),
            .visited = QColor(rgb(0xc3a0e8)) };
    return { .window = QColor(rgb(0xf2f3f4)),
        .base = Qt::white,
        .alternate = QColor(rgb(0xf6f7f8)),
        .button = QColor(rgb(0xe9ebed)),
        .text = QColor(rgb(0x1b1e21)),
        .hint = QColor(rgb(0x646b72)),
        .disabled = QColor(rgb(0x868c92)),
        .line = QColor(rgb(0xc3c7cb)),
        .accent = QColor(rgb(0x1f6a97)),
        .link = QColor(rgb(0x0f5c8f)),
        .visited = QColor(rgb(0x6b3fa0)) };
}

/// A colour for selections, and what is written on it.
struct Selection {
    QColor fill;
    QColor ink;
};

Selection selectionOf(const QColor& accent, const Paint& paint, bool isHighContrast)
{
    // In high contrast the selection is told from its surroundings as well as text is.
    const double ratio = isHighContrast ? 7.0 : 4.5;
    const QColor fill = isHighContrast ? readable(accent, paint.base, ratio) : accent;
    const bool fitsWhite = contrastRatio(fill, Qt::white) >= contrastRatio(fill, Qt::black)
        || (!isHighContrast && contrastRatio(fill, Qt::white) >= 3.0);
    const QColor ink = fitsWhite ? Qt::white : Qt::black;
    return { readable(fill, ink, ratio), ink };
}

} // namespace

QPalette themePalette(const Theme& theme)
{
    const Paint paint = paintOf(theme);
    const Selection selection
        = selectionOf(theme.accent.value_or(paint.accent), paint, theme.isHighContrast);
    const double least = theme.isHighContrast ? 7.0 : 4.5;
    const QColor shadow = theme.isHighContrast ? paint.line : QColor(Qt::black);
    QPalette made;
    for (const auto group : { QPalette::Active, QPalette::Inactive, QPalette::Disabled }) {
        const bool isDisabled = group == QPalette::Disabled;
        const QColor text = isDisabled ? paint.disabled : paint.text;
        const auto set = [&made, group](QPalette::ColorRole role, const QColor& color) {
            made.setColor(group, role, color);
        };
        set(QPalette::Window, paint.window);
        set(QPalette::WindowText, text);
        set(QPalette::Base, isDisabled ? paint.window : paint.base);
        set(QPalette::AlternateBase, paint.alternate);
        set(QPalette::Text, text);
        set(QPalette::Button, paint.button);
        set(QPalette::ButtonText, text);
        set(QPalette::ToolTipBase, theme.isDark ? paint.button : paint.base);
        set(QPalette::ToolTipText, paint.text);
        set(QPalette::PlaceholderText, isDisabled ? paint.disabled : paint.hint);
        set(QPalette::BrightText, theme.isDark ? QColor(Qt::white) : QColor(Qt::black));
        set(QPalette::Link, readable(paint.link, paint.window, least));
        set(QPalette::LinkVisited, readable(paint.visited, paint.window, least));
        set(QPalette::Highlight, isDisabled ? paint.line : selection.fill);
        set(QPalette::HighlightedText,
            isDisabled ? readable(paint.disabled, paint.line) : selection.ink);
        set(QPalette::Light, theme.isDark ? paint.button.lighter(130) : QColor(Qt::white));
        set(QPalette::Midlight, theme.isDark ? paint.button.lighter(115) : paint.alternate);
        set(QPalette::Mid, paint.line);
        set(QPalette::Dark, theme.isHighContrast ? paint.line : paint.line.darker(120));
        set(QPalette::Shadow, shadow);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
        set(QPalette::Accent, selection.fill);
#endif
    }
    return made;
}

QPalette readableOn(const QPalette& desktop)
{
    QPalette made;
    for (const auto group : { QPalette::Active, QPalette::Inactive, QPalette::Disabled }) {
        const QColor base = desktop.color(group, QPalette::Base);
        const QColor ink = desktop.color(group, QPalette::HighlightedText);
        made.setColor(group, QPalette::PlaceholderText,
            readable(mixed(desktop.color(group, QPalette::Text), base, 0.4), base));
        made.setColor(
            group, QPalette::Highlight, readable(desktop.color(group, QPalette::Highlight), ink));
        made.setColor(group, QPalette::HighlightedText, ink);
    }
    return made;
}

} // namespace roadloom
