// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/JsonMends.h"
#include "core/stream/Utf8Sink.h"

#include <QStringView>

#include <array>

namespace roadloom {

/// Mends the inside of one JSON string while it streams: UTF-16 in, what stands between the
/// quotation marks of strict JSON out, as UTF-8. Holds back at most an escape and half a character.
///
/// Of an escape that JSON does not know, the backslash is kept where a letter or digit follows
/// (`\d` is more likely a pattern or a path than a slip) and else dropped (`\'`, `\_`); `\x41` is
/// the character. Halves of surrogate pairs are joined, raw or escaped; one without the other is
/// U+FFFD.
class JsonStringMender {
public:
    /// The next string, opened by one of `" ' “ ” ‘ ’`. Without this it is `"`.
    void begin(char16_t quote) { m_quote = quote; }

    /// Returns how many characters it took: all, or those before a mark that may end the string.
    qsizetype take(QStringView text, Utf8Sink& out, JsonMends& mends);
    /// The mark that take() stopped at, or a character behind it, is a part of the text after all.
    void takeCharacter(char16_t unit, Utf8Sink& out, JsonMends& mends);
    /// Half an escape is dropped.
    void finish(Utf8Sink& out, JsonMends& mends);

    /// Whether it may end the string.
    [[nodiscard]] bool isQuote(char16_t unit) const;

private:
    enum class State { Plain, Backslash, Hex };

    void takeEscape(char16_t unit, Utf8Sink& out, JsonMends& mends);
    bool takeHexDigit(char16_t unit, Utf8Sink& out, JsonMends& mends);
    void takeEscapedUnit(char16_t unit, Utf8Sink& out, JsonMends& mends);
    bool join(char16_t unit, Utf8Sink& out);
    void releaseFirstHalf(Utf8Sink& out, JsonMends& mends);
    void putUnit(char16_t unit, Utf8Sink& out, JsonMends& mends);
    void putDigits(const std::array<char, 4>& digits, std::size_t count, Utf8Sink& out);

    char16_t m_quote = u'"';
    State m_state = State::Plain;
    char16_t m_firstHalf = 0; ///< a high surrogate that waits for its other half
    bool m_isHalfEscaped = false; ///< m_halfDigits are its digits then
    bool m_isByteEscape = false; ///< \x41
    std::array<char, 4> m_halfDigits {};
    std::array<char, 4> m_digits {}; ///< of the escape so far, as written
    std::size_t m_digitCount = 0;
    char16_t m_code = 0;
};

} // namespace roadloom
