// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

/// Small pieces of Markdown (CommonMark), both ways: texts that must not become markup, and what is
/// kept for a later reading without being shown.
namespace roadloom {

/// One line of text, with every character escaped that could begin markup inside a line.
[[nodiscard]] QString escapedMarkdown(QStringView text);
/// A text that stands at a line's beginning, where more characters begin markup: lists, rules, and
/// what makes a heading of the line above.
[[nodiscard]] QString escapedMarkdownLine(QStringView text);
/// The same escaped texts as a list, whose commas can be told from those inside the texts.
[[nodiscard]] QString escapedMarkdownList(const QStringList& texts);

/// What the three above wrote, or others have: backslashes before punctuation go.
[[nodiscard]] QString unescapedMarkdown(QStringView text);
/// The texts of a list, at commas without a backslash.
[[nodiscard]] QStringList unescapedMarkdownList(QStringView text);

/// Facts that stand in a comment: lists of texts by the facts' names.
using HiddenFacts = QHash<QString, QStringList>;

/// A fact: its name, and the texts it consists of, which may hold anything.
struct HiddenFact {
    QString name;
    QStringList texts;
};
/// An HTML comment, `<!-- name=text,text name=text -->`, whose texts are percent-encoded.
[[nodiscard]] QString hiddenFacts(const QList<HiddenFact>& facts);
/// Takes the comment at the end of a line off it; its facts, if it has some.
[[nodiscard]] HiddenFacts takeHiddenFacts(QString& line);

} // namespace roadloom
