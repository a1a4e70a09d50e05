// SPDX-License-Identifier: Apache-2.0
#include "app/GenerateCommand.h"

#include "app/CommandParser.h"
#include "app/OptionLevels.h"
#include "app/RunOptions.h"
#include "app/Terminal.h"
#include "app/WishOptions.h"

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

Result<LearnerRequest> readRequest(
    const QCommandLineParser& parser, const OptionLevels& levels, const DataFolder& data)
{
    if (!parser.isSet(u"goal"_s) && !parser.isSet(u"request"_s))
        return missingGoal();
    Result<LearnerRequest> wish = readWish(parser, levels);
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

ExitStatus runGenerateCommand(const QStringList& arguments, const Policy& policy)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Translation::tr("Makes a learning roadmap in the terminal; no display needed."));
    addWishOptions(parser);
    addRunOptions(parser);
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
    const DataFolder data = chosenDataFolder(parser, policy);
    const OptionLevels levels(parser, policy);
    const Result<LearnerRequest> request = readRequest(parser, levels, data);
    if (!request)
        return wrongUsage(request.error());
    ProviderBook book(ProviderSettings(data.path()), policy);
    const Result<RunOptions> options = readRunOptions(parser, levels, book);
    if (!options)
        return wrongUsage(options.error());
    return withTerminalRun(
        options.value(), book, data, [&request](GenerateRun& run, Library& /*library*/) {
            return run.execute(request.value());
        });
}

} // namespace roadloom
