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

/// Waits for a line that the person types.
bool isConfirmed(const LibraryLine& line)
{
    terminal::say(
        Translation::tr("Remove \"%1\" from the library, with all that was studied of it (%2 of %3 "
                        "learnt)? [y/N]")
            .arg(shortLine(line.title, mostTitleCharacters), QString::number(line.learnt),
                QString::number(line.concepts)));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return false;
    constexpr qint64 mostBytes = 64;
    const QString answer = QString::fromUtf8(input.readLine(mostBytes)).trimmed();
    static const QStringList consent { u"y"_s, u"yes"_s, u"是"_s };
    return consent.contains(answer, Qt::CaseInsensitive);
}

ExitStatus removeRoadmap(const LibraryLine& line, LibraryAccess& library)
{
    if (const auto error = library.remove(line.id))
        return localFailure(*error);
    terminal::say(Translation::tr("\"%1\" is removed from the library.")
                      .arg(shortLine(line.title, mostTitleCharacters)));
    return ExitStatus::Success;
}

} // namespace

ExitStatus runRoadmapRemoval(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "Takes a roadmap out of the library, with all that was studied of it. It asks first."));
    parser.addPositionalArgument(
        u"ID"_s, Translation::tr("The roadmap's id, or the beginning of it."), u"ID"_s);
    parser.addOption({ { u"y"_s, u"yes"_s }, Translation::tr("Do not ask.") });
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"roadmap remove"_s))
        return *status;
    const QStringList words = parser.positionalArguments();
    if (words.size() != 1)
        return wrongUsage(wrong(Translation::tr("Use: roadmap remove ID.")));
    const bool mustAsk = !parser.isSet(u"yes"_s);
    if (mustAsk && ::isatty(STDIN_FILENO) == 0)
        return wrongUsage(wrong(Translation::tr(
            "Nobody can be asked here whether the roadmap is to be removed. Say so with --yes.")));
    LibraryAccess library(DataFolder(parser.value(u"data-dir"_s)).path());
    const Result<LibraryLine> line = library.find(words.first());
    if (!line)
        return localFailure(line.error());
    if (!mustAsk || isConfirmed(line.value()))
        return removeRoadmap(line.value(), library);
    terminal::say(Translation::tr("Nothing is removed."));
    return ExitStatus::Success;
}

} // namespace roadloom
