// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace roadloom {

/// Finds where a JSON object or array ends in streamed text, without parsing it: where the bracket
/// that opened it is balanced. Brackets and quotes within strings do not count. Only the opening
/// kind of bracket is counted, so that a model's forgotten ']' does not swallow what follows.
class JsonExtent {
public:
    JsonExtent() = default;
    /// `open` is '{' or '['; it is expected as the first character of the text.
    explicit JsonExtent(QChar open);

    /// How many characters at the front of text belong to the JSON: all, unless it ends there or
    /// the stop character stands outside a string.
    qsizetype take(QStringView text, QChar stop);
    /// The same for UTF-8, without a stop character.
    qsizetype take(QByteArrayView text);

    [[nodiscard]] bool isComplete() const { return m_isComplete; }

private:
    bool takeBlock(const char16_t* units, QChar stop);
    void takeOne(QChar character);

    QChar m_open = u'{';
    QChar m_close = u'}';
    qsizetype m_depth = 0;
    bool m_isInString = false;
    bool m_isEscaped = false;
    bool m_isComplete = false;
};

} // namespace roadloom
