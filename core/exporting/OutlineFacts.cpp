// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/OutlineFacts.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

std::optional<double> hoursFrom(const QString& text)
{
    static const QRegularExpression hours(
        u"^(\\d{1,6}(?:[.,]\\d{1,4})?)\\s*(?:h|hr|hrs|hours?|小时|个小时|学时)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = hours.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).replace(u',', u'.').toDouble();
}

} // namespace

OutlineFacts OutlineFactReader::take(QString& line) const
{
    const QString whole = line.trimmed();
    if (!whole.endsWith(u')') && !whole.endsWith(u'）'))
        return {};
    const qsizetype start = std::max(whole.lastIndexOf(u'('), whole.lastIndexOf(u'（'));
    if (start < 0)
        return {};
    const auto facts = factsFrom(whole.mid(start + 1).chopped(1));
    if (!facts)
        return {};
    line = whole.left(start).trimmed();
    return *facts;
}

std::optional<OutlineFacts> OutlineFactReader::factsFrom(const QString& inside) const
{
    static const QRegularExpression separator(u"[,，、;；]"_s);
    OutlineFacts facts;
    for (const QString& piece : inside.split(separator)) {
        const QString part = piece.trimmed();
        if (const auto hours = hoursFrom(part))
            facts.hours = hours;
        else if (const auto difficulty = difficultyFrom(part))
            facts.difficulty = difficulty;
        else
            return std::nullopt;
    }
    return facts;
}

std::optional<Difficulty> OutlineFactReader::difficultyFrom(const QString& text) const
{
    constexpr std::array known { Difficulty::Easy, Difficulty::Medium, Difficulty::Hard,
        Difficulty::Other };
    for (const Difficulty difficulty : known) {
        if (text.compare(m_english.difficulty(difficulty), Qt::CaseInsensitive) == 0
            || text == m_chinese.difficulty(difficulty))
            return difficulty == Difficulty::Other ? Difficulty::Medium : difficulty;
    }
    return std::nullopt;
}

} // namespace roadloom
