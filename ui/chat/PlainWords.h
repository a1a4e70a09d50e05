// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

#include <utility>

namespace roadloom {

/// Markdown as it is read out or pasted as plain text: without the marks of emphasis, headings,
/// code, links and quotations; list signs, numbers and tables stay. About what the rendered words
/// say, not always to the character. Linear.
[[nodiscard]] QString plainWords(QStringView markdown);

/// A line of Markdown that begins or ends code.
[[nodiscard]] bool isFence(QStringView line);

/// How far it was read.
struct PlainWordsPlace {
    qsizetype at = 0;
    bool isInCode = false;
};

/// plainWords() a piece at a time.
class PlainWordsReader {
public:
    explicit PlainWordsReader(QString markdown)
        : m_markdown(std::move(markdown))
    {
    }

    /// The next lines, together about so many characters. Of a line that is far longer, a part up
    /// to a blank, if there is one.
    [[nodiscard]] QString take(qsizetype about);
    [[nodiscard]] bool isAtEnd() const { return m_place.at >= m_markdown.size(); }

private:
    QString m_markdown;
    PlainWordsPlace m_place;
};

} // namespace roadloom
