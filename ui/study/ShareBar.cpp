// SPDX-License-Identifier: Apache-2.0
#include "ui/study/ShareBar.h"

#include "ui/look/Accents.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace roadloom {

namespace {

constexpr int thickness = 6;
constexpr int all = 1000;

} // namespace

void paintShare(QPainter& painter, const QRect& rect, double share, const QColor& color,
    Qt::LayoutDirection direction)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double radius = rect.height() / 2.0;
    QColor groove = color;
    groove.setAlphaF(0.22F);
    painter.setBrush(groove);
    painter.drawRoundedRect(QRectF(rect), radius, radius);
    if (share > 0.0) {
        const int length = std::clamp(int(std::lround(share * rect.width())),
            std::min(rect.height(), rect.width()), rect.width());
        const QRect filled(rect.left(), rect.top(), length, rect.height());
        painter.setBrush(color);
        painter.drawRoundedRect(
            QRectF(QStyle::visualRect(direction, rect, filled)), radius, radius);
    }
    painter.restore();
}

ShareBar::ShareBar(QWidget* parent)
    : QProgressBar(parent)
{
    setRange(0, all);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShareBar::setShare(double share)
{
    setValue(int(std::lround(std::clamp(share, 0.0, 1.0) * all)));
}

QSize ShareBar::sizeHint() const
{
    return { 12 * spacingUnit, thickness };
}

QSize ShareBar::minimumSizeHint() const
{
    return { 4 * spacingUnit, thickness };
}

void ShareBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintShare(painter, rect(), double(value()) / all, accentLine(palette()), layoutDirection());
}

} // namespace roadloom
