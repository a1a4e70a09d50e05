// SPDX-License-Identifier: Apache-2.0
#include "core/stream/AnswerSplitter.h"

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

constexpr QStringView jsonTag = u"json";
constexpr qsizetype minFenceLength = 3;
/// No line that means to begin a block has so many blanks or backquotes.
constexpr qsizetype maxHeldLength = 1024;

/// CR is a blank, so that CRLF needs no care.
bool isBlank(QChar character)
{
    return character == u' ' || character == u'\t' || character == u'\r';
}

bool isSpace(QChar character)
{
    return isBlank(character) || character == u'\n';
}

} // namespace

QString AnswerSplitter::feed(QStringView piece)
{
    QString prose;
    while (!piece.isEmpty())
        piece = piece.sliced(take(piece, prose));
    return prose;
}

QString AnswerSplitter::finish()
{
    // An answer that was cut right after "```json" or "{" was about to begin its JSON.
    if (m_state == State::OpenBrace && m_opening.isBlank())
        beginHeldJson();
    else if (m_state == State::FenceTag && m_tagLength == jsonTag.size())
        m_held.clear();
    QString prose;
    release(State::InLine, prose);
    return prose;
}

bool AnswerSplitter::isInPlainProse() const
{
    return (m_state == State::LineStart || m_state == State::InLine) && m_held.isEmpty()
        && !isInProseFence();
}

qsizetype AnswerSplitter::take(QStringView text, QString& prose)
{
    switch (m_state) {
    case State::LineStart:
        return takeLineStart(text.front(), prose);
    case State::InLine:
        return takeInLine(text, prose);
    case State::FenceRun:
        return takeFenceRun(text.front(), prose);
    case State::FenceTag:
        return takeFenceTag(text.front(), prose);
    case State::FenceInfo:
        return takeFenceInfo(text.front(), prose);
    case State::UntaggedFence:
        return takeUntaggedFence(text.front(), prose);
    case State::TaggedFence:
        return takeTaggedFence(text.front());
    case State::OpenBrace:
        return takeOpenBrace(text.front(), prose);
    case State::InJson:
        return takeJson(text);
    case State::AfterJson:
        return takeAfterJson(text.front());
    case State::AfterBlock:
        return takeAfterBlock(text.front());
    }
    Q_UNREACHABLE();
}

qsizetype AnswerSplitter::takeLineStart(QChar character, QString& prose)
{
    if (isBlank(character))
        return hold(character, prose);
    if (character == u'`' || character == u'~') {
        m_state = State::FenceRun;
        m_run = { .character = character, .length = 0 };
        return 0;
    }
    if (character == u'{' && !isInProseFence()) {
        m_state = State::OpenBrace;
        m_opening = JsonOpening();
        return hold(character, prose);
    }
    return release(State::InLine, prose);
}

qsizetype AnswerSplitter::takeInLine(QStringView text, QString& prose)
{
    const qsizetype lineFeed = text.indexOf(u'\n');
    const qsizetype taken = lineFeed < 0 ? text.size() : lineFeed + 1;
    say(text.first(taken), prose);
    if (lineFeed >= 0)
        m_state = State::LineStart;
    return taken;
}

qsizetype AnswerSplitter::takeFenceRun(QChar character, QString& prose)
{
    if (character == m_run.character) {
        ++m_run.length;
        return hold(character, prose);
    }
    const bool isContentOfFence = isInProseFence()
        && (m_run.character != m_fence.character || m_run.length < m_fence.length);
    if (m_run.length < minFenceLength || isContentOfFence)
        return release(State::InLine, prose);
    m_state = State::FenceTag;
    m_tagLength = 0;
    return 0;
}

/// A json tag inside a fence of prose opens a fence all the same: such a tag cannot close anything,
/// and a model that forgot to close the first fence is likelier than one that quotes the second.
qsizetype AnswerSplitter::takeFenceTag(QChar character, QString& prose)
{
    if (m_tagLength == jsonTag.size()) {
        if (character.isLetterOrNumber()) // jsonc, json5
            return hold(character, prose);
        if (!isSpace(character) && character != u'{' && character != u'[')
            return release(isInProseFence() ? State::InLine : State::FenceInfo, prose);
        openJsonFence();
        m_state = State::TaggedFence;
        return 0;
    }
    if (character.toLower() == jsonTag[m_tagLength]) {
        ++m_tagLength;
        return hold(character, prose);
    }
    if (m_tagLength == 0 && isBlank(character))
        return hold(character, prose);
    if (isInProseFence()) {
        if (m_tagLength == 0 && character == u'\n')
            m_fence = {};
        return release(State::InLine, prose);
    }
    if (m_tagLength > 0 || character != u'\n')
        return release(State::FenceInfo, prose);
    m_state = State::UntaggedFence;
    return 0;
}

qsizetype AnswerSplitter::takeFenceInfo(QChar character, QString& prose)
{
    // A backquote later in the line means that it was inline code (CommonMark, section 4.5).
    if (character == u'`' && m_run.character == u'`') {
        m_state = State::InLine;
        return 0;
    }
    say({ &character, 1 }, prose);
    if (character == u'\n') {
        m_fence = m_run;
        m_state = State::LineStart;
    }
    return 1;
}

qsizetype AnswerSplitter::takeUntaggedFence(QChar character, QString& prose)
{
    if (isSpace(character))
        return hold(character, prose);
    if (character == u'{') {
        openJsonFence();
        beginJson(character, Tagged::No);
        return 0;
    }
    m_fence = m_run;
    return release(State::LineStart, prose);
}

qsizetype AnswerSplitter::takeTaggedFence(QChar character)
{
    if (character == u'{' || character == u'[') {
        beginJson(character, Tagged::Yes);
        return 0;
    }
    return takeAfterJson(character);
}

qsizetype AnswerSplitter::takeOpenBrace(QChar character, QString& prose)
{
    const bool wasBlank = m_opening.isBlank();
    switch (m_opening.take(character)) {
    case JsonOpening::Verdict::Open:
        return hold(character, prose);
    case JsonOpening::Verdict::Json:
    case JsonOpening::Verdict::AlmostJson:
        beginHeldJson();
        return 0;
    case JsonOpening::Verdict::Prose:
        break;
    }
    return release(wasBlank && m_held.contains(u'\n') ? State::LineStart : State::InLine, prose);
}

qsizetype AnswerSplitter::takeJson(QStringView text)
{
    const auto [taken, json] = m_extent.take(text);
    keepJson(json);
    if (m_extent.isOver())
        endJson();
    return taken;
}

void AnswerSplitter::endJson()
{
    if (m_keepsBlock)
        m_isJsonBalanced = m_extent.isComplete();
    m_run.length = 0;
    m_state = m_fence.length > 0 ? State::AfterJson : State::AfterBlock;
    if (m_extent.isComplete())
        return;
    m_run = std::exchange(m_fence, {}); // it has closed
    m_state = State::AfterBlock;
}

/// No closing run is overlooked here, wherever it stands: models put it right behind the last
/// brace.
qsizetype AnswerSplitter::takeAfterJson(QChar character)
{
    pass(1);
    m_run.length = character == m_fence.character ? m_run.length + 1 : 0;
    if (m_run.length == m_fence.length) {
        m_fence = {};
        m_state = State::AfterBlock;
    }
    return 1;
}

qsizetype AnswerSplitter::takeAfterBlock(QChar character)
{
    const bool isOfRun = m_run.length > 0 && character == m_run.character; // longer than it need be
    if (!isOfRun)
        m_run.length = 0;
    if (!isOfRun && !isBlank(character)) {
        m_state = State::LineStart;
        if (character != u'\n')
            return 0;
    }
    pass(1);
    return 1;
}

/// Cuts no surrogate pair in half.
void AnswerSplitter::say(QStringView text, QString& prose)
{
    const qsizetype room = maxProseLength - m_proseLength;
    qsizetype said = std::min(text.size(), room);
    if (said > 0 && said == room && text[said - 1].isHighSurrogate())
        --said;
    prose.append(text.first(said));
    pass(text.size());
}

void AnswerSplitter::pass(qsizetype length)
{
    const qsizetype room = maxProseLength - m_proseLength;
    m_proseLength += std::min(length, room);
    m_hasProseOverflowed = m_hasProseOverflowed || length > room;
}

qsizetype AnswerSplitter::hold(QChar character, QString& prose)
{
    m_held.append(character);
    return m_held.size() < maxHeldLength ? 1 : 1 + release(State::InLine, prose);
}

/// What was held is prose; the character that showed it has yet to be taken.
qsizetype AnswerSplitter::release(State next, QString& prose)
{
    say(m_held, prose);
    m_held.clear();
    m_state = next;
    return 0;
}

void AnswerSplitter::openJsonFence()
{
    m_held.clear();
    m_fence = m_run;
    m_run.length = 0;
}

void AnswerSplitter::beginJson(QChar open, Tagged tagged)
{
    m_keepsBlock = m_keptBlocks == 0 || (tagged == Tagged::Yes && !m_hasTaggedBlock);
    m_hasTaggedBlock = m_hasTaggedBlock || tagged == Tagged::Yes;
    if (m_keepsBlock) {
        ++m_keptBlocks;
        m_json.clear();
        m_isJsonBalanced = false;
        m_hasJsonOverflowed = false;
    }
    m_extent = FencedExtent(open, m_fence.character, m_fence.length);
    m_state = State::InJson;
}

void AnswerSplitter::beginHeldJson()
{
    QString held;
    held.swap(m_held);
    beginJson(u'{', Tagged::No);
    for (QStringView json = QStringView(held).sliced(held.indexOf(u'{')); !json.isEmpty();)
        json = json.sliced(takeJson(json)); // which ends nowhere in it
}

void AnswerSplitter::keepJson(QStringView text)
{
    if (!m_keepsBlock) {
        pass(text.size());
        return;
    }
    const qsizetype kept = std::min(text.size(), maxJsonLength - m_json.size());
    m_json.append(text.first(kept));
    m_hasJsonOverflowed = m_hasJsonOverflowed || kept < text.size();
}

} // namespace roadloom
