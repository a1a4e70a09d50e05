// SPDX-License-Identifier: Apache-2.0
#include "ui/study/ShareBar.h"

#include "ui/look/Accents.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace roadloom {

namespace {

constexpr int all = 1000;

} // namespace

QColor shareRail(const QPalette& palette, QColor ink)
{
    ink.setAlphaF(isHighContrast(palette) ? 1.0F : 0.3F);
    return ink;
}

void paintShare(QPainter& painter, const QRect& rect, double share, const ShareColors& colors,
    Qt::LayoutDirection direction)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double radius = rect.height() / 2.0;
    // A third as thick: however pale or strong the colours, nothing learnt does not look like all.
    const double rail = std::max(1.0, std::round(rect.height() / 3.0));
    painter.fillRect(QRectF(rect.left(), rect.top() + std::floor((rect.height() - rail) / 2.0),
                         rect.width(), rail),
        colors.rail);
    if (share > 0.0) {
        const int length = std::clamp(int(std::lround(share * rect.width())),
            std::min(rect.height(), rect.width()), rect.width());
        const QRect filled(rect.left(), rect.top(), length, rect.height());
        painter.setBrush(colors.share);
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
    update(); // a progress bar thinks nothing of a small step
}

int ShareBar::thickness() const
{
    constexpr int usual = 6;
    return std::max(usual, fontMetrics().height() / 3);
}

QSize ShareBar::sizeHint() const
{
    return { 12 * spacingUnit, thickness() };
}

QSize ShareBar::minimumSizeHint() const
{
    return { 4 * spacingUnit, thickness() };
}

void ShareBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintShare(painter, rect(), double(value()) / all,
        { .share = accentLine(palette()),
            .rail = shareRail(palette(), palette().color(QPalette::WindowText)) },
        layoutDirection());
}

} // namespace roadloom
