// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/CodeHighlighter.h"

#include <QTextBlock>
#include <QTextCharFormat>

#include <array>
#include <optional>

class QPalette;
class QTextCursor;

/// How lines of code stand in a document: each a block, marked so that they are found again, and
/// each token marked so that its colour can follow the palette.
namespace roadloom {

/// Between code and the edges of the area it stands on, which whoever shows the document paints.
inline constexpr int codePadding = 12;

/// Of the area that code stands on.
[[nodiscard]] QColor codeFill(const QPalette& palette);

/// Formats of the tokens in the palette's colours, at least 4.5:1 on codeFill(), in high contrast
/// 7:1.
class CodeFormats {
public:
    explicit CodeFormats(const QPalette& palette);
    [[nodiscard]] const QTextCharFormat& of(CodeToken token) const;

private:
    std::array<QTextCharFormat, 6> m_formats;
};

/// The token that a format marks; none for what is no line of code.
[[nodiscard]] std::optional<CodeToken> codeTokenOf(const QTextFormat& format);

enum class CodeLine {
    First, ///< of a fence; a header goes above it
    Next,
    GoesOn, ///< the line above is the same line of code
};
[[nodiscard]] QTextBlockFormat codeLineFormat(CodeLine line, int headerHeight);

[[nodiscard]] bool isCodeLine(const QTextBlockFormat& format);
[[nodiscard]] bool isCodeLine(const QTextBlock& block);
[[nodiscard]] bool beginsCode(const QTextBlock& block);
/// All lines of the fence that begins here.
[[nodiscard]] QString codeFrom(QTextBlock block);

/// Inserts a line at the cursor, with the tokens that the highlighter finds.
void insertCodeLine(QTextCursor& cursor, const QString& line, CodeHighlighter& highlighter,
    const CodeFormats& formats);
/// Gives fences that Qt's Markdown reader made the same look.
void adoptCode(QTextDocument& document, const CodeFormats& formats, int headerHeight);
/// The language of code that adoptCode() found.
[[nodiscard]] QString codeLanguageOf(const QTextBlock& block);

} // namespace roadloom
