// SPDX-License-Identifier: Apache-2.0
#include "ui/look/RowGround.h"

#include "ui/look/Accents.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QWidget>

namespace roadloom {

const QStyle& styleOf(const QStyleOptionViewItem& option)
{
    return option.widget != nullptr ? *option.widget->style() : *QApplication::style();
}

void paintRowGround(QPainter& painter, QStyleOptionViewItem option)
{
    option.text.clear();
    styleOf(option).drawControl(QStyle::CE_ItemViewItem, &option, &painter, option.widget);
}

void quietUnlessEntered(QStyleOptionViewItem& option)
{
    const QWidget* const view = option.widget;
    // In high contrast no colour in between is told from the ground.
    if (view == nullptr || view->window()->focusWidget() == view || isHighContrast(option.palette))
        return;
    constexpr double share = 0.72; // of the ground
    QPalette& palette = option.palette;
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor fill = mixed(palette.color(QPalette::Active, QPalette::Highlight), base, share);
    palette.setColor(QPalette::Highlight, fill);
    palette.setColor(
        QPalette::HighlightedText, readable(palette.color(QPalette::Active, QPalette::Text), fill));
}

QColor rowInk(const QStyleOptionViewItem& option)
{
    const QPalette::ColorGroup group
        = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
}

void paintRowWords(QPainter& painter, const QRect& line, const QString& words)
{
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
}

} // namespace roadloom
