// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ProseBackdrop.h"

#include "ui/chat/CodeLook.h"
#include "ui/chat/InertDocument.h"
#include "ui/look/Accents.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace roadloom {

namespace {

QRectF placeOf(const QTextBlock& block)
{
    return block.document()->documentLayout()->blockBoundingRect(block);
}

void paintCheckBox(QPainter& painter, const QRectF& box, bool isChecked, const QColor& color)
{
    const double thickness = std::max(1.0, box.width() / 11);
    painter.setPen(QPen(color, thickness, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const double inside = thickness / 2;
    const double corner = box.width() / 6;
    painter.drawRoundedRect(box.adjusted(inside, inside, -inside, -inside), corner, corner);
    if (!isChecked)
        return;
    const auto at = [&box](double x, double y) {
        return box.topLeft() + QPointF(x * box.width(), y * box.height());
    };
    painter.setPen(QPen(color, thickness * 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF { at(0.25, 0.53), at(0.43, 0.71), at(0.76, 0.31) });
}

/// Of what the block and what stands behind it take.
double topOf(const QTextBlock& block, const Backdrop& backdrop)
{
    return placeOf(block).top() - (beginsCode(block) ? backdrop.headerHeight : 0);
}

/// Returns the last line that the area was painted for: those of the same code that follow are
/// below what is seen.
QTextBlock paintCode(QPainter& painter, QTextBlock line, const Backdrop& backdrop)
{
    const QRectF seen(backdrop.seen);
    QRectF area = placeOf(line);
    area.setTop(topOf(line, backdrop));
    // Where it begins above what is to be painted, so do its round corners.
    if (!beginsCode(line))
        area.setTop(std::min(area.top(), seen.top()) - codePadding);
    QTextBlock last = line;
    for (line = line.next();
         line.isValid() && isCodeLine(line) && !beginsCode(line) && area.bottom() <= seen.bottom();
         line = line.next()) {
        area.setBottom(placeOf(line).bottom());
        last = line;
    }
    area.setLeft(codeLeft(last, *last.document()));
    area.setRight(backdrop.width);
    area.setBottom(area.bottom() + codePadding);
    // Smooth edges cost a lot where there is much between them.
    painter.fillRect(area.toRect().adjusted(1, 1, -1, -1), backdrop.colors.code);
    painter.setPen(QPen(backdrop.colors.codeLine, 1.0));
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    return last;
}

void paintQuote(QPainter& painter, const QTextBlock& block, const Backdrop& backdrop)
{
    const double indent = quoteIndent(block.document()->defaultFont());
    const double barWidth = std::round(indent * 0.19);
    const int levels = quoteLevelOf(block);
    if (levels == 0)
        return;
    // Between paragraphs of one quotation the bar goes on.
    const QTextBlock next = block.next();
    const QRectF place = placeOf(block);
    for (int level = 1; level <= levels; ++level) {
        const bool goesOn = next.isValid() && quoteLevelOf(next) >= level;
        const double bottom = goesOn ? placeOf(next).top() : place.bottom();
        const double left = indent * (level - 1);
        painter.fillRect(
            QRectF(left, place.top(), barWidth, bottom - place.top()), backdrop.colors.quote);
    }
}

/// Beside the first line of its words, as one of the icons' lines.
void paintTask(QPainter& painter, const QTextBlock& block, const Backdrop& backdrop)
{
    const QTextLayout& layout = *block.layout();
    if (layout.lineCount() == 0)
        return;
    const QTextLine line = layout.lineAt(0);
    const QRectF words = line.naturalTextRect().translated(placeOf(block).topLeft());
    const QFontMetricsF metrics(block.document()->defaultFont());
    const double side = std::round(metrics.height() * 0.72);
    const double away = metrics.horizontalAdvance(u' ') * 1.5;
    const double left = block.textDirection() == Qt::RightToLeft ? words.right() + away
                                                                 : words.left() - away - side;
    const double middle = words.top() + line.ascent() - metrics.capHeight() / 2;
    paintCheckBox(painter, { std::round(left), std::round(middle - side / 2), side, side },
        isDoneTask(block), backdrop.colors.text);
}

/// As a document paints those it gives itself.
void paintNumber(QPainter& painter, const QTextBlock& block, int number, const QColor& color)
{
    const QTextLayout& layout = *block.layout();
    if (layout.lineCount() == 0)
        return;
    const QTextLine line = layout.lineAt(0);
    const QRectF words = line.naturalTextRect().translated(placeOf(block).topLeft());
    const QFont font = block.document()->defaultFont();
    const QFontMetricsF metrics(font);
    const bool isRightToLeft = block.textDirection() == Qt::RightToLeft;
    const QString digits = QString::number(number);
    const QString text = isRightToLeft ? QString(u'.' + digits) : QString(digits + u'.');
    const double away = metrics.horizontalAdvance(u' ');
    const double left = isRightToLeft ? words.right() + away
                                      : words.left() - away - metrics.horizontalAdvance(text);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(std::round(left), words.top() + line.ascent()), text);
}

/// The first block that is seen below there, or something behind it is.
QTextBlock firstBelow(int y, const QTextDocument& document)
{
    constexpr int mostNearEnd = 4;
    // What stands behind a block reaches below it.
    const int begin = y - codePadding;
    // While words stream it is one of the last.
    QTextBlock block = document.lastBlock();
    for (int i = 0; i < mostNearEnd && block.isValid(); ++i, block = block.previous()) {
        const bool isInTable = document.frameAt(block.position()) != document.rootFrame();
        if (isInTable)
            break;
        if (placeOf(block).top() <= begin)
            return block;
    }
    const int first = document.documentLayout()->hitTest(QPointF(0, begin), Qt::FuzzyHit);
    return document.findBlock(std::max(first, 0));
}

} // namespace

BackdropColors::BackdropColors(const QPalette& palette)
    : paper(tint(palette, Tone::Plain).fill)
    , code(codeFill(palette))
    , codeLine(tint(palette, Tone::Plain).line)
    , quote(tint(palette, Tone::Primary).line)
    , text(palette.color(QPalette::Text))
{
}

int codeLeft(const QTextBlock& line, const QTextDocument& document)
{
    const QTextBlockFormat format = line.blockFormat();
    return int(format.indent() * document.indentWidth() + format.leftMargin()) - codePadding;
}

void paintBackdrop(QPainter& painter, const QTextDocument& document, const Backdrop& backdrop)
{
    painter.setRenderHint(QPainter::Antialiasing);
    QTextBlock block = firstBelow(backdrop.seen.top(), document);
    const double end = QRectF(backdrop.seen).bottom();
    for (; block.isValid() && topOf(block, backdrop) <= end; block = block.next()) {
        if (isCodeLine(block)) {
            block = paintCode(painter, block, backdrop);
            continue;
        }
        paintQuote(painter, block, backdrop);
        if (isTask(block))
            paintTask(painter, block, backdrop);
        else if (const std::optional<int> number = numberOf(block))
            paintNumber(painter, block, *number, backdrop.colors.text);
    }
}

} // namespace roadloom
