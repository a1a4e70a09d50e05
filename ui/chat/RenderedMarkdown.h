// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Accents.h"

class QPalette;
class QString;
class QTextBlock;
class QTextDocument;

namespace roadloom {

class CodeFormats;

inline constexpr double paragraphGap = spacingUnit; ///< between the paragraphs of words

struct RenderedLook {
    const QPalette& palette;
    const CodeFormats& code;
    int headerHeight = 0; ///< of what stands above code
};

/// Fills the document, in its font, with what Qt's Markdown reader makes of finished words, and
/// gives it the look of the rest: whatever simpleMarkdown() does not read.
void renderMarkdown(QTextDocument& document, const QString& markdown, const RenderedLook& look);

/// At least so much: what Qt's Markdown reader makes may have more, or none.
void setMarginAbove(const QTextBlock& block, double margin);

} // namespace roadloom
