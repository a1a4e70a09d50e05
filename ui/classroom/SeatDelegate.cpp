// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/SeatDelegate.h"

#include "ui/classroom/SeatListModel.h"
#include "ui/look/Accents.h"
#include "ui/look/RowGround.h"

#include <QPainter>
#include <QStyle>

namespace roadloom {

namespace {

constexpr int barHeight = 4;

void paintBar(QPainter& painter, const QStyleOptionViewItem& option, const QRect& line, int percent)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor strong = isSelected ? rowInk(option) : accentLine(option.palette);
    const QColor ground = isSelected ? option.palette.color(QPalette::Highlight)
                                     : option.palette.color(QPalette::Base);
    QRect done = line;
    done.setWidth(line.width() * percent / 100);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(ground, strong, 0.25));
    painter.drawRoundedRect(line, barHeight / 2.0, barHeight / 2.0);
    if (percent > 0) {
        painter.setBrush(strong);
        painter.drawRoundedRect(
            QStyle::visualRect(option.direction, line, done), barHeight / 2.0, barHeight / 2.0);
    }
    painter.restore();
}

} // namespace

void SeatDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    paintRowGround(*painter, row);

    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect inner
        = option.rect.adjusted(spacingUnit, spacingUnit / 2, -spacingUnit, -spacingUnit / 2);
    const QVariant percent = index.data(SeatListModel::PercentRole);
    QRect words = inner;
    if (percent.isValid())
        words.setBottom(inner.bottom() - barHeight - 2);

    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->setFont(option.font);
    painter->setPen(!isSelected && index.data(SeatListModel::AlarmRole).toBool()
            ? tint(option.palette, Tone::Danger).text
            : rowInk(option));
    paintRowWords(*painter, words, index.data().toString());
    painter->restore();
    if (percent.isValid())
        paintBar(*painter, option,
            QRect(inner.left(), inner.bottom() - barHeight + 1, inner.width(), barHeight),
            percent.toInt());
}

QSize SeatDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return { 12 * spacingUnit, QFontMetrics(option.font).height() + barHeight + 2 * spacingUnit };
}

} // namespace roadloom
