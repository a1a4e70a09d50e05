// SPDX-License-Identifier: Apache-2.0
#include "app/RoadmapListing.h"

#include "app/ColumnText.h"
#include "app/CommandParser.h"
#include "app/DataFolder.h"
#include "app/LibraryAccess.h"
#include "app/Terminal.h"
#include "core/base/Json.h"
#include "core/base/PlainText.h"
#include "core/exchange/KeptDocument.h"
#include "core/exporting/RoadmapText.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapListing)
};

constexpr int mostTitleColumns = 40;
constexpr int mostGoalColumns = 60;
constexpr qsizetype mostCharacters = 200; ///< that are looked at: of a text that fills its columns

Error wrong(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

/// Characters of the ids by which none is taken for another.
qsizetype idCharacters(const QList<LibraryLine>& lines)
{
    constexpr qsizetype fewest = 8;
    constexpr qsizetype most = 36;
    for (qsizetype size = fewest; size < most; ++size) {
        QSet<QString> beginnings;
        for (const LibraryLine& line : lines)
            beginnings.insert(line.id.left(size));
        if (beginnings.size() == lines.size())
            return size;
    }
    return most;
}

/// What a list says of a roadmap, a column each.
QStringList cellsOf(const LibraryLine& line, qsizetype idSize)
{
    const QString title = shortLine(line.title, mostCharacters);
    const QString goal = shortLine(line.goal, mostCharacters);
    const bool isOther = goal.compare(title, Qt::CaseInsensitive) != 0;
    return { line.id.left(idSize), elidedToColumns(title, mostTitleColumns),
        Translation::tr("%1 of %2 learnt")
            .arg(QString::number(line.learnt), QString::number(line.concepts)),
        line.opened.date().toString(Qt::ISODate),
        isOther ? elidedToColumns(goal, mostGoalColumns) : QString() };
}

QString tableText(const QList<LibraryLine>& lines)
{
    const qsizetype idSize = idCharacters(lines);
    QList<QStringList> rows;
    QList<int> widths { 0, 0, 0, 0, 0 };
    for (const LibraryLine& line : lines) {
        rows.append(cellsOf(line, idSize));
        for (qsizetype i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], columnsOf(rows.last()[i]));
    }
    QString text;
    for (const QStringList& row : std::as_const(rows)) {
        QStringList cells;
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            cells.append(paddedToColumns(row[i], widths[i]));
        text += QString(cells.join("  "_L1) + "  "_L1 + row.last()).trimmed() + u'\n';
    }
    return text;
}

json::string momentText(const QDateTime& moment)
{
    return toJsonString(moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate));
}

QByteArray jsonText(const QList<LibraryLine>& lines)
{
    json::array list;
    for (const LibraryLine& line : lines)
        list.push_back(json::object { { "id", toJsonString(line.id) },
            { "title", toJsonString(plainLine(line.title)) },
            { "goal", toJsonString(plainLine(line.goal)) }, { "concepts", line.concepts },
            { "learnt", line.learnt }, { "created", momentText(line.created) },
            { "opened", momentText(line.opened) } });
    return writeIndentedJson(list) + '\n';
}

ExitStatus printed(const QByteArray& utf8)
{
    return terminal::print(utf8) ? ExitStatus::Success : ExitStatus::UnexpectedFailure;
}

} // namespace

ExitStatus runRoadmapList(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "The roadmaps that are saved, the one opened last first: the beginning of its id, by which "
        "it can be named, its title, how many of its concepts are learnt, the day when it was "
        "opened, and the goal, where that is not the title."));
    parser.addOption({ { u"f"_s, u"format"_s },
        Translation::tr("What to print: text (default) or json."), u"FORMAT"_s });
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"roadmap list"_s))
        return *status;
    const QString format = parser.isSet(u"format"_s) ? parser.value(u"format"_s) : u"text"_s;
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(wrong(Translation::tr("Use: roadmap list.")));
    if (format != "text"_L1 && format != "json"_L1)
        return wrongUsage(
            wrong(Translation::tr("There is no format \"%1\". Choose text or json.").arg(format)));
    LibraryAccess library(DataFolder(parser.value(u"data-dir"_s)).path());
    const Result<QList<LibraryLine>> lines = library.list();
    if (!lines)
        return localFailure(lines.error());
    if (lines.value().isEmpty())
        terminal::say(Translation::tr("No roadmap is saved yet."));
    return printed(
        format == "json"_L1 ? jsonText(lines.value()) : tableText(lines.value()).toUtf8());
}

ExitStatus runRoadmapShow(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "A roadmap that is saved, as a tree: ✓ is what is learnt, ◐ what is begun, ○ what is to "
        "do."));
    parser.addPositionalArgument(
        u"ID"_s, Translation::tr("The roadmap's id, or the beginning of it."), u"ID"_s);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"roadmap show"_s))
        return *status;
    const QStringList words = parser.positionalArguments();
    if (words.size() != 1)
        return wrongUsage(wrong(Translation::tr("Use: roadmap show ID.")));
    LibraryAccess library(DataFolder(parser.value(u"data-dir"_s)).path());
    const Result<LibraryLine> line = library.find(words.first());
    if (!line)
        return localFailure(line.error());
    const Result<KeptRoadmap> kept = library.read(line.value().id);
    if (!kept)
        return localFailure(kept.error());
    const DocumentWords userWords(languageForCode(QLocale().bcp47Name()));
    return printed(studyAsText(documentOf(kept.value()), userWords).toUtf8());
}

} // namespace roadloom
