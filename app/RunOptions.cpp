// SPDX-License-Identifier: Apache-2.0
#include "app/RunOptions.h"

#include "app/ChosenSource.h"
#include "app/ClassCodePrompt.h"
#include "app/CommandParser.h"
#include "app/KeyStores.h"
#include "app/OptionLevels.h"
#include "app/ProgramLog.h"
#include "app/SourceOptions.h"
#include "app/Terminal.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(GenerateCommand)
};

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
    auto* const model = std::get_if<ModelChoice>(&choice);
    if (model != nullptr && !LinePrompt::isSomebodyThere())
        model->setup.asksLearner = parser.isSet(u"review"_s);
}

} // namespace

void addRunOptions(QCommandLineParser& parser)
{
    addSourceOptions(parser);
    addOutputOptions(parser);
    addCommonOptions(parser);
}

Result<RunOptions> readRunOptions(
    const QCommandLineParser& parser, const OptionLevels& levels, const ProviderBook& book)
{
    Result<OutputOptions> output = readOutput(parser);
    if (!output)
        return output.error();
    if (book.readError())
        terminal::say(book.readError()->message);
    for (const QString& remark : levels.remarks())
        terminal::say(remark);
    Result<SourceChoice> choice = readSourceChoice(levels, book.configured());
    if (!choice)
        return choice.error();
    RunOptions options { .choice = std::move(choice).value(), .output = std::move(output).value() };
    askOnlyPeople(parser, options.choice);
    return options;
}

ExitStatus withTerminalRun(const RunOptions& options, ProviderBook& book, const DataFolder& data,
    const std::function<ExitStatus(GenerateRun&, Library&)>& work)
{
    const ProgramLog log(logFolder(data.statePath()));
    logStart("terminal", book.policy());
    Library library(data.path());
    if (const std::optional<Error> problem = library.open())
        terminal::say(problem->message);
    RunJournal journal(library);
    KeyStores stores(data.path());
    ChosenSource source(options.choice, stores.all(), &journal);
    QObject::connect(&source, &ChosenSource::formFound, &book, &ProviderBook::noteForm);
    QObject::connect(&source, &ChosenSource::remarked, &source, &terminal::say);
    const ClassCodePrompt prompt(source);
    GenerateRun run(source, library, journal, options.output);
    return work(run, library);
}

} // namespace roadloom
