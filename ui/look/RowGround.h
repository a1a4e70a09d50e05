// SPDX-License-Identifier: Apache-2.0
#pragma once

class QColor;
class QPainter;
class QRect;
class QString;
class QStyle;
class QStyleOptionViewItem;

namespace roadloom {

/// The style that paints a row: its view's.
[[nodiscard]] const QStyle& styleOf(const QStyleOptionViewItem& option);

/// For delegates that paint the words of a row themselves: all else that the style paints of it,
/// such as the selection. The option is as initStyleOption() of the delegate has made it.
void paintRowGround(QPainter& painter, QStyleOptionViewItem option);

/// A view that does not have the window's keyboard shows what is selected in it more quietly than
/// the one that has: one strong row at a time. For QAbstractItemView::initViewItemOption(), or a
/// delegate.
void quietUnlessEntered(QStyleOptionViewItem& option);

/// What words have on it.
[[nodiscard]] QColor rowInk(const QStyleOptionViewItem& option);

/// On one line, with an ellipsis where they do not fit.
void paintRowWords(QPainter& painter, const QRect& line, const QString& words);

} // namespace roadloom
