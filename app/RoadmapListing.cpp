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
constexpr int mostTagColumns = 40;
constexpr qsizetype mostCharacters = 200; ///< that are looked at: of a text that fills its columns

Error wrong(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

/// Characters of the ids by which none is taken for another.
template <class Line>
qsizetype idCharacters(const QList<Line>& lines)
{
    constexpr qsizetype fewest = 8;
    constexpr qsizetype most = 36;
    for (qsizetype size = fewest; size < most; ++size) {
        QSet<QString> beginnings;
        for (const Line& line : lines)
            beginnings.insert(line.id.left(size));
        if (beginnings.size() == lines.size())
            return size;
    }
    return most;
}

/// Empty where there are none.
QString tagCell(const QStringList& tags)
{
    if (tags.isEmpty())
        return {};
    return u'[' + elidedToColumns(plainLine(tags.join(", "_L1)), mostTagColumns) + u']';
}

/// What a list says of a roadmap, a column each.
QStringList cellsOf(const LibraryLine& line)
{
    const QString title = shortLine(line.title, mostCharacters);
    const QString goal = shortLine(line.goal, mostCharacters);
    const bool isOther = goal.compare(title, Qt::CaseInsensitive) != 0;
    return { line.id, elidedToColumns(title, mostTitleColumns),
        Translation::tr("%1 of %2 learnt")
            .arg(QString::number(line.learnt), QString::number(line.concepts)),
        line.opened.date().toString(Qt::ISODate),
        isOther ? elidedToColumns(goal, mostGoalColumns) : QString(), tagCell(line.tags) };
}

/// The same of a design that broke off.
QStringList cellsOf(const RunLine& line)
{
    return { line.id, elidedToColumns(shortLine(line.goal, mostCharacters), mostGoalColumns),
        Translation::tr("%1 % designed").arg(line.percent),
        line.begun.date().toString(Qt::ISODate) };
}

/// A line each, whose first column is as much of the id as names it.
template <class Line>
QString tableText(const QList<Line>& lines)
{
    const qsizetype idSize = idCharacters(lines);
    QList<QStringList> rows;
    QList<int> widths;
    for (const Line& line : lines) {
        rows.append(cellsOf(line));
        rows.last().first().truncate(idSize);
        widths.resize(rows.last().size());
        for (qsizetype i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], columnsOf(rows.last()[i]));
    }
    QString text;
    for (const QStringList& row : std::as_const(rows)) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += paddedToColumns(row[i], widths[i]) + "  "_L1;
        text += line.trimmed() + u'\n';
    }
    return text;
}

json::string momentText(const QDateTime& moment)
{
    return toJsonString(moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate));
}

json::object toJson(const LibraryLine& line)
{
    json::object object { { "id", toJsonString(line.id) },
        { "title", toJsonString(plainLine(line.title)) },
        { "goal", toJsonString(plainLine(line.goal)) }, { "concepts", line.concepts },
        { "learnt", line.learnt }, { "created", momentText(line.created) },
        { "opened", momentText(line.opened) }, { "tags", toJsonArray(line.tags) },
        { "archived", line.isArchived } };
    if (line.removed.isValid())
        object["removed"] = momentText(line.removed);
    return object;
}

json::object toJson(const RunLine& line)
{
    return { { "id", toJsonString(line.id) }, { "goal", toJsonString(plainLine(line.goal)) },
        { "percent", line.percent }, { "begun", momentText(line.begun) } };
}

template <class Line>
QByteArray jsonText(const QList<Line>& lines)
{
    json::array list;
    for (const Line& line : lines)
        list.push_back(toJson(line));
    return writeIndentedJson(list) + '\n';
}

ExitStatus printed(const QByteArray& utf8)
{
    return terminal::print(utf8) ? ExitStatus::Success : ExitStatus::UnexpectedFailure;
}

/// `nothing` is said where there are none.
template <class Line>
ExitStatus printList(
    const Result<QList<Line>>& lines, const QString& format, const QString& nothing)
{
    if (!lines)
        return localFailure(lines.error());
    if (lines.value().isEmpty())
        terminal::say(nothing);
    return printed(
        format == "json"_L1 ? jsonText(lines.value()) : tableText(lines.value()).toUtf8());
}

/// Which roadmaps a list is of.
struct ListOrder {
    bool isOfArchive = false;
    bool isOfBin = false;
    QString tag; ///< empty: any
    QString words; ///< to be found; empty: any
};

bool isWanted(const LibraryLine& line, const ListOrder& order)
{
    if (line.removed.isValid() != order.isOfBin)
        return false;
    if (!order.isOfBin && line.isArchived != order.isOfArchive)
        return false;
    return order.tag.isEmpty() || line.tags.contains(order.tag, Qt::CaseInsensitive);
}

/// Of all there are; those that are found come in the order of the search.
Result<QList<LibraryLine>> wantedLines(
    LibraryAccess& library, QList<LibraryLine> wanted, const ListOrder& order)
{
    wanted.removeIf([&order](const LibraryLine& line) { return !isWanted(line, order); });
    if (order.words.isEmpty())
        return wanted;
    const Result<QStringList> found = library.search(order.words);
    if (!found)
        return found.error();
    QList<LibraryLine> lines;
    for (const QString& id : found.value()) {
        const auto line = std::ranges::find(std::as_const(wanted), id, &LibraryLine::id);
        if (line != wanted.cend())
            lines.append(*line);
    }
    return lines;
}

/// What is said where none is wanted; of none at all, or of others.
QString nothingOf(const ListOrder& order, bool areOthers)
{
    if (!order.words.isEmpty() || !order.tag.isEmpty())
        return Translation::tr("No roadmap is found.");
    if (order.isOfBin)
        return Translation::tr("The bin is empty.");
    if (order.isOfArchive)
        return Translation::tr("No roadmap is archived.");
    return areOthers
        ? Translation::tr("All roadmaps are archived or in the bin: see --archived and "
                          "--bin.")
        : Translation::tr("No roadmap is saved yet.");
}

void addListOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        { u"archived"_s, Translation::tr("List those that are archived instead.") },
        { u"bin"_s,
            Translation::tr("List those in the bin instead. \"roadmap restore\" takes one back.") },
        { u"tag"_s, Translation::tr("List only those with this tag."), u"TAG"_s },
        { u"search"_s,
            Translation::tr("List only those in which these words are found: in the title, the "
                            "goal, the tags, the concepts, your notes or the conversation."),
            u"WORDS"_s },
        { u"unfinished"_s,
            Translation::tr("List the designs that broke off instead, the one begun last first. "
                            "\"roadmap resume\" goes on with one.") },
        { { u"f"_s, u"format"_s }, Translation::tr("What to print: text (default) or json."),
            u"FORMAT"_s },
    });
}

/// What cannot be asked for together, in a sentence; empty if all can.
QString contradictionIn(const QCommandLineParser& parser)
{
    int places = 0;
    for (const QString& option : { u"archived"_s, u"bin"_s, u"unfinished"_s })
        places += parser.isSet(option) ? 1 : 0;
    if (places > 1)
        return Translation::tr("Use one of --archived, --bin and --unfinished.");
    if (parser.isSet(u"unfinished"_s) && (parser.isSet(u"tag"_s) || parser.isSet(u"search"_s)))
        return Translation::tr("--tag and --search are for roadmaps only.");
    return {};
}

} // namespace

ExitStatus runRoadmapList(const QStringList& arguments, const Policy& policy)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "The roadmaps that are saved, the one opened last first: the beginning of its id, by which "
        "it can be named, its title, how many of its concepts are learnt, the day when it was "
        "opened, the goal, where that is not the title, and its tags. What is archived or in the "
        "bin is listed apart."));
    addListOptions(parser);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"roadmap list"_s))
        return *status;
    const QString format = parser.isSet(u"format"_s) ? parser.value(u"format"_s) : u"text"_s;
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(wrong(Translation::tr("Use: roadmap list.")));
    if (format != "text"_L1 && format != "json"_L1)
        return wrongUsage(
            wrong(Translation::tr("There is no format \"%1\". Choose text or json.").arg(format)));
    if (const QString contradiction = contradictionIn(parser); !contradiction.isEmpty())
        return wrongUsage(wrong(contradiction));
    LibraryAccess library(chosenDataFolder(parser, policy).path());
    if (parser.isSet(u"unfinished"_s))
        return printList(
            library.unfinished(), format, Translation::tr("No design has broken off."));
    const ListOrder order { .isOfArchive = parser.isSet(u"archived"_s),
        .isOfBin = parser.isSet(u"bin"_s),
        .tag = parser.value(u"tag"_s).trimmed(),
        .words = parser.value(u"search"_s).trimmed() };
    const Result<QList<LibraryLine>> history = library.history();
    if (!history)
        return localFailure(history.error());
    return printList(wantedLines(library, history.value(), order), format,
        nothingOf(order, !history.value().isEmpty()));
}

ExitStatus runRoadmapShow(const QStringList& arguments, const Policy& policy)
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
    LibraryAccess library(chosenDataFolder(parser, policy).path());
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
