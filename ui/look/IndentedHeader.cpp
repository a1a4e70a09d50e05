// SPDX-License-Identifier: Apache-2.0
#include "ui/look/IndentedHeader.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionHeader>

namespace roadloom {

IndentedHeader::IndentedHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(false);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

/// No style has an indent for a header: the section is painted without its title, then the title.
void IndentedHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    painter->save(); // a style leaves a clip behind
    QHeaderView::paintSection(painter, rect, logicalIndex);
    painter->restore();
    const auto indent = m_indents.constFind(logicalIndex);
    if (indent == m_indents.cend())
        return;
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    // The title is shortened to what the rectangle holds, so that comes first.
    option.rect = QStyle::visualRect(layoutDirection(), rect, rect.marginsRemoved(*indent));
    QHeaderView::initStyleOptionForIndex(&option, logicalIndex);
    style()->drawControl(QStyle::CE_HeaderLabel, &option, painter, this);
}

void IndentedHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (m_indents.contains(logicalIndex))
        option->text.clear();
}

} // namespace roadloom
