// SPDX-License-Identifier: Apache-2.0
#include "ui/look/PrimaryButton.h"

#include "ui/look/Accents.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScopedValueRollback>

namespace roadloom {

PrimaryButton::PrimaryButton(QWidget* parent)
    : QPushButton(parent)
{
    applyColor();
}

void PrimaryButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyColor();
}

/// A style's focus frame has the highlight's colour, which nobody sees on this button.
void PrimaryButton::paintEvent(QPaintEvent* event)
{
    QPushButton::paintEvent(event);
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::ButtonText), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 2, 2);
}

void PrimaryButton::applyColor()
{
    const QScopedValueRollback guard(m_applying, true);
    const QPalette around = parentWidget() != nullptr ? parentWidget()->palette() : qApp->palette();
    const QColor ink = around.color(QPalette::HighlightedText);
    QPalette own;
    // Styles lighten what a palette says of buttons: 7.5 leaves more than 4.5 of it.
    own.setColor(QPalette::Button, readable(around.color(QPalette::Highlight), ink, 7.5));
    own.setColor(QPalette::ButtonText, ink);
    for (const QPalette::ColorRole role : { QPalette::Button, QPalette::ButtonText })
        own.setColor(QPalette::Disabled, role, around.color(QPalette::Disabled, role));
    setPalette(own);
}

} // namespace roadloom
