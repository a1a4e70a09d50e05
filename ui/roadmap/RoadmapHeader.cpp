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
}

/// No style has an indent for a header: the section is painted without its title, then the title.
void RoadmapHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    QHeaderView::paintSection(painter, rect, logicalIndex);
    if (logicalIndex != RoadmapTreeModel::NameColumn)
        return;
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    QHeaderView::initStyleOptionForIndex(&option, logicalIndex);
    option.rect
        = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(2 * spacingUnit, 0, 0, 0));
    style()->drawControl(QStyle::CE_HeaderLabel, &option, painter, this);
}

void RoadmapHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (logicalIndex == RoadmapTreeModel::NameColumn)
        option->text.clear();
}

} // namespace roadloom
