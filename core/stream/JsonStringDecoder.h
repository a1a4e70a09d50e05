// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace roadloom {

/// Decodes the inside of one JSON string while it streams. Any split of the input yields the same
/// text, which never holds half a character: a first half of a surrogate pair, raw or escaped,
/// waits for its second; a half without the other is U+FFFD. Lenient where a model is: raw control
/// characters stay what they are, of an unknown escape the character behind the backslash stays,
/// and an escape of hexadecimal digits that are none is U+FFFD. Linear.
class JsonStringDecoder {
public:
    /// Appends to `out` what the next piece tells. Returns how many characters it took: all, unless
    /// the string ends before that, of which the closing quotation mark was the last.
    qsizetype take(QStringView text, QString& out);
    /// The text was cut inside the string: U+FFFD for half a character, nothing for half an escape.
    void finish(QString& out);

    [[nodiscard]] bool isComplete() const { return m_state == State::Complete; }

private:
    enum class State { Plain, Backslash, Hex, Complete };

    void takeEscape(QChar character, QString& out);
    qsizetype takeHexDigit(QChar character, QString& out);
    void add(QChar unit, QString& out);

    State m_state = State::Plain;
    QChar m_firstHalf; ///< a high surrogate that waits for its other half, or null
    char16_t m_code = 0; ///< of the hexadecimal digits so far
    int m_digits = 0;
};

} // namespace roadloom
