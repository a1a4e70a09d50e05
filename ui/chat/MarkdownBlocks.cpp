// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MarkdownBlocks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

qsizetype indentOf(QStringView line)
{
    const auto* const text
        = std::ranges::find_if(line, [](QChar c) { return c != u' ' && c != u'\t'; });
    return text - line.begin();
}

/// The backquotes or tildes a line opens or closes a fence with; empty if it is no fence line.
QStringView fenceMark(QStringView line)
{
    const QStringView text = line.sliced(indentOf(line));
    if (text.isEmpty() || (text.front() != u'`' && text.front() != u'~'))
        return {};
    const auto* const end
        = std::ranges::find_if(text, [&text](QChar c) { return c != text.front(); });
    const QStringView mark = text.first(end - text.begin());
    const bool isInlineCode = mark.front() == u'`' && text.sliced(mark.size()).contains(u'`');
    return mark.size() >= 3 && !isInlineCode ? mark : QStringView();
}

bool closesFence(QStringView line, QStringView opening)
{
    const QStringView mark = fenceMark(line);
    const QStringView open = fenceMark(opening);
    return !mark.isEmpty() && mark.front() == open.front() && mark.size() >= open.size()
        && line.trimmed().size() == mark.size();
}

bool beginsListItem(QStringView line)
{
    const QStringView text = line.sliced(indentOf(line));
    if (text.size() < 2)
        return false;
    if (text.front() == u'-' || text.front() == u'*' || text.front() == u'+')
        return text.at(1) == u' ';
    const auto* const end = std::ranges::find_if(text, [](QChar c) { return !c.isDigit(); });
    const qsizetype digits = end - text.begin();
    return digits > 0 && digits < 10 && text.size() > digits + 1
        && (text.at(digits) == u'.' || text.at(digits) == u')') && text.at(digits + 1) == u' ';
}

/// "| --- | :-: |": what makes a table of the line above.
bool isTableRule(QStringView line)
{
    return line.contains(u'|') && line.contains(u'-')
        && std::ranges::all_of(line, [](QChar c) { return QStringView(u"|-: \t").contains(c); });
}

/// Without as much indentation as its fence has.
QStringView codeOf(QStringView line, QStringView fence)
{
    return line.sliced(std::min(indentOf(line), indentOf(fence)));
}

} // namespace

QList<MarkdownBlock> MarkdownBlocks::feed(QStringView piece)
{
    while (!piece.isEmpty()) {
        // One more than the limit when it would part a surrogate pair.
        const qsizetype room = std::max<qsizetype>(maxBlock - m_line.size(), 1);
        const qsizetype lineEnd = piece.first(std::min(room, piece.size())).indexOf(u'\n');
        const qsizetype taken = lineEnd >= 0 ? lineEnd : std::min(room, piece.size());
        m_line += piece.first(taken);
        piece = piece.sliced(lineEnd >= 0 ? taken + 1 : taken);
        if (lineEnd >= 0)
            takeLine(LineEnd::Seen);
        else if (m_line.size() >= maxBlock && !m_line.back().isHighSurrogate())
            takeLine(LineEnd::Cut);
    }
    return std::exchange(m_finished, {});
}

QList<MarkdownBlock> MarkdownBlocks::finish()
{
    if (!m_line.isEmpty())
        takeLine(LineEnd::Seen);
    freeze();
    m_fence.clear();
    return std::exchange(m_finished, {});
}

QString MarkdownBlocks::codeLanguage() const
{
    return m_fence.trimmed().sliced(fenceMark(m_fence).size()).trimmed();
}

void MarkdownBlocks::takeLine(LineEnd end)
{
    const QString line = std::exchange(m_line, {});
    if (m_fence.isEmpty())
        takeTextLine(line);
    else
        takeFenceLine(line, end);
    m_lineIsCut = end == LineEnd::Cut;
    freezeIfLong();
}

void MarkdownBlocks::takeFenceLine(QStringView line, LineEnd end)
{
    const bool isClosed = !m_lineIsCut && closesFence(line, m_fence);
    if (m_isList)
        add(line);
    else if (!isClosed)
        addCode(m_lineIsCut ? line : codeOf(line, m_fence), end);
    if (isClosed)
        m_fence.clear();
}

void MarkdownBlocks::addCode(QStringView line, LineEnd end)
{
    const bool begins = std::exchange(m_beginsCode, false);
    if (begins || m_finished.isEmpty() || !m_finished.constLast().isCode)
        m_finished.append(MarkdownBlock {
            .text = {}, .isCode = true, .beginsCode = begins, .language = codeLanguage() });
    QString& text = m_finished.last().text;
    text += line;
    if (end == LineEnd::Seen)
        text += u'\n';
}

void MarkdownBlocks::takeTextLine(QStringView line)
{
    if (line.trimmed().isEmpty()) {
        if (m_isList)
            m_blankSeen = true;
        else
            freeze();
        if (!m_block.isEmpty())
            add({});
        return;
    }
    const bool isItem = beginsListItem(line);
    if (m_isList && m_blankSeen && !isItem && indentOf(line) < 2)
        freeze();
    if (m_block.isEmpty())
        m_isList = isItem;
    m_blankSeen = false;
    if (!fenceMark(line).isEmpty()) {
        m_fence = line.left(80).toString();
        if (!m_isList) {
            freeze();
            m_beginsCode = true;
            return;
        }
    }
    if (m_lines == 1 && isTableRule(line))
        m_tableHead = m_block + line + u'\n';
    add(line);
    if (line.front() == u'#' && !m_isList && m_fence.isEmpty())
        freeze();
}

void MarkdownBlocks::add(QStringView line)
{
    ++m_lines;
    m_shown += line;
    m_shown += u'\n';
    m_block += line;
    // A line break that the model wrote is shown as one, as it was while the block was open. Two
    // blanks say so in Markdown.
    if (m_fence.isEmpty() && !line.isEmpty())
        m_block += "  "_L1;
    m_block += u'\n';
}

void MarkdownBlocks::freeze()
{
    // What goes on may be nothing but the head of a table or a fence.
    if (!m_shown.trimmed().isEmpty()) {
        m_finished.append({ .text = m_block + u'\n' });
    }
    m_block.clear();
    m_shown.clear();
    m_tableHead.clear();
    m_lines = 0;
    m_isList = false;
    m_blankSeen = false;
}

void MarkdownBlocks::freezeIfLong()
{
    if (m_block.size() < maxBlock)
        return;
    if (!m_tableHead.isEmpty() && m_tableHead.size() < maxBlock / 2) {
        const QString head = m_tableHead;
        freeze();
        m_block = head;
        m_tableHead = head;
        m_lines = 2;
    } else if (m_fence.isEmpty()) {
        freeze();
    } else {
        const QString fence = m_fence;
        m_block += fenceMark(fence);
        freeze();
        m_block = fence + u'\n';
        m_isList = true; // still not lines by themselves
    }
}

} // namespace roadloom
