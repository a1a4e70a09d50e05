// SPDX-License-Identifier: Apache-2.0
#include "ui/look/RowGround.h"

#include <QApplication>
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

} // namespace roadloom
