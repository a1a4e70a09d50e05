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

} // namespace

QString folded(const QString& text)
{
    if (isAscii(text))
        return text.toLower();
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

TextRange Pinyin::find(const QString& word) const
{
    const auto rangeOf = [this](qsizetype first, qsizetype last) {
        return TextRange { .start = places[first], .length = places[last] - places[first] + 1 };
    };
    const auto isOneWord = [this](qsizetype first, qsizetype last) {
        return places[last] - places[first] == last - first;
    };
    for (qsizetype at = initials.indexOf(word); at >= 0; at = initials.indexOf(word, at + 1)) {
        if (isOneWord(at, at + word.size() - 1))
            return rangeOf(at, at + word.size() - 1);
    }
    for (qsizetype at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + 1)) {
        const auto first = std::ranges::lower_bound(syllables, at);
        if (first == syllables.end() || *first != at)
            continue;
        const auto behind = std::ranges::lower_bound(syllables, at + word.size());
        const qsizetype from = first - syllables.begin();
        const qsizetype to = behind - syllables.begin() - 1;
        if (isOneWord(from, to))
            return rangeOf(from, to);
    }
    return {};
}

SearchWords::SearchWords(const QString& typed)
    : m_words(folded(typed).simplified().split(u' ', Qt::SkipEmptyParts))
    , m_hasLetters(std::ranges::any_of(m_words, isLetters))
{
}

QList<TextRange> SearchWords::rangesIn(const QString& text, const Pinyin* sound) const
{
    const Traced source = traced(text);
    QList<TextRange> found;
    for (const QString& word : m_words) {
        TextRange range;
        if (const qsizetype at = source.text.indexOf(word); at >= 0) {
            range.start = source.origins[at];
            range.length = std::max<qsizetype>(1, source.origins[at + word.size()] - range.start);
        } else if (sound != nullptr && isLetters(word)) {
            range = sound->find(word);
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
