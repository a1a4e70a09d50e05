// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/TextUnit.h"

#include "ui/chat/WordAt.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextEdit>
#include <QTextLayout>

namespace roadloom {

namespace {

/// That the mouse is on, where a cursor would go to the nearer of its sides. In the block.
int characterAt(const QTextBlock& block, const QPointF& position)
{
    const QRectF place = block.document()->documentLayout()->blockBoundingRect(block);
    const QPointF in = position - place.topLeft();
    const QTextLayout& layout = *block.layout();
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        if (in.y() < line.rect().bottom() || i == layout.lineCount() - 1)
            return line.xToCursor(in.x(), QTextLine::CursorOnCharacter);
    }
    return 0;
}

} // namespace

TextSpan unitAt(const QTextEdit& view, const QPoint& position, TextUnit unit)
{
    const QTextCursor cursor = view.cursorForPosition(position);
    const QTextBlock block = cursor.block();
    switch (unit) {
    case TextUnit::Place:
        break;
    case TextUnit::Word: {
        const WordSpan word = wordAt(block.text(), characterAt(block, position));
        return { .begin = block.position() + int(word.begin),
            .end = block.position() + int(word.end) };
    }
    case TextUnit::Paragraph:
        return { .begin = block.position(), .end = block.position() + block.length() - 1 };
    }
    return { .begin = cursor.position(), .end = cursor.position() };
}

} // namespace roadloom
