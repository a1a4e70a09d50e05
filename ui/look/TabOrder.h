// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

namespace roadloom {

/// Has Tab come by what was made late, in this order, where that place stands: else it would come
/// by it last of all. The place need not take the keyboard itself.
void placeInTabOrder(QWidget& place, const QList<QWidget*>& made);

/// Has Tab come by all that is in the layouts of a place, of its parts and of what its areas
/// scroll, in their order, which is how one reads.
void orderTabsAsLaidOut(QWidget& place);

} // namespace roadloom
