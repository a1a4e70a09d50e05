// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/AnswererDelegate.h"

#include "ui/look/Accents.h"
#include "ui/look/RowGround.h"
#include "ui/look/Tag.h"
#include "ui/settings/AnswererListModel.h"

#include <QPainter>
#include <QStyle>

namespace roadloom {

namespace {

constexpr double detailFactor = 0.9;

} // namespace

void AnswererDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    paintRowGround(*painter, row);

    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = rowInk(option);
    QRect line = option.rect.adjusted(spacingUnit, spacingUnit / 2, -spacingUnit, 0);

    painter->save();
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    strong.setItalic(index.data(AnswererListModel::DraftRole).toBool());
    line.setHeight(QFontMetrics(strong).height());
    if (index.data(AnswererListModel::AnswersRole).toBool()) {
        painter->setFont(scaledFont(option.font, 0.85));
        const QString mark = tr("in use");
        const QSize size = chipSize(painter->fontMetrics(), mark);
        const QRect chip = QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter,
            { size.width(), line.height() }, line);
        paintChip(*painter, chip, mark, tint(option.palette, Tone::Good));
        line.setWidth(line.width() - size.width() - spacingUnit);
    }
    painter->setFont(strong);
    painter->setPen(ink);
    paintRowWords(*painter, line, index.data().toString());

    painter->setFont(scaledFont(option.font, detailFactor));
    painter->setPen(isSelected ? ink : mutedText(option.palette));
    const QRect second(line.left(), line.bottom() + 1, option.rect.width() - 2 * spacingUnit,
        painter->fontMetrics().height());
    paintRowWords(*painter, second, index.data(AnswererListModel::DetailRole).toString());
    painter->restore();
}

QSize AnswererDelegate::sizeHint(
    const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    const int detail = QFontMetrics(scaledFont(option.font, detailFactor)).height();
    return { 20 * spacingUnit, option.fontMetrics.height() + detail + spacingUnit + 2 };
}

} // namespace roadloom
