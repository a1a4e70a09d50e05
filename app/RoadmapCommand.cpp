// SPDX-License-Identifier: Apache-2.0
#include "app/RoadmapCommand.h"

#include "app/CommandParser.h"
#include "app/ResumeCommand.h"
#include "app/RoadmapExport.h"
#include "app/RoadmapImport.h"
#include "app/RoadmapListing.h"
#include "app/RoadmapRemoval.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapCommand)
};

/// What can be done with what is saved. Each is a command with options of its own, whose arguments
/// begin with the program's name, without the words that name it.
struct RoadmapAction {
    QLatin1StringView name;
    QLatin1StringView operand; ///< as it is shown behind the name; may be empty
    ExitStatus (*run)(const QStringList& arguments, const Policy& policy);
    bool (*draws)(const QStringList& arguments) = nullptr; ///< with fonts; none: never
};

constexpr std::array actions {
    RoadmapAction { "list"_L1, {}, runRoadmapList },
    RoadmapAction { "show"_L1, "ID"_L1, runRoadmapShow },
    RoadmapAction { "resume"_L1, "ID"_L1, runResumeCommand },
    RoadmapAction { "export"_L1, "ID"_L1, runRoadmapExport, roadmapExportDraws },
    RoadmapAction { "import"_L1, "FILE"_L1, runRoadmapImport },
    RoadmapAction { "remove"_L1, "ID"_L1, runRoadmapRemoval },
    RoadmapAction { "restore"_L1, "ID"_L1, runRoadmapRestoring },
};

const RoadmapAction* actionIn(const QStringList& arguments)
{
    const QString word = arguments.value(commandPosition(arguments));
    const auto found = std::ranges::find(actions, word, &RoadmapAction::name);
    return found != actions.end() ? &*found : nullptr;
}

QStringList withoutAction(QStringList arguments)
{
    arguments.removeAt(commandPosition(arguments));
    return arguments;
}

/// Serves --help, and says what there is.
ExitStatus runWithoutAction(const QStringList& arguments)
{
    QStringList names;
    QStringList usages;
    for (const RoadmapAction& action : actions) {
        names.append(action.name);
        usages.append(QString(action.name + u' ' + action.operand).trimmed());
    }
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Translation::tr("The roadmaps that are saved. Each action has its own --help:\n"
                        "  list     all of them, the one opened last first\n"
                        "  show     one as a tree, with what is learnt of it\n"
                        "  resume   a design that broke off\n"
                        "  export   one as a document\n"
                        "  import   files, with what was studied of them\n"
                        "  remove   one, into the bin or for good\n"
                        "  restore  one from the bin"));
    parser.addPositionalArgument(
        u"action"_s, Translation::tr("One of: %1.").arg(names.join(", "_L1)), usages.join(u'|'));
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"roadmap"_s))
        return *status;
    return wrongUsage({ ErrorKind::InvalidInput,
        Translation::tr("Use one of: %1.").arg("roadmap "_L1 + usages.join(", roadmap "_L1)), {} });
}

} // namespace

ExitStatus runRoadmapCommand(const QStringList& arguments, const Policy& policy)
{
    const RoadmapAction* const action = actionIn(arguments);
    return action != nullptr ? action->run(withoutAction(arguments), policy)
                             : runWithoutAction(arguments);
}

bool roadmapCommandDraws(const QStringList& arguments)
{
    const RoadmapAction* const action = actionIn(arguments);
    return action != nullptr && action->draws != nullptr && action->draws(withoutAction(arguments));
}

} // namespace roadloom
