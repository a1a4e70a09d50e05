// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyle;
class QStyleOptionViewItem;

namespace roadloom {

/// The style that paints a row: its view's.
[[nodiscard]] const QStyle& styleOf(const QStyleOptionViewItem& option);

/// For delegates that paint the words of a row themselves: all else that the style paints of it,
/// such as the selection. The option is as initStyleOption() of the delegate has made it.
void paintRowGround(QPainter& painter, QStyleOptionViewItem option);

} // namespace roadloom
