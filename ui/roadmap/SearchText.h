// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace roadloom {

/// A stretch of a text.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextRange&) const = default;
};

/// A text as it is searched: without case, and without the width of its characters.
[[nodiscard]] QString folded(const QString& text);

/// How the Chinese characters of a text sound, without tones: 变量 is "bianliang" and, by its
/// initials, "bl".
struct Pinyin {
    QString letters;
    QString initials;
    QList<qsizetype> syllables; ///< where in the letters each begins
    QList<qsizetype> places; ///< where in the text the character of each syllable stands

    [[nodiscard]] bool isEmpty() const { return syllables.isEmpty(); }
    /// Where in the text it sounds, or begins, like these letters, from a syllable's begin on; of
    /// length 0 if it does not. Characters between which others stand do not count as one word.
    [[nodiscard]] TextRange find(const QString& word) const;

    bool operator==(const Pinyin&) const = default;
};

/// What somebody looks for: words, all of which must be there.
class SearchWords {
public:
    SearchWords() = default;
    explicit SearchWords(const QString& typed);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// One of them might be the sound of something.
    [[nodiscard]] bool hasLetters() const { return m_hasLetters; }
    [[nodiscard]] const QStringList& words() const { return m_words; }

    /// Where a text has any of them, in order, none touching another.
    [[nodiscard]] QList<TextRange> rangesIn(const QString& text, const Pinyin* sound) const;

    bool operator==(const SearchWords&) const = default;

private:
    QStringList m_words; ///< folded
    bool m_hasLetters = false;
};

} // namespace roadloom
