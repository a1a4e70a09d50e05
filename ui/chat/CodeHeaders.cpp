// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/CodeHeaders.h"

#include "ui/chat/CodeHeader.h"
#include "ui/chat/CodeLook.h"
#include "ui/chat/ProseBackdrop.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextEdit>

#include <utility>

namespace roadloom {

CodeHeaders::CodeHeaders(QTextEdit& view)
    : m_view(view)
    , m_height(CodeHeader::heightFor(view.font()))
{
}

void CodeHeaders::add(const QTextBlock& firstLine, const QString& language)
{
    constexpr qsizetype most = 200; // the code of others is copied like any text
    if (m_headers.size() >= most)
        return;
    m_headers.append(new CodeHeader(firstLine, language, m_view.viewport()));
}

/// From the last one on: above one that stands where it should, all do.
void CodeHeaders::place() const
{
    const QTextDocument& document = *m_view.document();
    for (qsizetype i = m_headers.size() - 1; i >= 0; --i) {
        CodeHeader* const header = m_headers[i];
        const QTextBlock& line = header->firstLine();
        const QRectF rect = document.documentLayout()->blockBoundingRect(line);
        const int left = codeLeft(line, document);
        const QRect place(
            left, int(rect.top()) - m_height, m_view.viewport()->width() - left, m_height);
        if (header->isVisibleTo(&m_view) && header->geometry() == place)
            break;
        header->setGeometry(place);
        header->show();
    }
}

void CodeHeaders::takeFont()
{
    const int before = std::exchange(m_height, CodeHeader::heightFor(m_view.font()));
    QTextDocument& document = *m_view.document();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!beginsCode(block))
            continue;
        QTextBlockFormat format;
        format.setTopMargin(block.blockFormat().topMargin() + m_height - before);
        QTextCursor(block).mergeBlockFormat(format);
    }
}

} // namespace roadloom
