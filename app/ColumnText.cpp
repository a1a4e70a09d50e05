// SPDX-License-Identifier: Apache-2.0
#include "app/ColumnText.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <string>

namespace roadloom {

namespace {

struct CharacterRange {
    char32_t first;
    char32_t last;
};

// What the Unicode property East_Asian_Width calls wide or full-width, in large strokes.
constexpr CharacterRange wideRanges[] = {
    { 0x1100, 0x115f },
    { 0x2e80, 0x303e },
    { 0x3041, 0xa4cf },
    { 0xac00, 0xd7a3 },
    { 0xf900, 0xfaff },
    { 0xfe30, 0xfe6f },
    { 0xff00, 0xff60 },
    { 0xffe0, 0xffe6 },
    { 0x1f300, 0x1f6ff },
    { 0x1f900, 0x1f9ff },
    { 0x20000, 0x3fffd },
};

int columnsOf(char32_t character)
{
    const auto category = QChar::category(character);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Other_Format)
        return 0;
    const bool isWide = std::ranges::any_of(wideRanges, [character](const CharacterRange& range) {
        return range.first <= character && character <= range.last;
    });
    return isWide ? 2 : 1;
}

} // namespace

int columnsOf(const QString& text)
{
    int columns = 0;
    for (const uint character : text.toUcs4())
        columns += columnsOf(char32_t(character));
    return columns;
}

QString elidedToColumns(const QString& text, int columns)
{
    if (columnsOf(text) <= columns)
        return text;
    constexpr char32_t ellipsis = 0x2026;
    std::u32string kept;
    int left = columns - 1;
    for (const uint character : text.toUcs4()) {
        left -= columnsOf(char32_t(character));
        if (left < 0)
            break;
        kept.push_back(char32_t(character));
    }
    if (columns > 0)
        kept.push_back(ellipsis);
    return QString::fromStdU32String(kept);
}

QString paddedToColumns(const QString& text, int columns)
{
    return text + QString(std::max(0, columns - columnsOf(text)), u' ');
}

} // namespace roadloom
