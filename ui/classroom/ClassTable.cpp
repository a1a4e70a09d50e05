// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/ClassTable.h"

#include "ui/classroom/SeatListModel.h"
#include "ui/look/Accents.h"
#include "ui/look/IndentedHeader.h"
#include "ui/look/RowGround.h"

#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>

namespace roadloom {

namespace {

constexpr int barHeight = 4;
constexpr int besideWords = spacingUnit;

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

class RowDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

void RowDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    paintRowGround(*painter, row);

    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect inner
        = option.rect.adjusted(besideWords, spacingUnit / 2, -besideWords, -spacingUnit / 2);
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

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return { 12 * spacingUnit, QFontMetrics(option.font).height() + barHeight + 2 * spacingUnit };
}

} // namespace

ClassTable::ClassTable(QAbstractItemModel& model, int wideColumn, QWidget* parent)
    : QTreeView(parent)
{
    auto* const titles = new IndentedHeader(this);
    setHeader(titles);
    setModel(&model);
    setItemDelegate(new RowDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    titles->setStretchLastSection(false);
    titles->setSectionsMovable(false);
    for (int column = 0; column < model.columnCount(); ++column) {
        titles->setIndent(column, { besideWords, 0, besideWords, 0 });
        titles->resizeSection(column, (column == 0 ? 18 : 26) * spacingUnit);
    }
    titles->setSectionResizeMode(wideColumn, QHeaderView::Stretch);
}

QSize ClassTable::sizeHint() const
{
    return { QTreeView::sizeHint().width(), heightOf(2) };
}

QSize ClassTable::minimumSizeHint() const
{
    return { QTreeView::minimumSizeHint().width(), heightOf(1) };
}

int ClassTable::heightOf(int rows) const
{
    QStyleOptionViewItem row;
    initViewItemOption(&row);
    return header()->sizeHint().height() + rows * itemDelegate()->sizeHint(row, {}).height()
        + 2 * frameWidth();
}

} // namespace roadloom
