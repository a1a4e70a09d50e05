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

} // namespace

QString MarkdownBlocks::feed(QStringView piece)
{
    QString finished;
    while (!piece.isEmpty()) {
        // One more than the limit when it would part a surrogate pair.
        const qsizetype room = std::max<qsizetype>(maxBlock - m_line.size(), 1);
        const qsizetype lineEnd = piece.first(std::min(room, piece.size())).indexOf(u'\n');
        const qsizetype taken = lineEnd >= 0 ? lineEnd : std::min(room, piece.size());
        m_line += piece.first(taken);
        piece = piece.sliced(lineEnd >= 0 ? taken + 1 : taken);
        if (lineEnd >= 0 || (m_line.size() >= maxBlock && !m_line.back().isHighSurrogate()))
            takeLine(finished);
    }
    return finished;
}

QString MarkdownBlocks::finish()
{
    QString finished;
    if (!m_line.isEmpty())
        takeLine(finished);
    freeze(finished);
    m_fence.clear();
    return finished;
}

void MarkdownBlocks::takeLine(QString& finished)
{
    const QString line = std::exchange(m_line, {});
    if (m_fence.isEmpty())
        takeTextLine(line, finished);
    else
        takeFenceLine(line, finished);
    freezeIfLong(finished);
}

void MarkdownBlocks::takeFenceLine(QStringView line, QString& finished)
{
    add(line);
    if (!closesFence(line, m_fence))
        return;
    m_fence.clear();
    if (!m_isList)
        freeze(finished);
}

void MarkdownBlocks::takeTextLine(QStringView line, QString& finished)
{
    if (line.trimmed().isEmpty()) {
        if (m_isList)
            m_blankSeen = true;
        else
            freeze(finished);
        if (!m_block.isEmpty())
            add({});
        return;
    }
    const bool isItem = beginsListItem(line);
    if (m_isList && m_blankSeen && !isItem && indentOf(line) < 2)
        freeze(finished);
    if (m_block.isEmpty())
        m_isList = isItem;
    m_blankSeen = false;
    if (!fenceMark(line).isEmpty()) {
        if (!m_isList)
            freeze(finished);
        m_fence = line.left(80).toString();
    }
    add(line);
    if (line.front() == u'#' && !m_isList && m_fence.isEmpty())
        freeze(finished);
}

void MarkdownBlocks::add(QStringView line)
{
    m_shown += line;
    m_shown += u'\n';
    m_block += line;
    // A line break that the model wrote is shown as one, as it was while the block was open. Two
    // blanks say so in Markdown.
    if (m_fence.isEmpty() && !line.isEmpty())
        m_block += "  "_L1;
    m_block += u'\n';
}

void MarkdownBlocks::freeze(QString& finished)
{
    if (!m_block.trimmed().isEmpty()) {
        finished += m_block;
        finished += u'\n';
    }
    m_block.clear();
    m_shown.clear();
    m_isList = false;
    m_blankSeen = false;
}

void MarkdownBlocks::freezeIfLong(QString& finished)
{
    if (m_block.size() < maxBlock)
        return;
    if (m_fence.isEmpty()) {
        freeze(finished);
        return;
    }
    const QString fence = m_fence;
    m_block += fenceMark(fence);
    freeze(finished);
    m_block = fence + u'\n';
}

} // namespace roadloom
