// SPDX-License-Identifier: Apache-2.0
#include "ui/look/PrimaryButton.h"

#include "ui/look/Accents.h"

#include <QApplication>
#include <QEvent>
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

void PrimaryButton::applyColor()
{
    const QScopedValueRollback guard(m_applying, true);
    const QPalette around = parentWidget() != nullptr ? parentWidget()->palette() : qApp->palette();
    const QColor ink = around.color(QPalette::HighlightedText);
    QPalette own;
    // Styles lighten what a palette says of buttons: 7.5 leaves more than 4.5 of it.
    own.setColor(QPalette::Button, readable(around.color(QPalette::Highlight), ink, 7.5));
    own.setColor(QPalette::ButtonText, ink);
    setPalette(own);
}

} // namespace roadloom
