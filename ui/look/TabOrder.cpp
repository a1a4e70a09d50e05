// SPDX-License-Identifier: Apache-2.0
#include "ui/look/TabOrder.h"

#include <QLayout>
#include <QScrollArea>
#include <QWidget>

#include <utility>

namespace roadloom {

namespace {

void collect(QWidget& widget, QList<QWidget*>& reached);

void collect(const QLayout& layout, QList<QWidget*>& reached)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* const item = layout.itemAt(i);
        if (QWidget* const widget = item->widget())
            collect(*widget, reached);
        else if (const QLayout* const inner = item->layout())
            collect(*inner, reached);
    }
}

/// Itself, and what it holds.
void collect(QWidget& widget, QList<QWidget*>& reached)
{
    if (widget.focusPolicy() != Qt::NoFocus)
        reached.append(&widget);
    const auto* const area = qobject_cast<const QScrollArea*>(&widget);
    if (area != nullptr && area->widget() != nullptr)
        collect(*area->widget(), reached);
    else if (const QLayout* const layout = widget.layout())
        collect(*layout, reached);
}

} // namespace

void placeInTabOrder(QWidget& place, const QList<QWidget*>& made)
{
    // Qt puts nothing behind what Tab leaves out.
    const Qt::FocusPolicy own = place.focusPolicy();
    place.setFocusPolicy(Qt::StrongFocus);
    QWidget* before = &place;
    for (QWidget* const each : made)
        QWidget::setTabOrder(std::exchange(before, each), each);
    place.setFocusPolicy(own);
}

void orderTabsAsLaidOut(QWidget& place)
{
    QList<QWidget*> reached;
    collect(place, reached);
    for (qsizetype i = 1; i < reached.size(); ++i)
        QWidget::setTabOrder(reached[i - 1], reached[i]);
}

} // namespace roadloom
