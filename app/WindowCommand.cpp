// SPDX-License-Identifier: Apache-2.0
#include "app/WindowCommand.h"

#include "app/ApplicationIdentity.h"
#include "app/CommandParser.h"
#include "app/DataFolder.h"
#include "app/SourceOptions.h"
#include "app/Terminal.h"
#include "app/WishOptions.h"
#include "ui/MainWindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QPalette>

#include <cstdlib>
#include <variant>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(WindowCommand)
};

struct WindowSetup {
    SourceChoice choice;
    LearnerRequest request;
};

using Setup = std::variant<WindowSetup, ExitStatus>;

Setup readArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "From a wish to a learning roadmap. Without a command it opens the window; with a goal "
        "it starts at once.\n\nCommands:\n"
        "  generate    the same run in the terminal, no display needed\n"
        "  curriculum  the offline library: list, show ID, check PATH\n\n"
        "Each command has its own --help."));
    addWishOptions(parser);
    addSourceOptions(parser);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, {}))
        return *status;
    if (const QStringList words = parser.positionalArguments(); !words.isEmpty())
        return wrongUsage({ ErrorKind::InvalidInput,
            Translation::tr("\"%1\" is no command here. The commands are generate and "
                            "curriculum, and come first; a goal is given with --goal TEXT.")
                .arg(words.constFirst()),
            {} });
    Result<LearnerRequest> wish = readWish(parser);
    if (!wish)
        return wrongUsage(wish.error());
    const bool hasGoal = !wish.value().preferences.learningGoal.isEmpty();
    const auto error = findRequestError(wish.value(), QDate::currentDate());
    if (hasGoal && error)
        return wrongUsage(*error);
    const Result<SourceChoice> choice = readSourceChoice(parser);
    if (!choice)
        return wrongUsage(choice.error());
    WindowSetup setup { choice.value(), std::move(wish).value() };
    if (setup.request.userId.isEmpty())
        setup.request.userId = DataFolder(parser.value(u"data-dir"_s)).installationId();
    return setup;
}

bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

Error noDisplay()
{
    return { ErrorKind::InvalidInput,
        Translation::tr(
            "There is no display to open the window on. Use \"roadloom generate\" to make "
            "the roadmap in the terminal."),
        {} };
}

/// Qt ends the process by abort() when the display it is pointed to does not answer.
void sayThatTheDisplayIsDead(
    QtMsgType type, const QMessageLogContext& /*context*/, const QString& text)
{
    if (type != QtFatalMsg) {
        terminal::say(text);
        return;
    }
    std::_Exit(int(wrongUsage(noDisplay())));
}

/// Some desktops' themes leave the hints in empty fields dark on dark. A middle grey can be read on
/// both; what else the palette says stays the desktop's.
void makeHintsReadable()
{
    QPalette own;
    own.setColor(QPalette::PlaceholderText, QColor(Qt::gray).darker(120));
    QApplication::setPalette(own);
}

ExitStatus showWindow(int& argc, char** argv, const WindowSetup& setup)
{
    const QtMessageHandler handler = qInstallMessageHandler(sayThatTheDisplayIsDead);
    const QApplication application(argc, argv);
    qInstallMessageHandler(handler);
    const ApplicationIdentity identity;
    QGuiApplication::setDesktopFileName(u"org.roadloom.Roadloom"_s);
    makeHintsReadable();
    const bool startAtOnce = !setup.request.preferences.learningGoal.isEmpty();
    const SourceParts parts = makeSource(setup.choice);
    MainWindow window(*parts.source, setup.request);
    window.show();
    if (startAtOnce)
        window.start();
    return QApplication::exec() == 0 ? ExitStatus::Success : ExitStatus::UnexpectedFailure;
}

} // namespace

ExitStatus runWindowCommand(int& argc, char** argv)
{
    Setup setup = ExitStatus::UnexpectedFailure;
    {
        const QCoreApplication application(argc, argv);
        const ApplicationIdentity identity;
        setup = readArguments(QCoreApplication::arguments());
        if (!hasDisplay() && std::holds_alternative<WindowSetup>(setup))
            setup = wrongUsage(noDisplay());
    }
    if (const auto* status = std::get_if<ExitStatus>(&setup))
        return *status;
    return showWindow(argc, argv, std::get<WindowSetup>(setup));
}

} // namespace roadloom
