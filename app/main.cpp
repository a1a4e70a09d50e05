// SPDX-License-Identifier: Apache-2.0
// Roadloom's entry: finds the command, hands over to it, returns its exit status.
#include "app/ApplicationIdentity.h"
#include "app/CurriculumCommand.h"
#include "app/GenerateCommand.h"
#include "app/WindowCommand.h"

#include <QCoreApplication>

#include <array>
#include <string_view>

namespace {

using namespace roadloom;

struct TerminalCommand {
    std::string_view name;
    ExitStatus (*run)(const QStringList& arguments);
};

constexpr std::array terminalCommands {
    TerminalCommand { "generate", runGenerateCommand },
    TerminalCommand { "curriculum", runCurriculumCommand },
};

ExitStatus runInTerminal(const TerminalCommand& command, int& argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const ApplicationIdentity identity;
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeAt(1);
    return command.run(arguments);
}

} // namespace

int main(int argc, char* argv[])
{
    const std::string_view word = argc > 1 ? argv[1] : "";
    for (const TerminalCommand& command : terminalCommands) {
        if (word == command.name)
            return int(runInTerminal(command, argc, argv));
    }
    return int(runWindowCommand(argc, argv));
}
