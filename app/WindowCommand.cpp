// SPDX-License-Identifier: Apache-2.0
#include "app/WindowCommand.h"

#include "app/ApplicationIdentity.h"
#include "app/ChosenSource.h"
#include "app/CommandParser.h"
#include "app/DataFolder.h"
#include "app/KeyStores.h"
#include "app/SourceOptions.h"
#include "app/Terminal.h"
#include "app/WishOptions.h"
#include "core/storage/ProviderBook.h"
#include "ui/MainWindow.h"
#include "ui/look/RoomyStyle.h"

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
    bool followsSettings = false; ///< no option said who answers
    LearnerRequest request;
    QString dataFolder;
    std::optional<Error> settingsError; ///< why the settings could not be read
};

using Setup = std::variant<WindowSetup, ExitStatus>;

Setup readArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "From a wish to a learning roadmap. Without a command it opens the window; with a goal "
        "it starts at once.\n\nCommands:\n"
        "  generate    the same run in the terminal, no display needed\n"
        "  curriculum  the offline library: list, show ID, check PATH\n"
        "  providers   models that can be reached: list, test NAME\n\n"
        "Each command has its own --help."));
    addWishOptions(parser);
    addSourceOptions(parser);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, {}))
        return *status;
    if (const QStringList words = parser.positionalArguments(); !words.isEmpty())
        return wrongUsage({ ErrorKind::InvalidInput,
            Translation::tr(
                "\"%1\" is no command here. The commands are generate, "
                "curriculum and providers, and come first; a goal is given with --goal TEXT.")
                .arg(words.constFirst()),
            {} });
    Result<LearnerRequest> wish = readWish(parser);
    if (!wish)
        return wrongUsage(wish.error());
    const bool hasGoal = !wish.value().preferences.learningGoal.isEmpty();
    const auto error = findRequestError(wish.value(), QDate::currentDate());
    if (hasGoal && error)
        return wrongUsage(*error);
    const DataFolder data(parser.value(u"data-dir"_s));
    const ProviderBook book(ProviderSettings(data.path()));
    if (book.readError())
        terminal::say(book.readError()->message);
    const Result<SourceChoice> choice = readSourceChoice(parser, book.configured());
    if (!choice)
        return wrongUsage(choice.error());
    WindowSetup setup { .choice = choice.value(),
        .followsSettings = !isSourceChosen(parser),
        .request = std::move(wish).value(),
        .dataFolder = data.path(),
        .settingsError = book.readError() };
    if (setup.request.userId.isEmpty())
        setup.request.userId = data.installationId();
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

/// Whoever the settings name answers from the next run on; but where an option named somebody, only
/// once the settings name somebody else.
void followSettings(ChosenSource& source, ProviderBook& book, bool atOnce)
{
    QObject::connect(&source, &ChosenSource::formFound, &book, &ProviderBook::noteForm);
    QObject::connect(&book, &ProviderBook::changed, &source,
        [&source, &book, follows = atOnce, before = book.configured().defaultId]() mutable {
            const QString& chosen = book.configured().defaultId;
            follows = follows || chosen != before;
            before = chosen;
            if (follows)
                source.choose(configuredChoice(book.configured(), chosen));
        });
}

ExitStatus showWindow(int& argc, char** argv, const WindowSetup& setup)
{
    const QtMessageHandler handler = qInstallMessageHandler(sayThatTheDisplayIsDead);
    const QApplication application(argc, argv);
    qInstallMessageHandler(handler);
    const ApplicationIdentity identity;
    QGuiApplication::setDesktopFileName(u"org.roadloom.Roadloom"_s);
    QApplication::setStyle(new RoomyStyle);
    makeHintsReadable();
    const bool startAtOnce = !setup.request.preferences.learningGoal.isEmpty();
    ProviderBook book(ProviderSettings(setup.dataFolder));
    KeyStores stores(setup.dataFolder);
    ChosenSource source(setup.choice, stores.all());
    followSettings(source, book, setup.followsSettings);
    const ModelSettings settings {
        .book = book, .stores = stores.all(), .asksWhoAnswers = setup.followsSettings
    };
    MainWindow window(source, settings, setup.request);
    QObject::connect(&source, &ChosenSource::remarked, &window, &MainWindow::remark);
    if (setup.settingsError)
        window.remark(setup.settingsError->message);
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
