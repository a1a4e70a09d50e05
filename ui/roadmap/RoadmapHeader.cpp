// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapHeader.h"

#include "ui/look/Accents.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionHeader>

namespace roadloom {

RoadmapHeader::RoadmapHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(false);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

/// No style has an indent for a header: the section is painted without its title, then the title.
void RoadmapHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    painter->save(); // a style leaves a clip behind
    QHeaderView::paintSection(painter, rect, logicalIndex);
    painter->restore();
    if (logicalIndex != RoadmapTreeModel::NameColumn)
        return;
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    // The title is shortened to what the rectangle holds, so that comes first.
    option.rect
        = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(2 * spacingUnit, 0, 0, 0));
    QHeaderView::initStyleOptionForIndex(&option, logicalIndex);
    style()->drawControl(QStyle::CE_HeaderLabel, &option, painter, this);
}

void RoadmapHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (logicalIndex == RoadmapTreeModel::NameColumn)
        option->text.clear();
}

} // namespace roadloom
