// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/WordQueue.h"

#include "ui/look/DisplayText.h"

namespace roadloom {

namespace {

/// Means something only together with the next character: half a surrogate pair, and a carriage
/// return, which is no second line break where a line feed follows.
bool waitsForTheNext(QChar character)
{
    return character.isHighSurrogate() || character == u'\r';
}

} // namespace

QString WordQueue::take(qsizetype most)
{
    QString words = m_words.mid(m_taken, most);
    if (!words.isEmpty() && waitsForTheNext(words.back()))
        words.chop(1);
    m_taken += words.size();
    if (m_taken == m_words.size()) {
        m_words.clear();
        m_taken = 0;
    }
    return displayText(words);
}

bool WordQueue::keepLast(qsizetype most)
{
    if (m_words.size() - m_taken <= 2 * most)
        return false;
    m_words.remove(0, m_words.size() - most);
    m_taken = 0;
    return true;
}

bool WordQueue::hasWords() const
{
    const qsizetype left = m_words.size() - m_taken;
    return left > 1 || (left == 1 && !waitsForTheNext(m_words.back()));
}

} // namespace roadloom
