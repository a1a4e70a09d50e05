// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace roadloom {

/// Texts of models, servers and files made harmless to show: without control characters (terminal
/// escape sequences among them) and without the bidirectional controls that make a text read as
/// something it is not. What is left is still no markup: show it as plain text.
///
/// Keeps line breaks (as '\n') and tabs.
[[nodiscard]] QString plainText(QStringView text);

/// The same on one line: line breaks, tabs and runs of blanks become one blank, ends are trimmed.
[[nodiscard]] QString plainLine(QStringView text);

/// plainLine() of at most `most` characters (UTF-16 units, none cut in half); an ellipsis behind it
/// says that there was more. Looks at the beginning only, so a huge text costs nothing.
[[nodiscard]] QString shortLine(QStringView text, qsizetype most);

/// Characters as people and other programs count them: code points, not UTF-16 units.
[[nodiscard]] qsizetype characterCount(QStringView text);

/// True for a character that plainText() removes.
[[nodiscard]] bool isUnsafeCharacter(char32_t character);

/// Whether a reader sees anything at all of the text: false for blanks, control, formatting and
/// combining characters alone, and for the letters that are made to look like nothing.
[[nodiscard]] bool hasVisibleCharacter(QStringView text);

} // namespace roadloom
