// SPDX-License-Identifier: Apache-2.0
#include "core/base/PlainText.h"

#include <algorithm>

namespace roadloom {

namespace {

bool isVisible(char32_t character)
{
    switch (character) {
    case U'\u115F': // Hangul and braille characters that stand for an empty place
    case U'\u1160':
    case U'\u2800':
    case U'\u3164':
    case U'\uFFA0':
        return false;
    default:
        break;
    }
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
        return false;
    default:
        return true;
    }
}

} // namespace

bool isUnsafeCharacter(char32_t character)
{
    if (character == U'\n' || character == U'\t')
        return false;
    const bool bidiControl = (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
    return bidiControl || QChar::category(character) == QChar::Other_Control;
}

QString plainText(QStringView text)
{
    // All unsafe characters are in the basic plane, so code units can be looked at one by one.
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (!isUnsafeCharacter(character.unicode()))
            plain += character;
        else if (character == u'\r' && (i + 1 == text.size() || text[i + 1] != u'\n'))
            plain += u'\n';
    }
    return plain;
}

QString plainLine(QStringView text)
{
    return plainText(text).simplified();
}

QString shortLine(QStringView text, qsizetype most)
{
    const qsizetype mostRead = 4 * most; // what is removed and folded makes room
    QString line = plainLine(text.left(mostRead));
    const bool isCut = text.size() > mostRead || line.size() > most;
    line.truncate(most);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return isCut ? QString(line.trimmed() + u'…') : line;
}

qsizetype characterCount(QStringView text)
{
    return text.size()
        - std::ranges::count_if(text, [](QChar unit) { return unit.isLowSurrogate(); });
}

bool hasVisibleCharacter(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            character = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (isVisible(character))
            return true;
    }
    return false;
}

} // namespace roadloom
