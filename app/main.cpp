// SPDX-License-Identifier: Apache-2.0
// Roadloom's entry: finds the command, hands over to it, returns its exit status.
#include "app/ApplicationIdentity.h"
#include "app/CurriculumCommand.h"
#include "app/GenerateCommand.h"
#include "app/ProvidersCommand.h"
#include "app/RoadmapCommand.h"
#include "app/WindowCommand.h"

#include <QCoreApplication>

#include <array>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

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
    TerminalCommand { "roadmap", runRoadmapCommand },
};

/// A standard stream that is closed would have its number taken by the next file or socket, which
/// would then be read from, or written to, in its place. Opened for reading only: the input is at
/// its end, and writing fails as it did.
void occupyClosedStreams()
{
    for (const int stream : { STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO }) {
        if (::fcntl(stream, F_GETFD) == -1)
            static_cast<void>(::open("/dev/null", O_RDONLY));
    }
}

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
    occupyClosedStreams();
    const int position = commandPosition(argc, argv);
    const std::string_view word = position < argc ? argv[position] : "";
    for (const TerminalCommand& command : terminalCommands) {
        if (word == command.name)
            return int(runInTerminal(command, position, argc, argv));
    }
    return int(runWindowCommand(argc, argv));
}
