// SPDX-License-Identifier: Apache-2.0
#include "core/stream/ThinkSplitter.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Tags {
    QLatin1StringView opening;
    QLatin1StringView closing;
};

constexpr std::array knownTags { Tags { "<think>"_L1, "</think>"_L1 },
    Tags { "<thinking>"_L1, "</thinking>"_L1 } };

/// How much of the text's end may be the beginning of the tag.
qsizetype overlap(QStringView text, QStringView tag)
{
    for (qsizetype size = std::min(text.size(), tag.size() - 1); size > 0; --size) {
        if (text.endsWith(tag.first(size)))
            return size;
    }
    return 0;
}

QStringView withoutLeadingBlanks(QStringView text)
{
    const auto word = std::ranges::find_if(text, [](QChar unit) { return !unit.isSpace(); });
    return text.sliced(word - text.begin());
}

/// Whether the text's last line, which may have begun ahead of it, is blank.
bool endsInBlankLine(QStringView text, bool isBlankAhead)
{
    for (qsizetype at = text.size() - 1; at >= 0; --at) {
        if (text[at] > u' ')
            return false;
        if (text[at] == u'\n')
            return true;
    }
    return isBlankAhead;
}

enum class Tag { None, Part, Opening, Closing };

struct FoundTag {
    Tag tag = Tag::None;
    qsizetype size = 0; ///< of a whole one
};

/// The tag that the text, which starts with '<', starts with; a Part may yet become one.
FoundTag tagAtStartOf(QStringView text)
{
    FoundTag found;
    for (const Tags& tags : knownTags) {
        if (text.startsWith(tags.opening))
            return { Tag::Opening, tags.opening.size() };
        if (text.startsWith(tags.closing))
            return { Tag::Closing, tags.closing.size() };
        if (QString(tags.opening).startsWith(text) || QString(tags.closing).startsWith(text))
            found.tag = Tag::Part;
    }
    return found;
}

} // namespace

bool ThinkSplitter::passes(QStringView piece)
{
    if (m_state == State::OnlyText)
        return true;
    // A plain search: on pieces as short as deltas are, QStringView::contains() takes longer.
    if (m_state != State::Text || !m_held.isEmpty()
        || std::ranges::find(piece, u'<') != piece.cend())
        return false;
    noteText(piece);
    return true;
}

ThinkSplitter::Parts ThinkSplitter::take(QString piece)
{
    if (passes(piece))
        return { .reasoning = {}, .text = std::move(piece) };
    m_held += piece;
    Parts parts;
    if (m_state == State::Start)
        takeStart();
    if (m_state == State::Reasoning)
        takeReasoning(parts);
    if (m_state == State::Text)
        takeText(parts);
    if (m_state == State::Between)
        takeBetween();
    if (m_state == State::OnlyText)
        parts.text += std::exchange(m_held, {});
    return parts;
}

ThinkSplitter::Parts ThinkSplitter::finish()
{
    const QString held = std::exchange(m_held, {});
    const State state = std::exchange(m_state, State::OnlyText);
    if (state == State::Reasoning)
        return { .reasoning = held, .text = {} };
    return { .reasoning = {}, .text = state == State::Between ? QString() : held };
}

void ThinkSplitter::takeStart()
{
    const QStringView text = withoutLeadingBlanks(m_held);
    bool mayBeTag = text.isEmpty();
    for (const Tags& tags : knownTags) {
        if (text.startsWith(tags.opening)) {
            m_closingTag = tags.closing;
            m_held = text.sliced(tags.opening.size()).toString();
            m_state = State::Reasoning;
            return;
        }
        mayBeTag = mayBeTag || QString(tags.opening).startsWith(text);
    }
    if (!mayBeTag)
        m_state = State::Text;
}

void ThinkSplitter::takeReasoning(Parts& parts)
{
    const qsizetype end = m_held.indexOf(m_closingTag);
    const qsizetype size = end >= 0 ? end : m_held.size() - overlap(m_held, m_closingTag);
    parts.reasoning = m_held.first(size);
    m_held.remove(0, end >= 0 ? end + m_closingTag.size() : size);
    if (end >= 0)
        m_state = State::Between;
}

void ThinkSplitter::takeBetween()
{
    m_held = withoutLeadingBlanks(m_held).toString();
    if (!m_held.isEmpty())
        m_state = State::OnlyText;
}

void ThinkSplitter::takeText(Parts& parts)
{
    for (qsizetype at = m_held.indexOf(u'<'); at >= 0; at = m_held.indexOf(u'<', at + 1)) {
        const QStringView rest = QStringView(m_held).sliced(at);
        const auto [tag, size] = tagAtStartOf(rest);
        if (tag == Tag::Opening) {
            m_state = State::OnlyText;
            return;
        }
        const QStringView behind = rest.sliced(size);
        if (tag == Tag::Closing
            && (endsInBlankLine(QStringView(m_held).first(at), m_lineIsBlank)
                || behind.startsWith(u'\n') || behind.startsWith(u'\r'))) {
            endReasoning(parts, at, size);
            return;
        }
        if (tag == Tag::Part || (tag == Tag::Closing && behind.isEmpty())) { // what follows tells
            parts.text = release(at);
            return;
        }
    }
    parts.text = release(m_held.size());
}

void ThinkSplitter::endReasoning(Parts& parts, qsizetype tagAt, qsizetype tagSize)
{
    parts.textWasReasoning = m_hasText;
    parts.reasoning = m_held.first(tagAt);
    m_held.remove(0, tagAt + tagSize);
    m_state = State::Between;
}

/// It is about to be let out.
void ThinkSplitter::noteText(QStringView text)
{
    m_lineIsBlank = endsInBlankLine(text, m_lineIsBlank);
    m_hasText = m_hasText || !text.isEmpty();
}

QString ThinkSplitter::release(qsizetype size)
{
    noteText(QStringView(m_held).first(size));
    if (size == m_held.size())
        return std::exchange(m_held, {});
    QString text = m_held.first(size);
    m_held.remove(0, size);
    return text;
}

} // namespace roadloom
