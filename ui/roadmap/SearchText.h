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

/// Pinyin as it is typed without tones, "v" for "ü": of "lǜ" it is "lv". Lower case in, lower case
/// out.
[[nodiscard]] QString withoutTones(const QString& pinyin);

/// A Chinese character of a text.
struct SpokenCharacter {
    qsizetype place = 0; ///< in the text
    QStringList readings; ///< without tones
    quint32 initials = 0; ///< the first letters of these, a bit each

    bool operator==(const SpokenCharacter&) const = default;
};

/// How the Chinese characters of a text may sound: 变量 is "bianliang" and, by its initials, "bl".
struct Pinyin {
    QList<SpokenCharacter> characters;

    [[nodiscard]] bool isEmpty() const { return characters.isEmpty(); }
    /// Where in the text it may sound, or begin, like these letters, from a character on; of length
    /// 0 if it does not. Characters between which others stand do not count as one word.
    [[nodiscard]] TextRange find(const QString& letters) const;

    bool operator==(const Pinyin&) const = default;
};

/// From the letter a on; 0 for what is no letter.
[[nodiscard]] constexpr quint32 letterBit(QChar letter)
{
    return letter >= u'a' && letter <= u'z' ? 1U << (letter.unicode() - u'a') : 0U;
}

/// What somebody looks for: words, all of which must be there.
class SearchWords {
public:
    struct Word {
        QString text; ///< folded
        QString sound; ///< empty if it can be no pinyin

        bool operator==(const Word&) const = default;
    };

    SearchWords() = default;
    explicit SearchWords(const QString& typed);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// One of them might be the sound of something.
    [[nodiscard]] bool hasLetters() const { return m_hasLetters; }
    [[nodiscard]] const QList<Word>& words() const { return m_words; }

    /// Where a text has any of them, in order, none touching another.
    [[nodiscard]] QList<TextRange> rangesIn(const QString& text, const Pinyin* sound) const;

    bool operator==(const SearchWords&) const = default;

private:
    QList<Word> m_words;
    bool m_hasLetters = false;
};

} // namespace roadloom
