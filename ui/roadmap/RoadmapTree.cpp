// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapTree.h"

#include "core/roadmap/RoadmapWords.h"
#include "ui/look/Accents.h"
#include "ui/look/Icons.h"
#include "ui/look/IndentedHeader.h"
#include "ui/look/LetterWidth.h"
#include "ui/look/RowGround.h"
#include "ui/roadmap/RoadmapCells.h"
#include "ui/roadmap/RoadmapDelegate.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

RoadmapTree::RoadmapTree(QWidget* parent)
    : QTreeView(parent)
{
    auto* const titles = new IndentedHeader(this);
    // Names begin where the rest of the pane does; figures do not end at the border.
    titles->setIndent(RoadmapTreeModel::NameColumn, { 2 * spacingUnit, 0, 0, 0 });
    titles->setIndent(RoadmapTreeModel::HoursColumn, { 0, 0, spacingUnit / 2, 0 });
    setHeader(titles);
    setItemDelegate(new RoadmapDelegate(this));
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == RoadmapTreeModel::StateColumn)
            Q_EMIT toggleRequested(index);
    });
}

void RoadmapTree::setModel(QAbstractItemModel* model)
{
    QTreeView::setModel(model);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(6 * spacingUnit);
    header()->setSectionResizeMode(RoadmapTreeModel::NameColumn, QHeaderView::Stretch);
    // Measuring every row for the widths would grow with the roadmap.
    for (int column = RoadmapTreeModel::HoursColumn; column < RoadmapTreeModel::ColumnCount;
         ++column)
        header()->setSectionResizeMode(column, QHeaderView::Interactive);
    fitColumns();
    connect(header(), &QHeaderView::sectionResized, this, &RoadmapTree::takeColumn,
        Qt::UniqueConnection);
}

/// A tree view looks for each row that it is told of among all that there are: a study that comes
/// in front, which tells of all branches, would be quadratic. Rows are of one height, whatever they
/// say.
void RoadmapTree::dataChanged(
    const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    if (roles.isEmpty()) {
        QTreeView::dataChanged(topLeft, bottomRight, roles);
        return;
    }
    viewport()->update();
    if (!QAccessible::isActive())
        return;
    QAccessibleTableModelChangeEvent change(this, QAccessibleTableModelChangeEvent::DataChanged);
    change.setFirstRow(topLeft.row());
    change.setLastRow(bottomRight.row());
    change.setFirstColumn(topLeft.column());
    change.setLastColumn(bottomRight.column());
    QAccessible::updateAccessibility(&change);
}

void RoadmapTree::fitColumns()
{
    if (model() == nullptr)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const QFontMetrics metrics = fontMetrics();
    const auto fit = [this, &metrics](int column, const QStringList& samples) {
        if (const double chosen = m_chosen.value(column); chosen > 0.0) {
            header()->resizeSection(column, int(std::lround(chosen * letterWidth(metrics))));
            return;
        }
        int width = metrics.horizontalAdvance(columnTitle(column));
        for (const QString& sample : samples)
            width = std::max(width, metrics.horizontalAdvance(sample));
        header()->resizeSection(column, width + 4 * spacingUnit);
    };
    fit(RoadmapTreeModel::HoursColumn, { hoursText(999.5) });
    fit(RoadmapTreeModel::DifficultyColumn, { difficultyLabel(Difficulty::Medium) });
    fit(RoadmapTreeModel::StateColumn, { u"99 of 99"_s, designedTitle() });
}

void RoadmapTree::setChosenColumns(const QList<double>& letters)
{
    if (letters == m_chosen)
        return;
    m_chosen = letters;
    fitColumns();
    dropColumns(viewport()->width());
}

/// Names take what the others leave. A section that comes or goes was or is nothing.
void RoadmapTree::takeColumn(int column, int before, int width)
{
    if (m_isFitting || column == RoadmapTreeModel::NameColumn || before == 0 || width == 0)
        return;
    m_chosen.resize(RoadmapTreeModel::ColumnCount);
    m_chosen[column] = double(width) / letterWidth(fontMetrics());
    Q_EMIT columnsChosen();
}

void RoadmapTree::initViewItemOption(QStyleOptionViewItem* option) const
{
    QTreeView::initViewItemOption(option);
    quietUnlessEntered(*option);
}

/// Styles draw theirs in one size, and in one colour whatever it lies on.
void RoadmapTree::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    if (!model()->hasChildren(index))
        return;
    QStyleOptionViewItem row;
    initViewItemOption(&row);
    const bool isSelected = selectionModel()->isSelected(index);
    const QRect place = QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter,
        { std::min(indentation(), rect.width()), rect.height() }, rect);
    const int side = std::min(place.width(), fontMetrics().height());
    paintIcon(*painter,
        QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, { side, side }, place),
        isExpanded(index) ? Icon::ChevronDown : Icon::ChevronRight,
        isSelected ? row.palette.color(QPalette::HighlightedText) : mutedText(palette()));
}

void RoadmapTree::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex current = currentIndex();
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && current.isValid() && event->key() == Qt::Key_Space) {
        Q_EMIT toggleRequested(current);
        return;
    }
    if (isPlain && current.isValid()
        && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT openRequested(current);
        return;
    }
    QTreeView::keyPressEvent(event);
}

void RoadmapTree::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index
        = isByMouse ? indexAt(viewport()->mapFromGlobal(event->globalPos())) : currentIndex();
    if (!index.isValid())
        return;
    if (isByMouse) {
        Q_EMIT menuRequested(index, event->globalPos());
        return;
    }
    scrollTo(index);
    const QRect row = visualRect(index.siblingAtColumn(RoadmapTreeModel::NameColumn));
    Q_EMIT menuRequested(index, viewport()->mapToGlobal(row.bottomLeft()));
}

/// The row in front stays in sight when what stands below takes some of the height.
void RoadmapTree::resizeEvent(QResizeEvent* event)
{
    const QRect before = visualRect(currentIndex());
    // Not all of it: scrolling to a row may leave its last line out.
    const bool wasSeen
        = before.isValid() && before.top() >= 0 && before.center().y() < event->oldSize().height();
    dropColumns(event->size().width());
    QTreeView::resizeEvent(event);
    if (wasSeen && before.bottom() >= event->size().height())
        scrollTo(currentIndex());
}

/// Of names something must be left to read; what is dropped stands in the concept's pane.
void RoadmapTree::dropColumns(int width)
{
    if (model() == nullptr)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    constexpr int leastName = 20; // letters
    constexpr int levels = 3;
    const int forName = leastName * letterWidth(fontMetrics()) + levels * indentation();
    int room = width - header()->sectionSize(RoadmapTreeModel::StateColumn) - forName;
    for (const int column : { RoadmapTreeModel::HoursColumn, RoadmapTreeModel::DifficultyColumn }) {
        // A hidden section has no size of its own.
        header()->setSectionHidden(column, false);
        room -= header()->sectionSize(column);
        header()->setSectionHidden(column, room < 0);
    }
}

void RoadmapTree::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    // A tree goes by its style alone.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setIndentation(style()->pixelMetric(QStyle::PM_TreeViewIndentation, nullptr, this));
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        fitColumns();
}

} // namespace roadloom
