// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapHeader.h"

#include "ui/look/Accents.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionHeader>

namespace roadloom {

namespace {

/// Names begin where the rest of the pane does; figures do not end at the border.
bool hasOwnIndent(int column)
{
    return column == RoadmapTreeModel::NameColumn || column == RoadmapTreeModel::HoursColumn;
}

} // namespace

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
    if (!hasOwnIndent(logicalIndex))
        return;
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    // The title is shortened to what the rectangle holds, so that comes first.
    const bool isName = logicalIndex == RoadmapTreeModel::NameColumn;
    option.rect = QStyle::visualRect(layoutDirection(), rect,
        isName ? rect.adjusted(2 * spacingUnit, 0, 0, 0)
               : rect.adjusted(0, 0, -spacingUnit / 2, 0));
    QHeaderView::initStyleOptionForIndex(&option, logicalIndex);
    style()->drawControl(QStyle::CE_HeaderLabel, &option, painter, this);
}

void RoadmapHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (hasOwnIndent(logicalIndex))
        option->text.clear();
}

} // namespace roadloom
