// SPDX-License-Identifier: Apache-2.0
#include "app/ResumeCommand.h"

#include "app/CommandParser.h"
#include "app/LibraryAnswer.h"
#include "app/OptionLevels.h"
#include "app/RunOptions.h"
#include "core/storage/RunLock.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Of an id that is given by its beginning.
constexpr qsizetype leastIdLength = 4;

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ResumeCommand)
};

Error wrong(const QString& sentence)
{
    return { ErrorKind::InvalidInput, sentence, {} };
}

Result<RunLine> findRun(const QList<RunLine>& unfinished, const QString& id)
{
    QList<RunLine> found;
    for (const RunLine& line : unfinished) {
        if (line.id == id)
            return line;
        if (id.size() >= leastIdLength && line.id.startsWith(id))
            found.append(line);
    }
    if (found.isEmpty())
        return wrong(Translation::tr("There is no unfinished design \"%1\".").arg(id));
    if (found.size() > 1)
        return wrong(Translation::tr(
            "Several unfinished designs begin with \"%1\". Give more of its letters.")
                         .arg(id));
    return found.first();
}

Result<RecordedRun> readRun(Library& library, const QString& folder, const QString& id)
{
    const Result<QList<RunLine>> unfinished = answerOf<QList<RunLine>>(
        library, &Library::unfinishedRead, [&library] { library.readUnfinished(); });
    if (!unfinished)
        return unfinished.error();
    const Result<RunLine> line = findRun(unfinished.value(), id);
    if (!line)
        return line.error();
    if (isRunLocked(folder, line.value().id))
        return wrong(Translation::tr(
            "This design is still on, in another window or terminal. Wait for it, or stop it."));
    return answerOf<RecordedRun>(
        library, &Library::runRead, [&] { library.readRun(line.value().id); });
}

} // namespace

ExitStatus runResumeCommand(const QStringList& arguments, const Policy& policy)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "Goes on with a design that broke off, from the last result that is kept."));
    parser.addPositionalArgument(
        u"ID"_s, Translation::tr("The design's id, or the beginning of it."));
    addRunOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"roadmap resume"_s))
        return *status;
    const QStringList words = parser.positionalArguments();
    if (words.size() != 1)
        return wrongUsage(wrong(Translation::tr("Name one design: roadloom roadmap resume ID")));
    const DataFolder data = chosenDataFolder(parser, policy);
    ProviderBook book(ProviderSettings(data.path()), policy);
    const Result<RunOptions> options = readRunOptions(parser, OptionLevels(parser, policy), book);
    if (!options)
        return wrongUsage(options.error());
    return withTerminalRun(options.value(), book, data, [&](GenerateRun& run, Library& library) {
        const Result<RecordedRun> recorded = readRun(library, data.path(), words.constFirst());
        return recorded ? run.goOn(recorded.value()) : wrongUsage(recorded.error());
    });
}

} // namespace roadloom
