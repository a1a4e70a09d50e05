// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// SHA-256 of a certificate, 32 bytes, as people compare it.
namespace roadloom {

/// "AB:CD:…", two digits a byte.
[[nodiscard]] inline QString shownFingerprint(QByteArrayView fingerprint)
{
    return QString::fromLatin1(fingerprint.toByteArray().toHex(':').toUpper());
}

/// Such a text, in either case, with or without colons and blanks. Nothing: it is none.
[[nodiscard]] inline std::optional<QByteArray> readFingerprint(QStringView text)
{
    constexpr qsizetype size = 32;
    constexpr qsizetype mostCharacters = 200;
    if (text.size() > mostCharacters)
        return std::nullopt;
    QByteArray digits;
    for (const QChar c : text) {
        const bool isDigit
            = (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
        if (isDigit)
            digits.append(c.toLatin1());
        else if (c != u':' && !c.isSpace())
            return std::nullopt;
    }
    if (digits.size() != 2 * size)
        return std::nullopt;
    return QByteArray::fromHex(digits);
}

} // namespace roadloom
