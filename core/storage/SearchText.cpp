// SPDX-License-Identifier: Apache-2.0
#include "core/storage/SearchText.h"

#include <QList>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom::searchText {

namespace {

enum class Kind { Other, Letter, Ideograph };

/// Of what has no blanks between its words.
bool isIdeograph(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return true;
    default:
        return character == U'ー'; // of Katakana, but of no script
    }
}

Kind kindOf(char32_t character)
{
    if (isIdeograph(character))
        return Kind::Ideograph;
    const bool isOfWord = QChar::isLetterOrNumber(character) || QChar::isMark(character)
        || character == U'+' || character == U'#';
    return isOfWord ? Kind::Letter : Kind::Other;
}

struct Run {
    Kind kind = Kind::Other;
    QList<char32_t> characters;
};

/// Runs of one kind; what is of no word is left out.
QList<Run> runsOf(QStringView text)
{
    QList<Run> runs;
    Kind last = Kind::Other;
    const QString folded = text.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
    for (const char32_t character : folded.toUcs4()) {
        const Kind kind = kindOf(character);
        if (kind != Kind::Other) {
            if (kind != last)
                runs.append({ .kind = kind, .characters = {} });
            runs.last().characters.append(character);
        }
        last = kind;
    }
    return runs;
}

QString textOf(const QList<char32_t>& characters, qsizetype from = 0, qsizetype count = -1)
{
    const qsizetype length = count < 0 ? characters.size() - from : count;
    return QString::fromUcs4(characters.constData() + from, length);
}

/// The overlapping pairs of a run; of a single character, none.
QStringList pairsOf(const Run& run)
{
    QStringList pairs;
    for (qsizetype i = 0; i + 1 < run.characters.size(); ++i)
        pairs.append(textOf(run.characters, i, 2));
    return pairs;
}

} // namespace

QString indexed(QStringView text)
{
    QStringList words;
    for (const Run& run : runsOf(text)) {
        if (run.kind == Kind::Ideograph) {
            words += pairsOf(run);
            words += textOf(run.characters, run.characters.size() - 1);
        } else {
            words += textOf(run.characters);
        }
    }
    return words.join(u' ');
}

/// In FTS5's quotes, in which nothing has a meaning but a quote, and there is none.
QString expressionFor(QStringView typed)
{
    QStringList terms;
    for (const Run& run : runsOf(typed.first(std::min(typed.size(), mostTyped)))) {
        if (run.kind == Kind::Ideograph && run.characters.size() > 1)
            terms.append(u'"' + pairsOf(run).join(u' ') + u'"');
        else
            terms.append(u'"' + textOf(run.characters) + "\"*"_L1);
    }
    return terms.join(u' ');
}

} // namespace roadloom::searchText
