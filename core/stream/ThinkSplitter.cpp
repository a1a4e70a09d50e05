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

} // namespace

ThinkSplitter::Parts ThinkSplitter::take(QString piece)
{
    if (m_state == State::Text)
        return { .reasoning = {}, .text = std::move(piece) };
    m_held += piece;
    Parts parts;
    if (m_state == State::Start)
        takeStart();
    if (m_state == State::Reasoning)
        takeReasoning(parts);
    if (m_state == State::Between)
        takeBetween();
    if (m_state == State::Text)
        parts.text = std::exchange(m_held, {});
    return parts;
}

ThinkSplitter::Parts ThinkSplitter::finish()
{
    const QString held = std::exchange(m_held, {});
    const bool wasReasoning = m_state == State::Reasoning;
    const bool wasBetween = m_state == State::Between;
    m_state = State::Text;
    if (wasReasoning)
        return { .reasoning = held, .text = {} };
    return { .reasoning = {}, .text = wasBetween ? QString() : held };
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
        m_state = State::Text;
}

} // namespace roadloom
