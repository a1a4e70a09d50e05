// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Card.h"

#include <QPainter>

namespace roadloom {

Card::Card(Tone tone, QWidget* parent)
    : QFrame(parent)
    , m_tone(tone)
{
}

void Card::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Card::paintEvent(QPaintEvent* /*event*/)
{
    const Tint colors = tint(palette(), m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1.0));
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacingUnit, spacingUnit);
}

} // namespace roadloom
