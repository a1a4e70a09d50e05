// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// How texts go into an index of SQLite's FTS5, and how it is asked. Its tokenizers take a run of
/// Chinese for one word, or find no word of two characters: here such a run goes in as overlapping
/// pairs, "学习路线" as "学习 习路 路线 线", so that words of any length are found. Japanese and
/// Korean are treated the same. Case and the width of characters do not count.
namespace roadloom::searchText {

/// The name of the tokenizer, with options, that the index must have.
inline constexpr auto tokenizer = "unicode61 tokenchars '+#'";

/// As much as is looked for, in UTF-16 code units.
inline constexpr qsizetype mostTyped = 200;

/// The text as it goes into the index.
[[nodiscard]] QString indexed(QStringView text);

/// What the index is asked for what was typed: all words of it, each of which may be the beginning
/// of one, and Chinese anywhere. Empty if there is nothing to look for. Of a long text only the
/// beginning counts.
[[nodiscard]] QString expressionFor(QStringView typed);

} // namespace roadloom::searchText
