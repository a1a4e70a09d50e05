// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QChar>

#include <array>

/// The characters of almost-JSON between its strings, each a UTF-16 code unit.
namespace roadloom::jsoncharacters {

inline bool isSpace(char16_t unit)
{
    constexpr char16_t byteOrderMark = u'\uFEFF';
    constexpr char16_t firstBeyondAscii = 0x80;
    if (unit < firstBeyondAscii)
        return unit <= u' '; // with the control characters, which mean nothing either
    return QChar::isSpace(unit) || unit == byteOrderMark;
}

inline bool isOpeningQuote(char16_t unit)
{
    return unit == u'"' || unit == u'\'' || (unit >= u'\u2018' && unit <= u'\u2019')
        || (unit >= u'\u201C' && unit <= u'\u201D');
}

inline bool isComma(char16_t unit)
{
    return unit == u',' || unit == u'\uFF0C';
}

inline bool isColon(char16_t unit)
{
    return unit == u':' || unit == u'\uFF1A';
}

inline bool isFenceMark(char16_t unit)
{
    return unit == u'`' || unit == u'~';
}

inline constexpr std::array<bool, 128> wordCharacters = [] {
    std::array<bool, 128> ofWord {};
    for (const char16_t unit :
        u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$-+.")
        ofWord[unit] = unit != 0;
    return ofWord;
}();

inline bool isOfWord(char16_t unit)
{
    if (unit < wordCharacters.size())
        return wordCharacters[unit];
    return QChar::isLetterOrNumber(unit) || QChar::isSurrogate(unit);
}

inline bool isStructure(char16_t unit)
{
    return unit == u'{' || unit == u'}' || unit == u'[' || unit == u']' || isComma(unit)
        || isColon(unit);
}

/// Begins a comment, or half of that.
inline bool isCommentMark(char16_t unit)
{
    return unit == u'/' || unit == u'#';
}

/// What shows, behind a quotation mark, that the mark has ended the string. A comment shows it
/// only behind a blank: `"color "#fff" in CSS"`.
inline bool isBehindString(char16_t unit)
{
    return isStructure(unit) || isSpace(unit) || isOpeningQuote(unit) || isFenceMark(unit);
}

} // namespace roadloom::jsoncharacters
