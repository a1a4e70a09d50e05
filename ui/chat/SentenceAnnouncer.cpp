// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/SentenceAnnouncer.h"

#include "ui/chat/PlainWords.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

bool hasWords(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber(); });
}

QString spoken(const QString& markdown)
{
    QString text = plainWords(markdown).replace(u'|', u' ').simplified();
    for (const QStringView sign : { u"- ", u"+ ", u"* ", u"[ ] ", u"[x] " }) {
        if (text.startsWith(sign))
            text.remove(0, sign.size());
    }
    return hasWords(text) ? text : QString();
}

/// "1." of a list, and the like.
bool isNumber(QStringView text)
{
    text = text.trimmed();
    return std::ranges::all_of(text.chopped(1), [](QChar c) { return c.isDigit(); });
}

} // namespace

void SentenceAnnouncer::take(QStringView words)
{
    for (const QChar character : words)
        takeCharacter(character);
    say();
}

void SentenceAnnouncer::finish()
{
    endLine();
    m_isInFence = false;
    say();
}

void SentenceAnnouncer::reset()
{
    m_text.clear();
    m_waiting.clear();
    m_codeMarks = 0;
    m_isLineStart = true;
    m_isInFence = false;
    m_isCut = false;
}

void SentenceAnnouncer::endRest()
{
    m_resting = false;
    say();
}

void SentenceAnnouncer::setMuted(bool muted)
{
    if (m_muted == muted)
        return;
    m_muted = muted;
    m_waiting.clear();
    m_isCut = m_isCut || hasWords(m_text);
    Q_EMIT mutedChanged(muted);
}

void SentenceAnnouncer::takeCharacter(QChar character)
{
    if (character == u'\n') {
        endLine();
        return;
    }
    if (isSentence(character))
        endSentence();
    m_text += character;
    m_codeMarks += character == u'`' ? 1 : 0;
    if (m_text.size() >= longest)
        endSentence();
}

/// Whether the text so far is a sentence, now that this comes next.
bool SentenceAnnouncer::isSentence(QChar next) const
{
    static constexpr QStringView western = u".!?";
    static constexpr QStringView chinese = u"。！？";
    static constexpr QStringView closing = u"\"')]*_”’」』）";
    if (m_text.isEmpty() || m_isInFence || m_codeMarks % 2 != 0 || closing.contains(next))
        return false;
    qsizetype last = m_text.size() - 1;
    while (last > 0 && closing.contains(m_text.at(last)))
        --last;
    if (chinese.contains(m_text.at(last)))
        return !chinese.contains(next);
    return western.contains(m_text.at(last)) && next.isSpace() && !isNumber(m_text);
}

void SentenceAnnouncer::endLine()
{
    if (m_isLineStart && isFence(m_text)) {
        m_isInFence = !m_isInFence;
        m_text.clear();
    }
    endSentence();
    m_isLineStart = true;
}

void SentenceAnnouncer::endSentence()
{
    const QString text = m_isInFence ? QString() : spoken(m_text);
    m_text.clear();
    m_codeMarks = 0;
    m_isLineStart = false;
    const bool isCut = std::exchange(m_isCut, false);
    if (text.isEmpty() || m_muted || isCut)
        return;
    if (!m_waiting.isEmpty() && m_waiting.back().unicode() < 0x3000)
        m_waiting += u' ';
    m_waiting += text;
    if (m_waiting.size() > 2 * longest)
        m_waiting.remove(0, m_waiting.size() - longest);
}

void SentenceAnnouncer::say()
{
    if (m_resting || m_waiting.isEmpty())
        return;
    QString text = std::exchange(m_waiting, {});
    if (text.size() > longest) {
        text = text.last(longest - 1);
        text.remove(0, std::max<qsizetype>(0, text.left(longest / 4).indexOf(u' ')));
        text.prepend(u'…');
    }
    m_resting = true;
    Q_EMIT announced(text);
    Q_EMIT restBegun();
}

} // namespace roadloom
