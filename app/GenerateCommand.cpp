// SPDX-License-Identifier: Apache-2.0
#include "app/GenerateCommand.h"

#include "app/ChosenSource.h"
#include "app/CommandParser.h"
#include "app/DataFolder.h"
#include "app/GenerateRun.h"
#include "app/KeyStores.h"
#include "app/SourceOptions.h"
#include "app/Terminal.h"
#include "app/WishOptions.h"
#include "core/storage/ProviderBook.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUuid>

#include <utility>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(GenerateCommand)
};

Error missingGoal()
{
    return { ErrorKind::InvalidInput,
        Translation::tr("Say what you want to learn with --goal TEXT, or give the whole request "
                        "with --request FILE."),
        {} };
}

void addOutputOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        { { u"f"_s, u"format"_s },
            Translation::tr("What to print: text (default), sse, ndjson, json or markdown."),
            u"FORMAT"_s },
        { { u"o"_s, u"output"_s },
            Translation::tr("Write the result to a file instead of standard output (-)."),
            u"FILE"_s },
        { u"stats"_s,
            Translation::tr("Add figures about the run, on standard error, at the end.") },
    });
}

Result<LearnerRequest> readRequest(const QCommandLineParser& parser, const DataFolder& data)
{
    if (!parser.isSet(u"goal"_s) && !parser.isSet(u"request"_s))
        return missingGoal();
    Result<LearnerRequest> wish = readWish(parser);
    if (!wish)
        return wish.error();
    LearnerRequest request = std::move(wish).value();
    chooseLanguage(request.preferences, QLocale());
    if (const auto error = findRequestError(request, QDate::currentDate()))
        return *error;
    if (request.userId.isEmpty())
        request.userId = data.installationId();
    if (request.sessionId.isEmpty())
        request.sessionId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return request;
}

Result<OutputOptions> readOutput(const QCommandLineParser& parser)
{
    OutputOptions output;
    if (parser.isSet(u"format"_s)) {
        const QString name = parser.value(u"format"_s);
        const auto format = outputFormatFromName(name);
        if (!format)
            return Error { ErrorKind::InvalidInput,
                Translation::tr("There is no format \"%1\". Choose text, sse, ndjson, json or "
                                "markdown.")
                    .arg(name),
                {} };
        output.format = *format;
    }
    output.file = parser.value(u"output"_s);
    if (parser.isSet(u"output"_s) && output.file.isEmpty())
        return Error { ErrorKind::InvalidInput,
            Translation::tr("-o needs the name of a file, or - for standard output."), {} };
    output.statistics = parser.isSet(u"stats"_s);
    return output;
}

/// The person is asked here only if an option says so, or if there certainly is one: what a script
/// has on its standard input is not for us.
void askOnlyPeople(const QCommandLineParser& parser, SourceChoice& choice)
{
    const bool isAtTerminal = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0;
    if (auto* model = std::get_if<ModelChoice>(&choice); model != nullptr && !isAtTerminal)
        model->setup.asksLearner = parser.isSet(u"review"_s);
}

std::optional<Error> findContradiction(const QCommandLineParser& parser)
{
    if (parser.isSet(u"review"_s) && parser.value(u"request"_s) == "-"_L1)
        return Error { ErrorKind::InvalidInput,
            Translation::tr("With --review your answers come from standard input, so the request "
                            "cannot. Give it in a file: --request FILE."),
            {} };
    return std::nullopt;
}

} // namespace

ExitStatus runGenerateCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Translation::tr("Makes a learning roadmap in the terminal; no display needed."));
    addWishOptions(parser);
    addSourceOptions(parser);
    addOutputOptions(parser);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"generate"_s))
        return *status;

    if (const QStringList words = parser.positionalArguments(); !words.isEmpty())
        return wrongUsage({ ErrorKind::InvalidInput,
            Translation::tr("The word \"%1\" belongs to no option. A goal of several words needs "
                            "quotation marks: --goal \"…\".")
                .arg(words.constFirst()),
            {} });
    if (const auto error = findContradiction(parser))
        return wrongUsage(*error);
    const DataFolder data(parser.value(u"data-dir"_s));
    const Result<LearnerRequest> request = readRequest(parser, data);
    if (!request)
        return wrongUsage(request.error());
    const Result<OutputOptions> output = readOutput(parser);
    if (!output)
        return wrongUsage(output.error());
    ProviderBook book(ProviderSettings(data.path()));
    if (book.readError())
        terminal::say(book.readError()->message);
    Result<SourceChoice> chosen = readSourceChoice(parser, book.configured());
    if (!chosen)
        return wrongUsage(chosen.error());
    SourceChoice choice = std::move(chosen).value();
    askOnlyPeople(parser, choice);

    KeyStores stores(data.path());
    ChosenSource source(choice, stores.all());
    QObject::connect(&source, &ChosenSource::formFound, &book, &ProviderBook::noteForm);
    QObject::connect(&source, &ChosenSource::remarked, &source, &terminal::say);
    GenerateRun run(source, data.path(), output.value());
    return run.execute(request.value());
}

} // namespace roadloom
