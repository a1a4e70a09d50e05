// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ToEndButton.h"

#include "ui/look/Accents.h"

#include <QPainter>

#include <algorithm>

namespace roadloom {

namespace {

constexpr int padding = spacingUnit + spacingUnit / 2; // at both sides

int arrowSize(const QFontMetrics& metrics)
{
    return std::max(spacingUnit, metrics.height() / 2);
}

} // namespace

ToEndButton::ToEndButton(QWidget* parent)
    : QPushButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

QSize ToEndButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return { metrics.horizontalAdvance(text()) + arrowSize(metrics) + spacingUnit + 2 * padding,
        metrics.height() + 2 * spacingUnit };
}

void ToEndButton::paintEvent(QPaintEvent* /*event*/)
{
    const Tint colors = tint(palette(), Tone::Primary);
    const bool isLit = isDown() || underMouse() || hasFocus();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isLit ? accentLine(palette()) : colors.line, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(colors.fill);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    const QColor ink = readable(palette().color(QPalette::Text), colors.fill);
    painter.setPen(ink);
    const int side = arrowSize(fontMetrics());
    QRect words = rect().adjusted(padding + side + spacingUnit, 0, -padding, 0);
    QRectF arrow(padding, (height() - side) / 2.0, side, side);
    if (layoutDirection() == Qt::RightToLeft) {
        words.moveLeft(padding);
        arrow.moveRight(width() - padding);
    }
    painter.drawText(words, Qt::AlignCenter | Qt::TextSingleLine, text());
    painter.setPen(QPen(ink, side / 5.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF tip(arrow.center().x(), arrow.bottom());
    painter.drawLine(QPointF(arrow.center().x(), arrow.top()), tip);
    painter.drawPolyline(QPolygonF {
        { arrow.left(), arrow.center().y() }, tip, { arrow.right(), arrow.center().y() } });
}

} // namespace roadloom
