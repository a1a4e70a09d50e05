// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QRect>

class QPainter;
class QTextBlock;
class QTextDocument;

/// What stands behind the words of an agent: the areas of code and the bars of quotations, which a
/// QTextDocument does not paint by itself.
namespace roadloom {

struct Backdrop {
    QPalette palette {};
    QRect seen {}; ///< in the document: only what is in here is painted
    int width = 0; ///< of the document
    int headerHeight = 0; ///< above the first line of code
};

/// Costs what is seen, not what the document has.
void paintBackdrop(QPainter& painter, const QTextDocument& document, const Backdrop& backdrop);

/// Of the area that the line of code stands on.
[[nodiscard]] int codeLeft(const QTextBlock& line, const QTextDocument& document);

} // namespace roadloom
