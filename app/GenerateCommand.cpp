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
            Translation::tr("Write the result to a file instead of (-) standard output."),
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
    const Result<SourceChoice> choice = readSourceChoice(parser, book.configured());
    if (!choice)
        return wrongUsage(choice.error());

    KeyStores stores(data.path());
    ChosenSource source(choice.value(), stores.all());
    QObject::connect(&source, &ChosenSource::formFound, &book, &ProviderBook::noteForm);
    QObject::connect(&source, &ChosenSource::remarked, &source, &terminal::say);
    GenerateRun run(source, data.path(), output.value());
    return run.execute(request.value());
}

} // namespace roadloom
