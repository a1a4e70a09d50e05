// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPoint;
class QTextEdit;

namespace roadloom {

/// What the mouse selects in a text: one click begins with a place between characters, two take the
/// word, three the paragraph.
enum class TextUnit { Place, Word, Paragraph };

struct TextSpan {
    int begin = 0; ///< in the document
    int end = 0;
};

/// The unit at a place of the viewport.
[[nodiscard]] TextSpan unitAt(const QTextEdit& view, const QPoint& position, TextUnit unit);

} // namespace roadloom
