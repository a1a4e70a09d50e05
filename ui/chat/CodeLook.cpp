// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/CodeLook.h"

#include "ui/look/Accents.h"

#include <QFontDatabase>
#include <QPalette>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>

namespace roadloom {

namespace {

constexpr int tokenProperty = QTextFormat::UserProperty + 1;
constexpr int lineProperty = QTextFormat::UserProperty + 2;

QColor hueOf(const QPalette& palette, CodeToken token)
{
    switch (token) {
    case CodeToken::Keyword:
        return QColor::fromHsl(285, 130, 105);
    case CodeToken::String:
        return QColor::fromHsl(130, 140, 75);
    case CodeToken::Number:
        return QColor::fromHsl(22, 200, 95);
    case CodeToken::Comment:
        return mutedText(palette);
    case CodeToken::Name:
        return QColor::fromHsl(212, 180, 100);
    case CodeToken::Plain:
        break;
    }
    return palette.color(QPalette::Text);
}

/// Code of a fence within a list is marked by Qt's Markdown reader only.
bool isForeignCodeLine(const QTextBlockFormat& format)
{
    return !isCodeLine(format)
        && (format.hasProperty(QTextFormat::BlockCodeFence)
            || format.hasProperty(QTextFormat::BlockCodeLanguage));
}

void adoptLine(const QTextBlock& block, CodeLine line, CodeHighlighter& highlighter,
    const CodeFormats& formats, int headerHeight)
{
    // Else it would be an item of its list, with a number.
    if (QTextList* const list = block.textList())
        list->remove(block);
    QTextCursor cursor(block);
    cursor.mergeBlockFormat(codeLineFormat(line, headerHeight));
    const QString text = block.text();
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    insertCodeLine(cursor, text, highlighter, formats);
}

} // namespace

QColor codeFill(const QPalette& palette)
{
    constexpr float share = 0.055F;
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const auto mixed = [](float a, float b) { return a * (1 - share) + b * share; };
    return QColor::fromRgbF(mixed(base.redF(), text.redF()), mixed(base.greenF(), text.greenF()),
        mixed(base.blueF(), text.blueF()));
}

CodeFormats::CodeFormats(const QPalette& palette)
{
    const QColor fill = codeFill(palette);
    const QStringList families = QFontDatabase::systemFont(QFontDatabase::FixedFont).families();
    for (size_t i = 0; i < m_formats.size(); ++i) {
        QTextCharFormat& format = m_formats.at(i);
        format.setFontFamilies(families);
        format.setFontFixedPitch(true);
        format.setProperty(tokenProperty, int(i));
        format.setForeground(
            readable(hueOf(palette, CodeToken(i)), fill, isHighContrast(palette) ? 7.0 : 4.5));
    }
}

const QTextCharFormat& CodeFormats::of(CodeToken token) const
{
    return m_formats.at(size_t(token));
}

std::optional<CodeToken> codeTokenOf(const QTextFormat& format)
{
    if (!format.hasProperty(tokenProperty))
        return std::nullopt;
    return CodeToken(format.intProperty(tokenProperty));
}

QTextBlockFormat codeLineFormat(CodeLine line, int headerHeight)
{
    QTextBlockFormat format;
    format.setProperty(lineProperty, int(line));
    format.setLeftMargin(codePadding);
    format.setRightMargin(codePadding);
    format.setTopMargin(line == CodeLine::First ? headerHeight : 0);
    format.setBottomMargin(0);
    return format;
}

bool isCodeLine(const QTextBlockFormat& format)
{
    return format.hasProperty(lineProperty);
}

bool isCodeLine(const QTextBlock& block)
{
    return isCodeLine(block.blockFormat());
}

bool beginsCode(const QTextBlock& block)
{
    const QTextBlockFormat format = block.blockFormat();
    return isCodeLine(format) && CodeLine(format.intProperty(lineProperty)) == CodeLine::First;
}

QString codeFrom(QTextBlock block)
{
    QString code = block.text();
    for (block = block.next(); block.isValid() && isCodeLine(block) && !beginsCode(block);
         block = block.next()) {
        if (CodeLine(block.blockFormat().intProperty(lineProperty)) != CodeLine::GoesOn)
            code += u'\n';
        code += block.text();
    }
    return code;
}

void insertCodeLine(QTextCursor& cursor, const QString& line, CodeHighlighter& highlighter,
    const CodeFormats& formats)
{
    qsizetype at = 0;
    const auto insertUpTo = [&](qsizetype end, CodeToken token) {
        if (end > at)
            cursor.insertText(line.sliced(at, end - at), formats.of(token));
        at = end;
    };
    for (const CodeSpan& span : highlighter.takeLine(line)) {
        insertUpTo(span.start, CodeToken::Plain);
        insertUpTo(span.start + span.length, span.token);
    }
    insertUpTo(line.size(), CodeToken::Plain);
}

void adoptCode(QTextDocument& document, const CodeFormats& formats, int headerHeight)
{
    CodeHighlighter highlighter;
    bool isInCode = false;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const bool isCode = isForeignCodeLine(block.blockFormat());
        if (isCode && !isInCode)
            highlighter = CodeHighlighter(codeLanguageOf(block));
        if (isCode)
            adoptLine(block, isInCode ? CodeLine::Next : CodeLine::First, highlighter, formats,
                headerHeight);
        isInCode = isCode;
    }
}

QString codeLanguageOf(const QTextBlock& block)
{
    return block.blockFormat().stringProperty(QTextFormat::BlockCodeLanguage);
}

} // namespace roadloom
