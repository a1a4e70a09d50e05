// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonStringMender.h"

#include <QChar>

#include <optional>

namespace roadloom {

namespace {

constexpr char16_t firstPrintable = 0x20;
constexpr char16_t firstBeyondAscii = 0x80;

/// ASCII characters that neither could end a string nor want a closer look.
constexpr std::array<bool, firstBeyondAscii> plainCharacters = [] {
    std::array<bool, firstBeyondAscii> plain {};
    for (char16_t unit = firstPrintable; unit < firstBeyondAscii; ++unit)
        plain[unit] = unit != u'"' && unit != u'\'' && unit != u'\\';
    return plain;
}();

bool isPlain(char16_t unit)
{
    return unit < firstBeyondAscii && plainCharacters[unit];
}

std::optional<char16_t> hexValue(char16_t unit)
{
    if (unit >= u'0' && unit <= u'9')
        return char16_t(unit - u'0');
    const char16_t lower = unit | 0x20;
    if (lower >= u'a' && lower <= u'f')
        return char16_t(lower - u'a' + 10);
    return std::nullopt;
}

bool isAsciiLetterOrDigit(char16_t unit)
{
    const char16_t lower = unit | 0x20;
    return (unit >= u'0' && unit <= u'9') || (lower >= u'a' && lower <= u'z');
}

void putControlCharacter(char16_t unit, Utf8Sink& out)
{
    constexpr std::array hex { '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd',
        'e', 'f' };
    out.put('\\');
    switch (unit) {
    case u'\n':
        out.put('n');
        break;
    case u'\r':
        out.put('r');
        break;
    case u'\t':
        out.put('t');
        break;
    default:
        out.put("u00");
        out.put(hex[unit >> 4U]);
        out.put(hex[unit & 0xFU]);
    }
}

} // namespace

bool JsonStringMender::isQuote(char16_t unit) const
{
    switch (m_quote) {
    case u'"':
    case u'\'':
        return unit == m_quote;
    case u'\u201C':
    case u'\u201D':
        return unit == u'\u201C' || unit == u'\u201D' || unit == u'"';
    default:
        return unit == u'\u2018' || unit == u'\u2019' || unit == u'\'';
    }
}

qsizetype JsonStringMender::take(QStringView text, Utf8Sink& out, JsonMends& mends)
{
    qsizetype taken = 0;
    if (m_state == State::Plain && m_firstHalf == 0)
        taken = out.putWhile(text, isPlain);
    while (taken < text.size()) {
        const char16_t unit = text.utf16()[taken];
        if (m_state == State::Backslash) {
            takeEscape(unit, out, mends);
        } else if (m_state == State::Hex) {
            if (!takeHexDigit(unit, out, mends))
                continue;
        } else if (isPlain(unit)) {
            releaseFirstHalf(out, mends);
            taken += out.putWhile(text.sliced(taken), isPlain);
            continue;
        } else if (isQuote(unit)) {
            break;
        } else if (unit == u'\\') {
            m_state = State::Backslash;
        } else {
            takeCharacter(unit, out, mends);
        }
        ++taken;
    }
    return taken;
}

void JsonStringMender::takeCharacter(char16_t unit, Utf8Sink& out, JsonMends& mends)
{
    if (unit < firstPrintable)
        mends.add(JsonMend::RawControlCharacter);
    putUnit(unit, out, mends);
}

void JsonStringMender::finish(Utf8Sink& out, JsonMends& mends)
{
    releaseFirstHalf(out, mends);
    m_state = State::Plain;
}

void JsonStringMender::takeEscape(char16_t unit, Utf8Sink& out, JsonMends& mends)
{
    m_state = State::Plain;
    switch (unit) {
    case u'"':
    case u'\\':
    case u'/':
    case u'b':
    case u'f':
    case u'n':
    case u'r':
    case u't':
        releaseFirstHalf(out, mends);
        out.put('\\');
        out.put(char(unit));
        return;
    case u'u':
    case u'x':
        m_state = State::Hex;
        m_isByteEscape = unit == u'x';
        m_code = 0;
        m_digitCount = 0;
        return;
    default:
        break;
    }
    if (unit != m_quote) // `\'` is how a single-quoted text writes it
        mends.add(JsonMend::BadEscape);
    if (isAsciiLetterOrDigit(unit)) {
        releaseFirstHalf(out, mends);
        out.put(R"(\\)");
    }
    putUnit(unit, out, mends);
}

/// False: the escape is none; the character has yet to be taken.
bool JsonStringMender::takeHexDigit(char16_t unit, Utf8Sink& out, JsonMends& mends)
{
    const auto value = hexValue(unit);
    if (!value) {
        m_state = State::Plain;
        mends.add(JsonMend::BadEscape);
        releaseFirstHalf(out, mends);
        out.put(m_isByteEscape ? R"(\\x)" : R"(\\u)");
        putDigits(m_digits, m_digitCount, out);
        return false;
    }
    m_digits[m_digitCount++] = char(unit);
    m_code = char16_t(m_code << 4U | *value);
    constexpr std::size_t byteDigits = 2;
    if (m_digitCount < (m_isByteEscape ? byteDigits : m_digits.size()))
        return true;
    m_state = State::Plain;
    if (m_isByteEscape) {
        mends.add(JsonMend::BadEscape);
        putUnit(m_code, out, mends);
    } else {
        takeEscapedUnit(m_code, out, mends);
    }
    return true;
}

/// Escapes that are right stay as they are written.
void JsonStringMender::takeEscapedUnit(char16_t unit, Utf8Sink& out, JsonMends& mends)
{
    if (QChar::isLowSurrogate(unit) && m_firstHalf != 0 && m_isHalfEscaped) {
        out.put("\\u");
        putDigits(m_halfDigits, m_halfDigits.size(), out);
        out.put("\\u");
        putDigits(m_digits, m_digits.size(), out);
        m_firstHalf = 0;
        return;
    }
    if (QChar::isSurrogate(unit)) {
        putUnit(unit, out, mends);
        m_isHalfEscaped = m_firstHalf != 0;
        m_halfDigits = m_digits;
        return;
    }
    releaseFirstHalf(out, mends);
    out.put("\\u");
    putDigits(m_digits, m_digits.size(), out);
}

bool JsonStringMender::join(char16_t unit, Utf8Sink& out)
{
    if (m_firstHalf == 0 || !QChar::isLowSurrogate(unit))
        return false;
    out.putCharacter(QChar::surrogateToUcs4(m_firstHalf, unit));
    m_firstHalf = 0;
    return true;
}

void JsonStringMender::releaseFirstHalf(Utf8Sink& out, JsonMends& mends)
{
    if (m_firstHalf == 0)
        return;
    m_firstHalf = 0;
    mends.add(JsonMend::BrokenCharacter);
    out.putCharacter(QChar::ReplacementCharacter);
}

void JsonStringMender::putUnit(char16_t unit, Utf8Sink& out, JsonMends& mends)
{
    if (join(unit, out))
        return;
    releaseFirstHalf(out, mends);
    if (QChar::isHighSurrogate(unit)) {
        m_firstHalf = unit;
        m_isHalfEscaped = false;
    } else if (QChar::isLowSurrogate(unit)) {
        mends.add(JsonMend::BrokenCharacter);
        out.putCharacter(QChar::ReplacementCharacter);
    } else if (unit < firstPrintable) {
        putControlCharacter(unit, out);
    } else {
        if (unit == u'"' || unit == u'\\')
            out.put('\\');
        out.putCharacter(unit);
    }
}

void JsonStringMender::putDigits(
    const std::array<char, 4>& digits, std::size_t count, Utf8Sink& out)
{
    out.put(QByteArrayView(digits.data(), qsizetype(count)));
}

} // namespace roadloom
