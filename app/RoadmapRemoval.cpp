// SPDX-License-Identifier: Apache-2.0
#include "app/RoadmapRemoval.h"

#include "app/CommandParser.h"
#include "app/DataFolder.h"
#include "app/LibraryAccess.h"
#include "app/Terminal.h"
#include "core/base/PlainText.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <variant>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapRemoval)
};

constexpr qsizetype mostTitleCharacters = 80;

Error wrong(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

QString titleOf(const LibraryLine& line)
{
    return shortLine(line.title, mostTitleCharacters);
}

QString question(const LibraryLine& line, bool isForGood)
{
    const QString asked = isForGood
        ? Translation::tr(
            "Delete \"%1\" for good, with all that was studied of it (%2 of %3 "
            "learnt)? This cannot be undone. Backups of the library keep a copy for up to "
            "five weeks; longer only until the next backup is made. [y/N]")
        : Translation::tr("Move \"%1\" to the bin, with all that was studied of it (%2 of %3 "
                          "learnt)? [y/N]");
    return asked.arg(titleOf(line), QString::number(line.learnt), QString::number(line.concepts));
}

/// Waits for a line that the person types.
bool isConfirmed(const QString& asked)
{
    terminal::say(asked);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return false;
    constexpr qint64 mostBytes = 64;
    const QString answer = QString::fromUtf8(input.readLine(mostBytes)).trimmed();
    static const QStringList consent { u"y"_s, u"yes"_s, u"是"_s };
    return consent.contains(answer, Qt::CaseInsensitive);
}

ExitStatus purge(const LibraryLine& line, LibraryAccess& library)
{
    if (const auto error = library.purge(line.id))
        return localFailure(*error);
    terminal::say(
        Translation::tr("\"%1\" is deleted for good. Backups of the library keep a copy for up "
                        "to five weeks; longer only until the next backup is made.")
            .arg(titleOf(line)));
    return ExitStatus::Success;
}

ExitStatus moveToBin(const LibraryLine& line, LibraryAccess& library)
{
    if (const auto error = library.remove(line.id))
        return localFailure(*error);
    terminal::say(Translation::tr("\"%1\" is in the bin. \"roadloom roadmap restore %2\" takes it "
                                  "back.")
                      .arg(titleOf(line), line.id));
    return ExitStatus::Success;
}

/// With the argument that names a roadmap; else how the command ends.
std::variant<QString, ExitStatus> readId(QCommandLineParser& parser, const QStringList& arguments,
    const QString& command, const QString& usage)
{
    parser.addPositionalArgument(
        u"ID"_s, Translation::tr("The roadmap's id, or the beginning of it."), u"ID"_s);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, command))
        return *status;
    const QStringList words = parser.positionalArguments();
    if (words.size() != 1)
        return wrongUsage(wrong(usage));
    return words.first();
}

} // namespace

ExitStatus runRoadmapRemoval(const QStringList& arguments, const Policy& policy)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "Moves a roadmap to the bin, with all that was studied of it, or deletes it. It asks "
        "first."));
    parser.addOptions({
        { u"for-good"_s,
            Translation::tr("Delete it, wherever it is, so that it cannot be taken back.") },
        { { u"y"_s, u"yes"_s }, Translation::tr("Do not ask.") },
    });
    const auto id = readId(
        parser, arguments, u"roadmap remove"_s, Translation::tr("Use: roadmap remove ID."));
    if (const auto* const status = std::get_if<ExitStatus>(&id))
        return *status;
    const bool mustAsk = !parser.isSet(u"yes"_s);
    const bool isForGood = parser.isSet(u"for-good"_s);
    if (mustAsk && ::isatty(STDIN_FILENO) == 0)
        return wrongUsage(wrong(Translation::tr(
            "Nobody can be asked here whether the roadmap is to be removed. Say so with --yes.")));
    LibraryAccess library(chosenDataFolder(parser, policy).path());
    const Result<LibraryLine> line = library.find(std::get<QString>(id));
    if (!line)
        return localFailure(line.error());
    if (!isForGood && line.value().removed.isValid()) {
        terminal::say(Translation::tr("\"%1\" is in the bin already. --for-good deletes it.")
                          .arg(titleOf(line.value())));
        return ExitStatus::Success;
    }
    if (!mustAsk || isConfirmed(question(line.value(), isForGood)))
        return isForGood ? purge(line.value(), library) : moveToBin(line.value(), library);
    terminal::say(Translation::tr("Nothing is removed."));
    return ExitStatus::Success;
}

ExitStatus runRoadmapRestoring(const QStringList& arguments, const Policy& policy)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Translation::tr("Takes a roadmap back from the bin. \"roadmap list --bin\" shows what is "
                        "there."));
    const auto id = readId(
        parser, arguments, u"roadmap restore"_s, Translation::tr("Use: roadmap restore ID."));
    if (const auto* const status = std::get_if<ExitStatus>(&id))
        return *status;
    LibraryAccess library(chosenDataFolder(parser, policy).path());
    const Result<LibraryLine> line = library.find(std::get<QString>(id));
    if (!line)
        return localFailure(line.error());
    if (!line.value().removed.isValid()) {
        terminal::say(Translation::tr("\"%1\" is not in the bin.").arg(titleOf(line.value())));
        return ExitStatus::Success;
    }
    if (const auto error = library.takeBack(line.value().id))
        return localFailure(*error);
    terminal::say(Translation::tr("\"%1\" is taken back from the bin.").arg(titleOf(line.value())));
    return ExitStatus::Success;
}

} // namespace roadloom
