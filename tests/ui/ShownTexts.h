// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace roadloom {

/// Every text that a window shows, says or keeps ready, with what it belongs to: of labels,
/// buttons, fields, boxes, tabs, actions, item models; names for those who hear them; tool tips.
/// Digits are all the same, since clocks go on.
[[nodiscard]] QStringList shownTexts(const QWidget& window);

} // namespace roadloom
