// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Card.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

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

void Card::paintEvent(QPaintEvent* event)
{
    // Of a tall one no more than what is asked for, and corners beyond that: its sides are
    // straight.
    constexpr int beyond = 2 * spacingUnit;
    const QRect seen = event->rect();
    QRect shape = rect();
    shape.setTop(std::max(shape.top(), seen.top() - beyond));
    shape.setBottom(std::min(shape.bottom(), seen.bottom() + beyond));
    const Tint colors = tint(palette(), m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1.0));
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(QRectF(shape).adjusted(0.5, 0.5, -0.5, -0.5), spacingUnit, spacingUnit);
}

} // namespace roadloom
