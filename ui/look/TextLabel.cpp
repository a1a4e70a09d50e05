// SPDX-License-Identifier: Apache-2.0
#include "ui/look/TextLabel.h"

#include "ui/look/DisplayText.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
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

void TextLabel::setStyle(Style style)
{
    m_style = style;
    applyFont();
    applyColor();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyColor();
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
    else if (event->type() == QEvent::FontChange)
        applyFont();
}

void TextLabel::applyFont()
{
    const QScopedValueRollback guard(m_applying, true);
    if (factorOf(m_style) == 1.0 && !isBold(m_style) && m_style != Style::Technical) {
        setFont({}); // the parent's
        return;
    }
    QFont font = scaledFont(QApplication::font(this), factorOf(m_style));
    font.setWeight(isBold(m_style) ? QFont::DemiBold : QFont::Normal);
    if (m_style == Style::Technical)
        font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    setFont(font);
}

void TextLabel::applyColor()
{
    const Tone tone = m_tone != Tone::Plain ? m_tone
        : m_style == Style::Good            ? Tone::Good
        : m_style == Style::Alarm           ? Tone::Danger
                                            : Tone::Plain;
    const bool isToned = tone != Tone::Plain;
    const QScopedValueRollback guard(m_applying, true);
    if (!isToned && m_style != Style::Muted && m_style != Style::Small) {
        setPalette({}); // the parent's
        return;
    }
    const QPalette around = parentWidget() != nullptr ? parentWidget()->palette() : qApp->palette();
    QPalette own;
    own.setColor(QPalette::WindowText,
        isToned ? readable(tint(around, tone).text, around.color(QPalette::Window))
                : mutedText(around));
    setPalette(own);
}

} // namespace roadloom
