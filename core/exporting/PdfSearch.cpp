// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/PdfSearch.h"

#include "core/base/Language.h"

#include <QGlyphRun>
#include <QHash>
#include <QRawFont>
#include <QSet>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr char16_t firstRadical = 0x2E80;
constexpr char16_t lastRadical = 0x2FDF;

QString distinctIdeographs(const QString& text)
{
    QSet<QChar> seen;
    QString distinct;
    for (const QChar character : text) {
        if (character.unicode() > lastRadical && isHan(character) && !seen.contains(character)) {
            seen.insert(character);
            distinct += character;
        }
    }
    return distinct;
}

/// The fonts in which the text is drawn, as a rule one.
QList<QRawFont> fontsOf(const QString& text, const QFont& font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QList<QRawFont> fonts;
    for (const QGlyphRun& run : layout.glyphRuns()) {
        if (!fonts.contains(run.rawFont()))
            fonts.append(run.rawFont());
    }
    return fonts;
}

/// Radicals by what they are read as.
QHash<QByteArray, QByteArray> charactersByRadical(const QString& text, const QFont& font)
{
    const auto code = [](char16_t character) -> QByteArray {
        return '<' + QByteArray::number(character, 16).toUpper().rightJustified(4, '0') + '>';
    };
    const QString ideographs = distinctIdeographs(text);
    QHash<QByteArray, QByteArray> characters;
    for (const QRawFont& raw : fontsOf(ideographs, font)) {
        QHash<quint32, char16_t> byGlyph;
        for (const QChar character : ideographs) {
            if (raw.supportsCharacter(character))
                byGlyph.insert(
                    raw.glyphIndexesForString(QString(character)).value(0), character.unicode());
        }
        for (char16_t radical = firstRadical; radical <= lastRadical; ++radical) {
            if (!raw.supportsCharacter(QChar(radical)))
                continue;
            const quint32 glyph = raw.glyphIndexesForString(QString(QChar(radical))).value(0);
            if (const auto found = byGlyph.constFind(glyph); found != byGlyph.cend())
                characters.insert(code(radical), code(*found));
        }
    }
    return characters;
}

} // namespace

QByteArray withSearchableChinese(QByteArray pdf, const QString& text, const QFont& font)
{
    QFont bold = font;
    bold.setBold(true);
    QHash<QByteArray, QByteArray> characters = charactersByRadical(text, bold);
    characters.insert(charactersByRadical(text, font));
    if (characters.isEmpty())
        return pdf;
    // These tables are not compressed, and what is replaced is as long as what replaces it, so that
    // nothing moves.
    constexpr qsizetype length = 6;
    qsizetype end = 0;
    for (qsizetype start = pdf.indexOf("begincmap"); start >= 0;
         start = pdf.indexOf("begincmap", end)) {
        end = pdf.indexOf("endcmap", start);
        if (end < 0)
            break;
        for (qsizetype at = pdf.indexOf("<2", start); at >= 0 && at < end;
             at = pdf.indexOf("<2", at + length)) {
            if (const auto found = characters.constFind(pdf.mid(at, length));
                found != characters.cend())
                pdf.replace(at, length, *found);
        }
    }
    return pdf;
}

} // namespace roadloom
