// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonStringDecoder.h"

#include <optional>

namespace roadloom {

namespace {

constexpr int escapeDigits = 4;

std::optional<char16_t> hexValue(QChar character)
{
    const char16_t unit = character.unicode();
    if (unit >= u'0' && unit <= u'9')
        return char16_t(unit - u'0');
    const char16_t lower = unit | 0x20;
    if (lower >= u'a' && lower <= u'f')
        return char16_t(lower - u'a' + 10);
    return std::nullopt;
}

QChar escaped(QChar character)
{
    switch (character.unicode()) {
    case u'n':
        return u'\n';
    case u't':
        return u'\t';
    case u'r':
        return u'\r';
    case u'b':
        return u'\b';
    case u'f':
        return u'\f';
    default:
        return character;
    }
}

} // namespace

qsizetype JsonStringDecoder::take(QStringView text, QString& out)
{
    qsizetype taken = 0;
    while (taken < text.size() && !isComplete()) {
        const QChar character = text[taken];
        if (m_state == State::Hex) {
            taken += takeHexDigit(character, out);
            continue;
        }
        ++taken;
        if (m_state == State::Backslash)
            takeEscape(character, out);
        else if (character == u'\\')
            m_state = State::Backslash;
        else if (character == u'"')
            m_state = State::Complete;
        else
            add(character, out);
    }
    if (isComplete())
        finish(out);
    return taken;
}

void JsonStringDecoder::finish(QString& out)
{
    if (!m_firstHalf.isNull())
        out += QChar(QChar::ReplacementCharacter);
    m_firstHalf = {};
}

void JsonStringDecoder::takeEscape(QChar character, QString& out)
{
    if (character == u'u') {
        m_state = State::Hex;
        m_code = 0;
        m_digits = 0;
        return;
    }
    m_state = State::Plain;
    add(escaped(character), out);
}

/// A character that is no digit has yet to be taken.
qsizetype JsonStringDecoder::takeHexDigit(QChar character, QString& out)
{
    const auto digit = hexValue(character);
    if (!digit) {
        m_state = State::Plain;
        add(QChar::ReplacementCharacter, out);
        return 0;
    }
    m_code = char16_t(m_code << 4U | *digit);
    if (++m_digits == escapeDigits) {
        m_state = State::Plain;
        add(QChar(m_code), out);
    }
    return 1;
}

void JsonStringDecoder::add(QChar unit, QString& out)
{
    if (unit.isLowSurrogate() && !m_firstHalf.isNull()) {
        out += m_firstHalf;
        out += unit;
        m_firstHalf = {};
        return;
    }
    finish(out);
    if (unit.isHighSurrogate())
        m_firstHalf = unit;
    else
        out += unit.isLowSurrogate() ? QChar(QChar::ReplacementCharacter) : unit;
}

} // namespace roadloom
