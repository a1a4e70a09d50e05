// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonMender.h"

#include "core/stream/JsonCharacters.h"
#include "core/stream/JsonWord.h"

#include <algorithm>
#include <utility>

namespace roadloom {

using namespace jsoncharacters;

namespace {

using Due = JsonStructureMender::Due;

constexpr qsizetype maxHeldBlanks = 16;

bool holdsLetter(QStringView word)
{
    return std::ranges::any_of(word, [](QChar c) { return c.isLetter() || c.isSurrogate(); });
}

} // namespace

void JsonMender::feed(QStringView piece, QByteArray& out)
{
    Utf8Sink sink(out);
    while (!piece.isEmpty())
        piece = piece.sliced(take(piece, sink));
}

void JsonMender::finish(QByteArray& out)
{
    if (m_lexeme == Lexeme::Nothing && m_structure.isComplete())
        return;
    Utf8Sink sink(out);
    if (m_lexeme == Lexeme::String || isInCutComment())
        m_mends.add(JsonMend::CutOff);
    if (m_lexeme == Lexeme::String || m_lexeme == Lexeme::AfterQuote)
        endString(sink);
    else if (m_lexeme == Lexeme::Word)
        endCutWord(sink);
    else if (m_lexeme == Lexeme::Slash)
        stray();
    m_isCut = !m_structure.isComplete();
    m_structure.finish(sink, m_mends);
    m_lexeme = Lexeme::Nothing;
}

/// A comment that the text's end ends: who knows what it has swallowed.
bool JsonMender::isInCutComment() const
{
    return m_lexeme == Lexeme::BlockComment || m_lexeme == Lexeme::BlockCommentStar
        || (m_lexeme == Lexeme::LineComment && m_structure.depth() > 0);
}

qsizetype JsonMender::take(QStringView text, Utf8Sink& out)
{
    switch (m_lexeme) {
    case Lexeme::None:
        return takeBetween(text, out);
    case Lexeme::String:
        return takeString(text, out);
    case Lexeme::AfterQuote:
        return takeAfterQuote(text.utf16()[0], out);
    case Lexeme::Word:
        return takeWord(text, out);
    case Lexeme::Slash:
        return takeSlash(text.utf16()[0]);
    case Lexeme::LineComment:
        return takeLineComment(text);
    case Lexeme::BlockComment:
    case Lexeme::BlockCommentStar:
        return takeBlockComment(text.utf16()[0]);
    case Lexeme::Fence:
        return takeFence(text.utf16()[0]);
    case Lexeme::Trailing:
        return takeTrailing(text.utf16()[0]);
    case Lexeme::Nothing:
        return text.size();
    }
    Q_UNREACHABLE();
}

qsizetype JsonMender::takeBetween(QStringView text, Utf8Sink& out)
{
    const char16_t unit = text.utf16()[0];
    if (isOfWord(unit)) {
        dropHeld();
        m_lexeme = Lexeme::Word;
        return 0;
    }
    if (isSpace(unit)) {
        m_isStray = false;
        qsizetype taken = 1;
        while (taken < text.size() && isSpace(text.utf16()[taken]))
            ++taken;
        return taken;
    }
    takeMark(unit, out);
    return 1;
}

void JsonMender::takeMark(char16_t unit, Utf8Sink& out)
{
    if (isOpeningQuote(unit)) {
        beginString(unit, out);
    } else if (isStructure(unit)) {
        takeStructure(unit, out);
    } else if (unit == u'/') {
        m_lexeme = Lexeme::Slash;
    } else if (unit == u'#') {
        m_mends.add(JsonMend::Comment);
        m_isStray = false;
        m_lexeme = Lexeme::LineComment;
    } else if (isFenceMark(unit) && m_structure.due() == Due::Root) {
        m_lexeme = Lexeme::Fence;
    } else {
        stray();
    }
}

void JsonMender::takeStructure(char16_t unit, Utf8Sink& out)
{
    const char16_t plain = isComma(unit) ? u',' : isColon(unit) ? u':' : unit;
    if (plain != unit)
        m_mends.add(JsonMend::TypographicMark);
    if (m_structure.takeMark(plain, out, m_mends))
        m_isStray = false;
    else
        stray();
    if (hasOverflowed())
        m_lexeme = Lexeme::Nothing;
    else if (m_structure.isComplete())
        m_lexeme = Lexeme::Trailing;
}

void JsonMender::beginString(char16_t quote, Utf8Sink& out)
{
    if (quote != u'"')
        m_mends.add(quote == u'\'' ? JsonMend::SingleQuotes : JsonMend::TypographicMark);
    m_isKey = m_structure.isKeyDue();
    m_structure.separate(out, m_mends);
    out.put('"');
    m_string.begin(quote);
    m_isStray = false;
    m_lexeme = Lexeme::String;
}

void JsonMender::endString(Utf8Sink& out)
{
    m_string.finish(out, m_mends);
    out.put('"');
    if (m_isKey)
        endKey();
    else
        endValue();
}

qsizetype JsonMender::takeString(QStringView text, Utf8Sink& out)
{
    const qsizetype taken = m_string.take(text, out, m_mends);
    if (taken == text.size())
        return taken;
    m_quote = text.utf16()[taken];
    dropHeld();
    m_lexeme = Lexeme::AfterQuote;
    return taken + 1;
}

/// Two quotation marks side by side: the second can only be the string's end if the first is not.
qsizetype JsonMender::takeAfterQuote(char16_t unit, Utf8Sink& out)
{
    if (m_string.isQuote(unit) && m_held.isEmpty()) {
        takeInnerQuote(out);
        m_quote = unit;
        return 1;
    }
    if ((unit == u' ' || unit == u'\t') && m_held.size() < maxHeldBlanks) {
        m_held.append(QChar(unit));
        return 1;
    }
    if (isBehindString(unit) || (isCommentMark(unit) && !m_held.isEmpty())) {
        endString(out);
        return 0;
    }
    takeInnerQuote(out);
    for (const QChar blank : std::as_const(m_held))
        m_string.takeCharacter(blank.unicode(), out, m_mends);
    m_lexeme = Lexeme::String;
    return 0;
}

/// Its memory stays.
void JsonMender::dropHeld()
{
    if (!m_held.isEmpty())
        m_held.resize(0);
}

void JsonMender::takeInnerQuote(Utf8Sink& out)
{
    m_mends.add(JsonMend::UnescapedQuote);
    m_string.takeCharacter(m_quote, out, m_mends);
}

/// The character behind a word has yet to be taken.
qsizetype JsonMender::takeWord(QStringView text, Utf8Sink& out)
{
    qsizetype size = 0;
    while (size < text.size() && isOfWord(text.utf16()[size]))
        ++size;
    m_held.append(text.first(std::min(size, maxWordLength + 1 - m_held.size())));
    if (size < text.size())
        endWord(out);
    return size;
}

qsizetype JsonMender::takeSlash(char16_t unit)
{
    m_lexeme = Lexeme::None;
    if (unit != u'/' && unit != u'*') {
        stray();
        return 0;
    }
    m_mends.add(JsonMend::Comment);
    m_lexeme = unit == u'/' ? Lexeme::LineComment : Lexeme::BlockComment;
    return 1;
}

qsizetype JsonMender::takeLineComment(QStringView text)
{
    const auto* const end = std::ranges::find_if(
        text, [](QChar character) { return character == u'\n' || character == u'\r'; });
    if (end != text.end())
        m_lexeme = Lexeme::None;
    return end - text.begin();
}

qsizetype JsonMender::takeBlockComment(char16_t unit)
{
    if (unit == u'*')
        m_lexeme = Lexeme::BlockCommentStar;
    else if (unit == u'/' && m_lexeme == Lexeme::BlockCommentStar)
        m_lexeme = Lexeme::None;
    else
        m_lexeme = Lexeme::BlockComment;
    return 1;
}

qsizetype JsonMender::takeFence(char16_t unit)
{
    const bool isOver = unit == u'\n' || unit == u'{' || unit == u'[';
    if (isOver)
        m_lexeme = Lexeme::None;
    return isOver ? 0 : 1;
}

qsizetype JsonMender::takeTrailing(char16_t unit)
{
    if (!isSpace(unit) && !isFenceMark(unit)) {
        m_mends.add(JsonMend::TrailingText);
        m_lexeme = Lexeme::Nothing;
    }
    return 1;
}

void JsonMender::endWord(Utf8Sink& out)
{
    m_lexeme = Lexeme::None;
    if (m_held.size() > maxWordLength)
        stray();
    else if (m_structure.isKeyDue())
        putKey(out);
    else if (isPlainJsonWord(m_held))
        putPlainWord(out);
    else if (const std::optional<JsonWord> word = readJsonWord(m_held))
        putWord(*word, out);
    else
        putUnquotedText(out);
}

/// A key is cut like any other: it gets null.
void JsonMender::endCutWord(Utf8Sink& out)
{
    // At the root no bracket could show that more was due.
    const bool isNumber = m_structure.depth() == 0 && isJsonNumber(m_held);
    if (isNumber || m_structure.isKeyDue() || m_held.size() > maxWordLength)
        endWord(out);
    else
        putWord(readCutJsonWord(m_held), out);
}

void JsonMender::putKey(Utf8Sink& out)
{
    if (!holdsLetter(m_held) && !isJsonNumber(m_held)) {
        stray();
        return;
    }
    m_mends.add(JsonMend::UnquotedKey);
    putText(out);
    endKey();
}

void JsonMender::putWord(const JsonWord& word, Utf8Sink& out)
{
    if (word.mend)
        m_mends.add(*word.mend);
    m_isStray = false;
    m_structure.separate(out, m_mends);
    out.put(word.json);
    endValue();
}

void JsonMender::putPlainWord(Utf8Sink& out)
{
    m_isStray = false;
    m_structure.separate(out, m_mends);
    out.putWhile(m_held, [](char16_t) { return true; });
    endValue();
}

/// The tag of a fence that was lost means nothing; "12 hours" is no list of two.
void JsonMender::putUnquotedText(Utf8Sink& out)
{
    const bool isRoot = m_structure.due() == Due::Root;
    if (isRoot && m_held.startsWith(u"json", Qt::CaseInsensitive))
        return;
    if (isRoot || m_structure.due() == Due::After || !holdsLetter(m_held)) {
        stray();
        return;
    }
    m_mends.add(JsonMend::UnquotedText);
    putText(out);
    endValue();
}

void JsonMender::putText(Utf8Sink& out)
{
    JsonStringMender text;
    m_isStray = false;
    m_structure.separate(out, m_mends);
    out.put('"');
    for (const QChar character : std::as_const(m_held))
        text.takeCharacter(character.unicode(), out, m_mends);
    text.finish(out, m_mends);
    out.put('"');
}

void JsonMender::endKey()
{
    m_structure.endKey();
    m_lexeme = Lexeme::None;
}

void JsonMender::endValue()
{
    m_structure.endValue();
    m_lexeme = m_structure.isComplete() ? Lexeme::Trailing : Lexeme::None;
}

/// One for all that stands together.
void JsonMender::stray()
{
    if (!m_isStray)
        m_mends.add(JsonMend::StrayText);
    m_isStray = true;
}

} // namespace roadloom
