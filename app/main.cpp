// SPDX-License-Identifier: Apache-2.0
// Roadloom's entry: finds the command, hands over to it, returns its exit status.
#include "app/ApplicationIdentity.h"
#include "app/CommandParser.h"
#include "app/CurriculumCommand.h"
#include "app/GenerateCommand.h"
#include "app/ProvidersCommand.h"
#include "app/RoadmapCommand.h"
#include "app/ServeCommand.h"
#include "app/SystemPolicy.h"
#include "app/Terminal.h"
#include "app/WindowCommand.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

namespace {

using namespace Qt::StringLiterals;
using namespace roadloom;

struct TerminalCommand {
    QLatin1StringView name;
    ExitStatus (*run)(const QStringList& arguments, const Policy& policy);
    bool (*draws)(const QStringList& arguments) = nullptr; ///< with fonts; none: never
};

constexpr std::array terminalCommands {
    TerminalCommand { "generate"_L1, runGenerateCommand },
    TerminalCommand { "serve"_L1, runServeCommand },
    TerminalCommand { "curriculum"_L1, runCurriculumCommand },
    TerminalCommand { "providers"_L1, runProvidersCommand },
    TerminalCommand { "roadmap"_L1, runRoadmapCommand, roadmapCommandDraws },
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

QStringList withoutCommand(QStringList arguments)
{
    arguments.removeAt(commandPosition(arguments));
    return arguments;
}

/// What Qt thinks of the session that it finds is no news where no window is opened. Without the
/// platform it would end the process by abort().
void sayWhatIsFatal(QtMsgType type, const QMessageLogContext& /*context*/, const QString& text)
{
    if (type != QtFatalMsg)
        return;
    terminal::say(text);
    std::_Exit(int(ExitStatus::UnexpectedFailure));
}

/// Fonts come with a platform; this one needs no display, whatever there is.
std::unique_ptr<QCoreApplication> makeApplication(bool draws, int& argc, char** argv)
{
    if (!draws)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QtMessageHandler handler = qInstallMessageHandler(sayWhatIsFatal);
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(handler);
    return application;
}

ExitStatus runInTerminal(const TerminalCommand& command, bool draws, int& argc, char** argv)
{
    const std::unique_ptr<QCoreApplication> application = makeApplication(draws, argc, argv);
    ApplicationIdentity identity;
    const Policy policy = systemPolicy();
    identity.speak(policy.language.value_or(LanguageChoice::System));
    for (const QString& problem : policy.problems)
        terminal::say(problem);
    return command.run(withoutCommand(QCoreApplication::arguments()), policy);
}

} // namespace

int main(int argc, char* argv[])
{
    occupyClosedStreams();
    // Threads wait with Qt's own event loop, which costs a hub with many seats two thirds of what
    // GLib's does. Only the first thread needs that one: the secret store answers through it.
    qputenv("QT_NO_THREADED_GLIB", "1");
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const QString word = arguments.value(commandPosition(arguments));
    const auto command = std::ranges::find(terminalCommands, word, &TerminalCommand::name);
    if (command == terminalCommands.end())
        return int(runWindowCommand(argc, argv));
    const bool draws = command->draws != nullptr && command->draws(withoutCommand(arguments));
    return int(runInTerminal(*command, draws, argc, argv));
}
