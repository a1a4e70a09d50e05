// SPDX-License-Identifier: Apache-2.0
#include "ui/look/TabOrder.h"

#include <QWidget>

#include <utility>

namespace roadloom {

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

} // namespace roadloom
