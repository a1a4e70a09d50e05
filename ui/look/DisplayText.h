// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

/// Words from a model, a file or a server, made safe to show. They are never markup here: whoever
/// shows them sets Qt::PlainText, or escapes them.
namespace roadloom {

/// plainText(), and also harmless inside a QTextDocument: its own marks, marks of direction and
/// halves of a surrogate pair become U+FFFD, Unicode's line separators '\n'. Joiners of scripts and
/// emoji stay. Linear; a text with nothing to change comes back shared.
[[nodiscard]] QString displayText(const QString& text);

/// displayText() of at most `most` characters; what exceeds them is cut, with an ellipsis. Looks at
/// the beginning only, so a huge text costs nothing.
[[nodiscard]] QString displayExcerpt(const QString& text, qsizetype most);

/// displayText() on one line: runs of white space become one blank, and what exceeds maxCharacters
/// is cut, with an ellipsis.
[[nodiscard]] QString displayLine(const QString& text, qsizetype maxCharacters = 300);

} // namespace roadloom
