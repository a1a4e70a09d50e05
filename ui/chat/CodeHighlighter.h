// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace roadloom {

/// What a piece of code is; the numbers are kept in documents.
enum class CodeToken { Plain, Keyword, String, Number, Comment, Name };

struct CodeSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    CodeToken token = CodeToken::Plain;

    bool operator==(const CodeSpan&) const = default;
};

struct CodeLanguage;

/// Tells the tokens of code apart, line by line, from a table of what languages look like: enough
/// to read by, not to compile by. Comments and strings are carried over line ends. Linear, whatever
/// the line; a language that it does not know has no tokens.
class CodeHighlighter {
public:
    /// `language` as it stands after a fence: "py", "JavaScript", "c++ title=x".
    explicit CodeHighlighter(QStringView language = {});

    /// What people call the language; as it stands after the fence if it is not known.
    [[nodiscard]] QString languageName() const { return m_name; }
    /// The tokens of the next line, in order; what is between them is plain.
    [[nodiscard]] QList<CodeSpan> takeLine(QStringView line);

private:
    enum class Open { Nothing, Comment, String, Tag };

    void takeOpen(QStringView line);
    void takeTag(QStringView line);
    bool takeComment(QStringView line);
    bool takeString(QStringView line);
    void takeStringUpTo(QStringView line, QStringView end, bool goesOn);
    void takeWord(QStringView line);
    void takeNumber(QStringView line);
    void add(qsizetype start, CodeToken token);

    const CodeLanguage* m_language = nullptr;
    QString m_name;
    Open m_open = Open::Nothing;
    QString m_stringEnd; ///< of the open string
    qsizetype m_at = 0; ///< in the line
    QList<CodeSpan> m_spans; ///< of the line
};

} // namespace roadloom
