// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QRect>

class QPainter;
class QPalette;
class QTextBlock;
class QTextDocument;

/// What stands behind and beside the words of an agent: the areas of code, the bars of quotations,
/// the boxes of tasks and some numbers, which a QTextDocument does not paint by itself, or not so
/// that they are understood.
namespace roadloom {

/// Costs more than to paint with them.
struct BackdropColors {
    explicit BackdropColors(const QPalette& palette);

    QColor paper; ///< below everything
    QColor code; ///< the area it stands on
    QColor codeLine; ///< around that
    QColor quote; ///< its bar
    QColor text; ///< and what stands in front of it
};

struct Backdrop {
    BackdropColors colors;
    QRect seen {}; ///< in the document: only what is in here is painted
    int width = 0; ///< of the document
    int headerHeight = 0; ///< above the first line of code
};

/// Costs what is seen, not what the document has.
void paintBackdrop(QPainter& painter, const QTextDocument& document, const Backdrop& backdrop);

/// Of the area that the line of code stands on.
[[nodiscard]] int codeLeft(const QTextBlock& line, const QTextDocument& document);

} // namespace roadloom
