// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/InertDocument.h"

#include "ui/chat/CodeLook.h"
#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int numberProperty = QTextFormat::UserProperty + 3;

struct Run {
    int position = 0;
    int length = 0;
    QTextCharFormat format;
};

/// Within a heading Qt's Markdown reader gives some words, such as a link, the look of plain text.
void takeHeading(QTextCharFormat& format, int level)
{
    constexpr int sizesAboveText = 4; // as Qt reckons, of a heading of level 0
    if (!format.hasProperty(QTextFormat::FontSizeAdjustment))
        format.setProperty(QTextFormat::FontSizeAdjustment, sizesAboveText - level);
    format.setFontWeight(QFont::Bold);
}

/// The pieces of a block that need another look, last first, so that positions stay true.
QList<Run> runsToRestyle(const QTextBlock& block)
{
    QList<Run> runs;
    const int headingLevel = block.blockFormat().headingLevel();
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        QTextCharFormat format = fragment.charFormat();
        if (headingLevel > 0)
            takeHeading(format, headingLevel);
        if (format.isImageFormat() || format.isAnchor() || format.fontFixedPitch()
            || format.hasProperty(QTextFormat::FontSizeAdjustment))
            runs.prepend({ fragment.position(), fragment.length(), format });
    }
    return runs;
}

QTextCharFormat restyled(QTextCharFormat format, const QPalette& palette, const CodeFormats& code)
{
    constexpr int largestHeading = 1;
    if (format.isAnchor())
        format.setForeground(readable(palette.color(QPalette::Link), palette.color(QPalette::Base),
            isHighContrast(palette) ? 7.0 : 4.5));
    if (const std::optional<CodeToken> token = codeTokenOf(format))
        format.setForeground(code.of(*token).foreground());
    else if (format.fontFixedPitch())
        format.setBackground(codeFill(palette));
    const int adjustment = format.intProperty(QTextFormat::FontSizeAdjustment);
    if (adjustment > largestHeading)
        format.setProperty(QTextFormat::FontSizeAdjustment, largestHeading);
    return format;
}

void restyleRun(
    QTextDocument& document, const Run& run, const QPalette& palette, const CodeFormats& code)
{
    QTextCursor cursor(&document);
    cursor.setPosition(run.position);
    cursor.setPosition(run.position + run.length, QTextCursor::KeepAnchor);
    if (run.format.isImageFormat()) {
        const QString name = displayLine(run.format.toImageFormat().name(), 200);
        cursor.insertText(QCoreApplication::translate("ProseView", "[picture: %1]").arg(name), {});
        return;
    }
    cursor.setCharFormat(restyled(run.format, palette, code));
}

/// A quotation is told by its bar, which whoever shows the document paints.
void restyleQuote(const QTextBlock& block)
{
    const int level = quoteLevelOf(block);
    if (level == 0 || isCodeLine(block))
        return;
    QTextBlockFormat format;
    format.setLeftMargin(quoteIndent(block.document()->defaultFont()) * level);
    format.setRightMargin(0);
    QTextCursor(block).mergeBlockFormat(format);
}

/// A document marks what is done with a cross, which says the opposite to many.
void restyleTask(const QTextBlock& block)
{
    if (!isTask(block))
        return;
    QTextBlockFormat format;
    format.setProperty(QTextFormat::ListStyle, int(QTextListFormat::ListStyleUndefined));
    QTextCursor(block).mergeBlockFormat(format);
}

void restyleTable(QTextTable& table, const QPalette& palette)
{
    QTextTableFormat format = table.format();
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(readable(tint(palette, Tone::Plain).line, codeFill(palette), 1.6));
    format.setCellPadding(spacingUnit / 2.0 + 1);
    format.setCellSpacing(0);
    format.setTopMargin(spacingUnit / 2.0);
    format.setBottomMargin(spacingUnit / 2.0);
    format.setHeaderRowCount(1);
    table.setFormat(format);
    for (int column = 0; column < table.columns(); ++column) {
        QTextTableCell cell = table.cellAt(0, column);
        QTextCharFormat head = cell.format();
        head.setBackground(codeFill(palette));
        cell.setFormat(head);
    }
}

} // namespace

InertDocument::InertDocument(QObject* parent)
    : QTextDocument(parent)
{
    setUndoRedoEnabled(false);
}

QVariant InertDocument::loadResource(int /*type*/, const QUrl& /*name*/)
{
    return {};
}

double listIndent(const QFont& font)
{
    const QFontMetricsF metrics(font);
    return std::max(1.15 * metrics.height(), std::ceil(metrics.horizontalAdvance(u"10. "_s)));
}

double quoteIndent(const QFont& font)
{
    return std::max(2.0 * spacingUnit, std::round(0.95 * QFontMetricsF(font).height()));
}

void numberFrom(const QTextDocument& document, int first)
{
    const QTextList* const list = document.firstBlock().textList();
    if (list == nullptr || list->format().style() != QTextListFormat::ListDecimal)
        return;
    for (int i = 0; i < list->count(); ++i) {
        QTextBlockFormat format;
        format.setProperty(numberProperty, first + i);
        format.setProperty(QTextFormat::ListStyle, int(QTextListFormat::ListStyleUndefined));
        QTextCursor(list->item(i)).mergeBlockFormat(format);
    }
}

std::optional<int> numberOf(const QTextBlock& block)
{
    const QTextBlockFormat format = block.blockFormat();
    if (!format.hasProperty(numberProperty))
        return std::nullopt;
    return format.intProperty(numberProperty);
}

int quoteLevelOf(const QTextBlock& block)
{
    return block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel);
}

bool isTask(const QTextBlock& block)
{
    return block.blockFormat().marker() != QTextBlockFormat::MarkerType::NoMarker;
}

bool isDoneTask(const QTextBlock& block)
{
    return block.blockFormat().marker() == QTextBlockFormat::MarkerType::Checked;
}

void restyleProse(QTextDocument& document, const QPalette& palette, const CodeFormats& code)
{
    QTextCursor all(&document);
    all.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (const Run& run : runsToRestyle(block))
            restyleRun(document, run, palette, code);
        restyleQuote(block);
        restyleTask(block);
    }
    const QList<QTextFrame*> frames = document.rootFrame()->childFrames();
    for (QTextFrame* const frame : frames) {
        if (auto* const table = qobject_cast<QTextTable*>(frame))
            restyleTable(*table, palette);
    }
    all.endEditBlock();
}

} // namespace roadloom
