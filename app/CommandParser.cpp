// SPDX-License-Identifier: Apache-2.0
#include "app/CommandParser.h"

#include "app/Terminal.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(CommandParser)
};

/// The parser's usage line knows the program's name alone.
QString helpFor(const QCommandLineParser& parser, const QString& command)
{
    QString help = parser.helpText();
    if (!command.isEmpty()) {
        const QString program = QCoreApplication::arguments().value(0);
        const qsizetype at = help.indexOf(program);
        if (at >= 0)
            help.replace(at, program.size(), "roadloom "_L1 + command);
    }
    return help;
}

ExitStatus printed(const QString& text)
{
    return terminal::print(text) ? ExitStatus::Success : ExitStatus::UnexpectedFailure;
}

} // namespace

void addCommonOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        { u"data-dir"_s, Translation::tr("Folder for everything the program keeps."), u"FOLDER"_s },
        { { u"h"_s, u"help"_s }, Translation::tr("Show this help.") },
        { { u"v"_s, u"version"_s }, Translation::tr("Show the version.") },
    });
}

std::optional<ExitStatus> parseCommand(
    QCommandLineParser& parser, const QStringList& arguments, const QString& command)
{
    if (!parser.parse(arguments))
        return wrongUsage({ ErrorKind::InvalidInput, parser.errorText(), {} });
    if (parser.isSet(u"help"_s)) {
        return printed(helpFor(parser, command));
    }
    if (parser.isSet(u"version"_s)) {
        return printed("roadloom %1\n"_L1.arg(QCoreApplication::applicationVersion()));
    }
    return std::nullopt;
}

DataFolder chosenDataFolder(const QCommandLineParser& parser, const Policy& policy)
{
    const QString option = u"data-dir"_s;
    if (policy.dataFolder && parser.isSet(option))
        terminal::say(
            Translation::tr("--data-dir does not count: your administrator has set the folder."));
    return DataFolder(parser.value(option), policy);
}

ExitStatus wrongUsage(const Error& error)
{
    terminal::say(error.message);
    if (!error.details.isEmpty())
        terminal::say(error.details);
    terminal::say(Translation::tr("See all options with --help."));
    return ExitStatus::WrongUsage;
}

ExitStatus localFailure(const Error& error)
{
    terminal::say(error.message);
    if (!error.details.isEmpty())
        terminal::say(error.details);
    return error.kind == ErrorKind::InvalidInput ? ExitStatus::WrongUsage
                                                 : ExitStatus::UnexpectedFailure;
}

qsizetype commandPosition(const QStringList& arguments)
{
    qsizetype position = 1;
    while (position < arguments.size()) {
        if (arguments[position] == "--data-dir"_L1)
            position += 2;
        else if (arguments[position].startsWith("--data-dir="_L1))
            position += 1;
        else
            break;
    }
    return position;
}

} // namespace roadloom
