// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ProseBackdrop.h"

#include "ui/chat/CodeLook.h"
#include "ui/chat/InertDocument.h"
#include "ui/look/Accents.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace roadloom {

namespace {

QRectF placeOf(const QTextBlock& block)
{
    return block.document()->documentLayout()->blockBoundingRect(block);
}

/// Returns the last line that the area was painted for.
QTextBlock paintCode(QPainter& painter, QTextBlock line, const Backdrop& backdrop)
{
    QRectF area = placeOf(line);
    // Where it begins above what is to be painted, so do its round corners.
    const int above
        = beginsCode(line) ? backdrop.headerHeight : backdrop.seen.height() + codePadding;
    area.setTop(area.top() - above);
    QTextBlock last = line;
    for (line = line.next(); line.isValid() && isCodeLine(line) && !beginsCode(line)
         && area.bottom() <= backdrop.seen.bottom();
         line = line.next()) {
        area.setBottom(placeOf(line).bottom());
        last = line;
    }
    area.setLeft(codeLeft(last, *last.document()));
    area.setRight(backdrop.width);
    area.setBottom(area.bottom() + codePadding);
    // Smooth edges cost a lot where there is much between them.
    painter.fillRect(area.toRect().adjusted(1, 1, -1, -1), codeFill(backdrop.palette));
    painter.setPen(QPen(tint(backdrop.palette, Tone::Plain).line, 1.0));
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    return last;
}

void paintQuote(QPainter& painter, const QTextBlock& block, const Backdrop& backdrop)
{
    constexpr double barWidth = 3;
    const int levels = quoteLevelOf(block);
    if (levels == 0)
        return;
    // Between paragraphs of one quotation the bar goes on.
    const QTextBlock next = block.next();
    const QRectF place = placeOf(block);
    for (int level = 1; level <= levels; ++level) {
        const bool goesOn = next.isValid() && quoteLevelOf(next) >= level;
        const double bottom = goesOn ? placeOf(next).top() : place.bottom();
        const double left = 2.0 * spacingUnit * (level - 1);
        painter.fillRect(QRectF(left, place.top(), barWidth, bottom - place.top()),
            tint(backdrop.palette, Tone::Primary).line);
    }
}

} // namespace

int codeLeft(const QTextBlock& line, const QTextDocument& document)
{
    const QTextBlockFormat format = line.blockFormat();
    return int(format.indent() * document.indentWidth() + format.leftMargin()) - codePadding;
}

void paintBackdrop(QPainter& painter, const QTextDocument& document, const Backdrop& backdrop)
{
    painter.setRenderHint(QPainter::Antialiasing);
    // What stands behind a block reaches below it.
    const QPoint begin = backdrop.seen.topLeft() - QPoint(0, codePadding);
    const int first = document.documentLayout()->hitTest(begin, Qt::FuzzyHit);
    QTextBlock block = document.findBlock(std::max(first, 0));
    while (
        block.isValid() && placeOf(block).top() <= backdrop.seen.bottom() + backdrop.headerHeight) {
        if (isCodeLine(block))
            block = paintCode(painter, block, backdrop);
        else
            paintQuote(painter, block, backdrop);
        block = block.next();
    }
}

} // namespace roadloom
