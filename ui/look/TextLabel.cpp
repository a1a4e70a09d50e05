// SPDX-License-Identifier: Apache-2.0
#include "ui/look/TextLabel.h"

#include "ui/look/DisplayText.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

namespace roadloom {

namespace {

constexpr qsizetype longestForeignText = 8000; // characters; a label lays out all of it at once

double factorOf(TextLabel::Style style)
{
    switch (style) {
    case TextLabel::Style::Title:
        return 1.7;
    case TextLabel::Style::Heading:
        return 1.15;
    case TextLabel::Style::Small:
        return 0.9;
    default:
        return 1.0;
    }
}

bool isBold(TextLabel::Style style)
{
    return style == TextLabel::Style::Title || style == TextLabel::Style::Heading
        || style == TextLabel::Style::Strong || style == TextLabel::Style::Good;
}

} // namespace

TextLabel::TextLabel(Style style, QWidget* parent)
    : QLabel(parent)
    , m_style(style)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    applyFont();
    applyColor();
}

TextLabel::TextLabel(Style style, const QString& text, QWidget* parent)
    : TextLabel(style, parent)
{
    setText(text);
}

void TextLabel::setForeignText(const QString& text)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setText(displayExcerpt(text, longestForeignText));
}

void TextLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (m_applying)
        return;
    if (event->type() == QEvent::PaletteChange)
        applyColor();
    else if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
}

void TextLabel::applyFont()
{
    if (factorOf(m_style) == 1.0 && !isBold(m_style))
        return;
    const QScopedValueRollback guard(m_applying, true);
    QFont font = scaledFont(QApplication::font(this), factorOf(m_style));
    font.setWeight(isBold(m_style) ? QFont::DemiBold : QFont::Normal);
    setFont(font);
}

void TextLabel::applyColor()
{
    const bool isToned = m_style == Style::Alarm || m_style == Style::Good;
    if (!isToned && m_style != Style::Muted && m_style != Style::Small)
        return;
    const QScopedValueRollback guard(m_applying, true);
    const QPalette around = parentWidget() != nullptr ? parentWidget()->palette() : qApp->palette();
    QPalette own;
    const Tone tone = m_style == Style::Good ? Tone::Good : Tone::Danger;
    own.setColor(QPalette::WindowText,
        isToned ? readable(tint(around, tone).text, around.color(QPalette::Window))
                : mutedText(around));
    setPalette(own);
}

} // namespace roadloom
