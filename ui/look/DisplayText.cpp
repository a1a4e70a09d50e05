// SPDX-License-Identifier: Apache-2.0
#include "ui/look/DisplayText.h"

#include "core/base/PlainText.h"

#include <algorithm>

namespace roadloom {

namespace {

bool isLineSeparator(QChar character)
{
    return character == QChar::LineSeparator || character == QChar::ParagraphSeparator;
}

/// U+FDD0 and U+FDD1 are QTextDocument's own frame marks, U+FFFC stands for an object in it, and
/// the marks of direction reorder their neighbours.
bool isHarmful(QChar character)
{
    const char16_t unit = character.unicode();
    return (unit >= 0xFDD0 && unit <= 0xFDEF) || unit == 0xFFFC || unit >= 0xFFFE || unit == 0x200E
        || unit == 0x200F || unit == 0x061C;
}

bool isPlain(QChar character)
{
    return !character.isSurrogate() && !isUnsafeCharacter(character.unicode())
        && !isLineSeparator(character) && !isHarmful(character);
}

bool isHalfOfPair(const QString& text, qsizetype at)
{
    const bool low = text[at].isLowSurrogate();
    const qsizetype other = low ? at - 1 : at + 1;
    return other >= 0 && other < text.size()
        && (low ? text[other].isHighSurrogate() : text[other].isLowSurrogate());
}

} // namespace

QString displayText(const QString& text)
{
    if (std::ranges::all_of(text, isPlain))
        return text;
    QString shown = plainText(text);
    for (qsizetype at = 0; at < shown.size(); ++at) {
        const QChar character = shown.at(at);
        if (isLineSeparator(character))
            shown[at] = u'\n';
        else if (isHarmful(character) || (character.isSurrogate() && !isHalfOfPair(shown, at)))
            shown[at] = QChar::ReplacementCharacter;
    }
    return shown;
}

QString displayExcerpt(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return displayText(text);
    QString excerpt = text.left(most);
    if (!excerpt.isEmpty() && excerpt.back().isHighSurrogate())
        excerpt.chop(1);
    return displayText(excerpt) + u'…';
}

QString displayLine(const QString& text, qsizetype maxCharacters)
{
    // Four times as much is looked at as is shown, so that a megabyte of a name costs nothing.
    QString line = displayText(text.left(maxCharacters * 4)).simplified();
    if (line.size() <= maxCharacters)
        return line;
    line.truncate(maxCharacters - 1);
    if (line.back().isHighSurrogate())
        line.chop(1);
    return line + u'…';
}

} // namespace roadloom
