// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapDelegate.h"

#include "core/base/Language.h"
#include "ui/look/Tag.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace roadloom {

namespace {

bool isStage(const QModelIndex& index)
{
    return index.data(RoadmapTreeModel::KindRole).value<RoadmapTreeModel::Kind>()
        == RoadmapTreeModel::Kind::Stage;
}

} // namespace

void RoadmapDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.column() != RoadmapTreeModel::DifficultyColumn
        || !index.data(RoadmapTreeModel::DifficultyRole).isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString text = background.text;
    background.text.clear();
    const QStyle* const style = option.widget != nullptr ? option.widget->style() : qApp->style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    painter->save();
    painter->setFont(scaledFont(option.font, 0.88));
    QSize size = chipSize(painter->fontMetrics(), text);
    size.setHeight(std::min(size.height(), option.rect.height() - 4));
    size.setWidth(std::min(size.width(), option.rect.width() - 4));
    const QRect chip = QStyle::alignedRect(
        option.direction, Qt::AlignCenter, size, option.rect.adjusted(2, 0, -2, 0));
    // Neutral: the word says it, and red would mean that something is wrong.
    paintChip(*painter, chip, text, tint(option.palette, Tone::Plain));
    painter->restore();
}

QSize RoadmapDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + spacingUnit + 2));
    if (index.column() == RoadmapTreeModel::DifficultyColumn)
        size.rwidth() += 2 * spacingUnit;
    return size;
}

void RoadmapDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    const bool isProvisional = index.data(RoadmapTreeModel::ProvisionalRole).toBool();
    // Han characters have no italics: they would only be slanted.
    option->font.setItalic(isProvisional && std::ranges::none_of(option->text, isHan));
    if (isProvisional)
        option->palette.setColor(QPalette::Text, mutedText(option->palette));
    if (isStage(index))
        option->font.setWeight(QFont::DemiBold);
    else if (index.column() == RoadmapTreeModel::HoursColumn)
        option->palette.setColor(QPalette::Text, mutedText(option->palette));
}

} // namespace roadloom
