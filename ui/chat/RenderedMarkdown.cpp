// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/RenderedMarkdown.h"

#include "ui/chat/CodeLook.h"
#include "ui/chat/InertDocument.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace roadloom {

namespace {

/// Of a numbered list that the text begins with; else 1.
[[maybe_unused]] int firstNumberOf(QStringView markdown)
{
    const QStringView text = markdown.trimmed();
    qsizetype digits = 0;
    while (digits < text.size() && digits < 9 && text.at(digits).isDigit())
        ++digits;
    const QStringView rest = text.sliced(digits);
    const bool isList = digits > 0 && (rest.startsWith(u". ") || rest.startsWith(u") "));
    return isList ? text.first(digits).toInt() : 1;
}

/// Below code, and above a quotation.
void spaceBlocks(const QTextDocument& document)
{
    for (QTextBlock block = document.begin(), next = block.next(); next.isValid();
         block = next, next = block.next()) {
        if (isCodeLine(block) && !isCodeLine(next))
            setMarginAbove(next, paragraphGap + codePadding);
        else if (quoteLevelOf(next) > quoteLevelOf(block))
            setMarginAbove(next, paragraphGap);
    }
}

} // namespace

void renderMarkdown(QTextDocument& document, const QString& markdown, const RenderedLook& look)
{
    document.setMarkdown(markdown,
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
            | QTextDocument::MarkdownNoHTML);
#if QT_VERSION < QT_VERSION_CHECK(6, 6, 0)
    if (const int first = firstNumberOf(markdown); first != 1)
        numberFrom(document, first);
#endif
    restyleProse(document, look.palette, look.code);
    adoptCode(document, look.code, look.headerHeight + int(paragraphGap));
    spaceBlocks(document);
}

void setMarginAbove(const QTextBlock& block, double margin)
{
    if (block.blockFormat().topMargin() >= margin)
        return;
    QTextBlockFormat format;
    format.setTopMargin(margin);
    QTextCursor(block).mergeBlockFormat(format);
}

} // namespace roadloom
