// SPDX-License-Identifier: Apache-2.0
#include "core/stream/NarrationExtractor.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// No answer that means to be one object has so much before its first word.
constexpr qsizetype maxOpening = 1024;
constexpr qsizetype minFenceLength = 3;

const QRegularExpression& opening()
{
    static const QRegularExpression pattern(
        uR"(^\x{FEFF}?\s*(`{3,}|~{3,})?(?(1)[ \t]*(?i:json)?\s*)\{\s*"narration"\s*:\s*")"_s);
    return pattern;
}

/// The front of a text up to the first surrogate: no opening has any, and half a pair is nothing
/// that an expression could be matched against.
QString withoutSurrogates(const QString& text)
{
    const auto first
        = std::ranges::find_if(text, [](QChar character) { return character.isSurrogate(); });
    return text.first(first - text.begin());
}

} // namespace

QString NarrationExtractor::feed(QStringView piece)
{
    QString out;
    while (!piece.isEmpty())
        piece = piece.sliced(take(piece, out));
    return out;
}

QString NarrationExtractor::finish()
{
    QString out;
    if (m_state == State::Narration)
        m_narration.finish(out);
    else
        out.swap(m_held);
    return out;
}

qsizetype NarrationExtractor::take(QStringView text, QString& out)
{
    switch (m_state) {
    case State::Opening:
        return takeOpening(text, out);
    case State::Narration:
        return takeNarration(text, out);
    case State::BetweenMembers:
        return takeBetweenMembers(text.front(), out);
    case State::Members:
        return takeMembers(text, out);
    case State::ClosingFence:
        return takeClosingFence(text.front(), out);
    case State::ClosedFence:
        return takeClosedFence(text.front());
    case State::PassOn:
        out += text;
        return text.size();
    }
    Q_UNREACHABLE();
}

/// Looks at no more than maxOpening characters in all, so that looking again with each piece costs
/// a constant at most, and so that the pieces make no difference.
qsizetype NarrationExtractor::takeOpening(QStringView text, QString& out)
{
    const qsizetype before = m_held.size();
    m_held += text.first(std::min(text.size(), maxOpening - before));
    const QString subject = withoutSurrogates(m_held);
    const QRegularExpressionMatch match
        = opening().match(subject, 0, QRegularExpression::PartialPreferCompleteMatch);
    const qsizetype taken = m_held.size() - before;
    if (match.hasPartialMatch() && subject.size() == m_held.size() && subject.size() < maxOpening)
        return taken;
    if (!match.hasMatch()) {
        m_state = State::PassOn;
        out += m_held;
        m_held.clear();
        return taken;
    }
    m_hasNarration = true;
    m_state = State::Narration;
    if (const QStringView fence = match.capturedView(1); !fence.isEmpty()) {
        m_fence = fence.front();
        m_fenceLength = fence.size();
    }
    const qsizetype used = match.capturedEnd() - before;
    m_held.clear();
    return used;
}

qsizetype NarrationExtractor::takeNarration(QStringView text, QString& out)
{
    const qsizetype taken = m_narration.take(text, out);
    if (m_narration.isComplete())
        m_state = State::BetweenMembers;
    return taken;
}

/// Whatever stands where the comma should goes into the block, for its reader to complain of.
qsizetype NarrationExtractor::takeBetweenMembers(QChar character, QString& out)
{
    if (character.isSpace())
        return 1;
    constexpr QStringView brace = u"{";
    out += "\n\n```json\n"_L1;
    out += brace;
    if (m_fence.isNull()) {
        // What closes our block for its reader has to end it here, too.
        m_object = FencedExtent(brace.front(), u'`', minFenceLength);
    } else {
        m_object = FencedExtent(brace.front(), m_fence, m_fenceLength);
    }
    static_cast<void>(m_object.take(brace));
    m_state = State::Members;
    return character == u',' ? 1 : 0;
}

qsizetype NarrationExtractor::takeMembers(QStringView text, QString& out)
{
    const auto [taken, json] = m_object.take(text);
    out += json;
    if (m_object.isOver())
        endMembers(out);
    return taken;
}

void NarrationExtractor::endMembers(QString& out)
{
    out += "\n```\n"_L1;
    m_state = m_fence.isNull() ? State::PassOn : State::ClosingFence;
    if (m_object.isComplete())
        return;
    if (m_fence.isNull()) {
        m_fence = u'`';
        m_fenceLength = minFenceLength;
    }
    m_runLength = m_fenceLength;
    m_state = State::ClosingFence;
}

qsizetype NarrationExtractor::takeClosingFence(QChar character, QString& out)
{
    if (m_runLength == 0 && character.isSpace())
        return 1;
    if (character == m_fence) {
        ++m_runLength;
        return 1;
    }
    if (m_runLength >= m_fenceLength) {
        m_state = State::ClosedFence;
        return 0;
    }
    out += QString(m_runLength, m_fence);
    m_state = State::PassOn;
    return 0;
}

qsizetype NarrationExtractor::takeClosedFence(QChar character)
{
    if (character == u' ' || character == u'\t' || character == u'\r')
        return 1;
    m_state = State::PassOn;
    return character == u'\n' ? 1 : 0;
}

} // namespace roadloom
