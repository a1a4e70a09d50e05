// SPDX-License-Identifier: Apache-2.0
#include "ui/history/HistoryDelegate.h"

#include "ui/history/HistoryListModel.h"
#include "ui/look/Accents.h"
#include "ui/look/RowGround.h"
#include "ui/look/Tag.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace roadloom {

namespace {

constexpr double smaller = 0.9;
constexpr int side = 2 * spacingUnit;
constexpr int gap = spacingUnit / 2;

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

int titleHeight(const QFont& font)
{
    const QFontMetrics chips(scaledFont(font, smaller));
    return std::max(QFontMetrics(strong(font)).height(), chipSize(chips, {}).height());
}

/// At the end of the line, as many as fit into half of it; how wide they are.
int paintTags(QPainter& painter, const QStyleOptionViewItem& option, const QRect& line,
    const QStringList& tags)
{
    int used = 0;
    for (const QString& tag : tags) {
        const QSize size = chipSize(painter.fontMetrics(), tag);
        if (used + size.width() > line.width() / 2)
            break;
        const QRect left(line.right() + 1 - used - size.width(),
            line.top() + (line.height() - size.height()) / 2, size.width(), size.height());
        paintChip(painter, QStyle::visualRect(option.direction, line, left), tag,
            tint(option.palette, Tone::Primary));
        used += size.width() + gap;
    }
    return used;
}

} // namespace

void HistoryDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    paintRowGround(*painter, row);

    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = rowInk(option);
    const QRect inner = option.rect.adjusted(side, spacingUnit / 2, -side, -spacingUnit / 2);
    QRect title = inner;
    title.setHeight(titleHeight(option.font));

    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->setFont(scaledFont(option.font, smaller));
    const int tags
        = paintTags(*painter, option, title, index.data(HistoryListModel::TagsRole).toStringList());
    QRect words = title;
    words.setWidth(title.width() - tags);
    painter->setFont(strong(option.font));
    painter->setPen(ink);
    paintRowWords(
        *painter, QStyle::visualRect(option.direction, title, words), index.data().toString());

    painter->setFont(scaledFont(option.font, smaller));
    painter->setPen(isSelected ? ink : mutedText(option.palette));
    const QRect second(
        inner.left(), title.bottom() + 1, inner.width(), painter->fontMetrics().height());
    paintRowWords(*painter, second, index.data(HistoryListModel::DetailsRole).toString());
    painter->restore();
}

QSize HistoryDelegate::sizeHint(
    const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    const int details = QFontMetrics(scaledFont(option.font, smaller)).height();
    return { 20 * spacingUnit, titleHeight(option.font) + details + spacingUnit + 2 };
}

} // namespace roadloom
