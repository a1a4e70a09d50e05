// SPDX-License-Identifier: Apache-2.0
// Roadloom's entry: finds the command, hands over to it, returns its exit status.
#include "app/ApplicationIdentity.h"
#include "app/CurriculumCommand.h"
#include "app/GenerateCommand.h"
#include "app/ProvidersCommand.h"
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
    TerminalCommand { "providers", runProvidersCommand },
};

/// Where the command stands, if there is one: behind --data-dir, which every command takes.
int commandPosition(int argc, char** argv)
{
    int position = 1;
    while (position < argc) {
        const std::string_view word = argv[position];
        if (word == "--data-dir")
            position += 2;
        else if (word.starts_with("--data-dir="))
            position += 1;
        else
            break;
    }
    return position;
}

ExitStatus runInTerminal(const TerminalCommand& command, int position, int& argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const ApplicationIdentity identity;
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeAt(position);
    return command.run(arguments);
}

} // namespace

int main(int argc, char* argv[])
{
    const int position = commandPosition(argc, argv);
    const std::string_view word = position < argc ? argv[position] : "";
    for (const TerminalCommand& command : terminalCommands) {
        if (word == command.name)
            return int(runInTerminal(command, position, argc, argv));
    }
    return int(runWindowCommand(argc, argv));
}
