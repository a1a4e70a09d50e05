// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/SearchText.h"

#include <algorithm>

namespace roadloom {

namespace {

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar character) { return character.unicode() < 0x80; });
}

bool isLetters(QStringView word)
{
    return std::ranges::all_of(
        word, [](QChar character) { return character >= u'a' && character <= u'z'; });
}

/// Folded character by character, so that it is known where each comes from.
struct Traced {
    QString text;
    QList<qsizetype> origins; ///< of each character, and at the end the length
};

Traced traced(const QString& text)
{
    Traced result;
    for (qsizetype i = 0; i < text.size();) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
        const QString piece = folded(text.mid(i, isPair ? 2 : 1));
        result.text += piece;
        result.origins.resize(result.text.size(), i);
        i += isPair ? 2 : 1;
    }
    result.origins.append(text.size());
    return result;
}

using Characters = QList<SpokenCharacter>;

/// To the next one.
bool isJoined(const Characters& characters, qsizetype at)
{
    return at + 1 < characters.size() && characters[at + 1].place == characters[at].place + 1;
}

/// Behind the characters from the first on that begin with these letters, one each; the first if
/// they do not.
qsizetype initialsEnd(const Characters& characters, qsizetype first, QStringView letters)
{
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const bool isThere = i == 0 || isJoined(characters, first + i - 1);
        if (!isThere || (characters[first + i].initials & letterBit(letters[i])) == 0)
            return first;
    }
    return first + letters.size();
}

/// The same for characters that are read like these letters, the last one perhaps only begun.
qsizetype readingsEnd(const Characters& characters, qsizetype first, QStringView letters)
{
    for (const QString& reading : characters[first].readings) {
        if (reading.startsWith(letters))
            return first + 1;
        if (!letters.startsWith(reading) || !isJoined(characters, first))
            continue;
        const qsizetype next = first + 1;
        if (const qsizetype end = readingsEnd(characters, next, letters.sliced(reading.size()));
            end > next)
            return end;
    }
    return first;
}

} // namespace

QString folded(const QString& text)
{
    if (isAscii(text))
        return text.toLower();
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

QString withoutTones(const QString& pinyin)
{
    constexpr char16_t twoDots = 0x308;
    QString plain;
    const QString apart = pinyin.normalized(QString::NormalizationForm_D);
    for (const QChar character : apart) {
        if (character == twoDots && plain.endsWith(u'u'))
            plain.back() = u'v';
        else if (character.category() != QChar::Mark_NonSpacing)
            plain += character;
    }
    return plain;
}

TextRange Pinyin::find(const QString& letters) const
{
    for (const auto how : { &initialsEnd, &readingsEnd }) {
        for (qsizetype first = 0; first < characters.size(); ++first) {
            if ((characters[first].initials & letterBit(letters.front())) == 0)
                continue; // nearly all of them
            if (const qsizetype end = how(characters, first, letters); end > first) {
                const qsizetype begin = characters[first].place;
                return { .start = begin, .length = characters[end - 1].place + 1 - begin };
            }
        }
    }
    return {};
}

SearchWords::SearchWords(const QString& typed)
{
    const QStringList words = folded(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const QString sound = withoutTones(word);
        const bool isSound = !sound.isEmpty() && isLetters(sound);
        m_words.append({ .text = word, .sound = isSound ? sound : QString() });
        m_hasLetters = m_hasLetters || isSound;
    }
}

QList<TextRange> SearchWords::rangesIn(const QString& text, const Pinyin* sound) const
{
    const Traced source = traced(text);
    QList<TextRange> found;
    for (const Word& word : m_words) {
        TextRange range;
        if (const qsizetype at = source.text.indexOf(word.text); at >= 0) {
            range.start = source.origins[at];
            range.length
                = std::max<qsizetype>(1, source.origins[at + word.text.size()] - range.start);
        } else if (sound != nullptr && !word.sound.isEmpty()) {
            range = sound->find(word.sound);
        }
        if (range.length > 0)
            found.append(range);
    }
    std::ranges::sort(found, {}, &TextRange::start);
    QList<TextRange> apart;
    for (const TextRange& range : std::as_const(found)) {
        if (apart.isEmpty() || apart.constLast().start + apart.constLast().length < range.start) {
            apart.append(range);
        } else {
            TextRange& last = apart.last();
            last.length = std::max(last.length, range.start + range.length - last.start);
        }
    }
    return apart;
}

} // namespace roadloom
