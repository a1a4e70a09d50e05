// SPDX-License-Identifier: Apache-2.0
#include "app/RoadmapCommand.h"

#include "app/CommandParser.h"
#include "app/ResumeCommand.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

ExitStatus runRoadmapCommand(const QStringList& arguments)
{
    QStringList rest = arguments;
    if (rest.value(1) == "resume"_L1) {
        rest.removeAt(1);
        return runResumeCommand(rest);
    }
    return wrongUsage({ ErrorKind::InvalidInput,
        QCoreApplication::translate("RoadmapCommand", "Use: roadmap resume ID"), {} });
}

} // namespace roadloom
