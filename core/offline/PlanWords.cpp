// SPDX-License-Identifier: Apache-2.0
#include "core/offline/PlanWords.h"

#include "core/base/JsonReader.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

Q_LOGGING_CATEGORY(offlineLog, "roadloom.offline", QtInfoMsg)

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

bool isLatinOrDigit(QChar character)
{
    return character.isLetterOrNumber() && !isHan(character);
}

/// Chinese typography sets a space between Han characters and Latin words; where a value meets its
/// sentence it has to be put in.
void appendSpaced(QString& text, QStringView part)
{
    if (!text.isEmpty() && !part.isEmpty()) {
        const QChar last = text.back();
        const QChar first = part.front();
        if ((isHan(last) && isLatinOrDigit(first)) || (isLatinOrDigit(last) && isHan(first)))
            text += u' ';
    }
    text += part;
}

/// Whether a name reads like several of them.
bool looksLikeList(const QString& name)
{
    static const QStringList joints { u" and "_s, u", "_s, u"与"_s, u"和"_s, u"、"_s };
    return std::ranges::any_of(
        joints, [&name](const QString& joint) { return name.contains(joint); });
}

/// One pass, so that braces in a value are left alone.
QString filled(const QString& pattern, PlanWords::Values values)
{
    QString result;
    result.reserve(pattern.size() * 2);
    qsizetype at = 0;
    while (at < pattern.size()) {
        const qsizetype open = pattern.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'}', open);
        if (close < 0)
            break;
        const QStringView name = QStringView(pattern).sliced(open + 1, close - open - 1);
        const auto value = std::ranges::find(values, name, &std::pair<QStringView, QString>::first);
        appendSpaced(result, QStringView(pattern).sliced(at, open - at));
        if (value != values.end())
            appendSpaced(result, value->second);
        else
            qCWarning(offlineLog) << "no value for" << name << "in" << pattern;
        at = close + 1;
    }
    appendSpaced(result, QStringView(pattern).sliced(at));
    return result;
}

} // namespace

Result<PlanWords> PlanWords::builtIn()
{
    QFile file(u":/curricula/words/planner.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error { ErrorKind::Internal,
            Translation::tr("The built-in planner's texts are missing. Install Roadloom again."),
            file.errorString() };
    return read(file.readAll());
}

Result<PlanWords> PlanWords::read(QByteArrayView utf8)
{
    const Result<json::value> parsed = parseJson(utf8);
    if (!parsed.ok())
        return parsed.error();
    ReadProblems problems;
    JsonReader reader(parsed.value(), {}, problems);
    PlanWords words;
    const json::value* texts = reader.requiredMember("texts");
    if (texts != nullptr && texts->is_object()) {
        for (const auto& [key, value] : texts->get_object()) {
            JsonReader entry(value, toQString(key), problems);
            words.m_texts.insert(toQString(key),
                { .english = entry.requiredString("en"), .chinese = entry.requiredString("zh") });
        }
    }
    if (!problems.isEmpty())
        return problems.error(
            Translation::tr("The built-in planner's texts are damaged. Install Roadloom again."));
    return words;
}

QString PlanWords::text(Language language, const QString& key, Values values) const
{
    const auto found = m_texts.constFind(key);
    if (found == m_texts.constEnd()) {
        qCWarning(offlineLog) << "no text for" << key;
        return key;
    }
    return filled(found->in(language), values);
}

QString PlanWords::list(Language language, const QStringList& items, qsizetype most) const
{
    const QString separator = text(language, u"list.separator"_s);
    if (items.size() > most) {
        const QStringList shown = items.mid(0, most);
        return text(language, u"list.more"_s,
            { { u"items", shown.join(separator) },
                { u"count", QString::number(items.size() - most) },
                { u"total", QString::number(items.size()) } });
    }
    if (items.size() < 2)
        return items.join(separator);
    const QStringList front = items.mid(0, items.size() - 1);
    return front.join(separator) + text(language, u"list.last"_s) + items.constLast();
}

QString PlanWords::names(Language language, const QStringList& names) const
{
    if (names.size() < 2 || std::ranges::none_of(names, looksLikeList))
        return list(language, names);
    QStringList quoted;
    for (const QString& name : names)
        quoted.append(u"“%1”"_s.arg(name));
    return list(language, quoted);
}

} // namespace roadloom
