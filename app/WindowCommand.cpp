// SPDX-License-Identifier: Apache-2.0
#include "app/WindowCommand.h"

#include "app/ApplicationIdentity.h"
#include "app/ChosenSource.h"
#include "app/ClassSources.h"
#include "app/CommandParser.h"
#include "app/DataFolder.h"
#include "app/DesktopNotification.h"
#include "app/InterruptSignal.h"
#include "app/KeyStores.h"
#include "app/OptionLevels.h"
#include "app/ProgramLog.h"
#include "app/SingleInstance.h"
#include "app/SourceOptions.h"
#include "app/SystemPolicy.h"
#include "app/Terminal.h"
#include "app/WishOptions.h"
#include "core/classroom/JoinLink.h"
#include "core/exporting/ExportFormat.h"
#include "core/hub/HubThread.h"
#include "core/storage/AppearanceBook.h"
#include "core/storage/DailyBackup.h"
#include "core/storage/Library.h"
#include "core/storage/ProviderBook.h"
#include "core/storage/RunJournal.h"
#include "core/workflow/RecordedSource.h"
#include "ui/MainWindow.h"
#include "ui/look/Icons.h"
#include "ui/look/LiveLook.h"
#include "ui/look/SystemAppearance.h"
#include "ui/window/WindowMemory.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <cstdlib>
#include <memory>
#include <variant>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(WindowCommand)
};

struct WindowSetup {
    SourceChoice choice;
    bool followsSettings = false; ///< nothing above them said who answers
    bool joinsOthers = false; ///< the window that is open will do
    LearnerRequest request;
    QString file; ///< to be imported, absolute; empty: none
    QString link; ///< with which a class is joined, as it came; empty: none
    DataFolder data;
    Policy policy;
    std::optional<Error> settingsError; ///< why the settings could not be read
};

using Setup = std::variant<WindowSetup, ExitStatus>;

Error invalid(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

/// A desktop may give the address of a file on this machine in place of its path.
QString pathOf(const QString& word)
{
    const QUrl url(word);
    const bool isHere = url.isLocalFile()
        && (url.host().isEmpty() || url.host() == QLatin1StringView("localhost"));
    return isHere ? url.path(QUrl::FullyDecoded) : word;
}

/// What a desktop opens with the program: a file that is to be imported, absolute, or a link with
/// which a class is joined; empty if there is none.
Result<QString> readOpened(const QCommandLineParser& parser)
{
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return QString();
    const bool isLink = isJoinLink(words.constFirst());
    const QFileInfo file(pathOf(words.constFirst()));
    const bool isMeant
        = isLink || file.isFile() || file.suffix() == fileExtension(ExportFormat::Roadloom);
    if (!isMeant)
        return invalid(Translation::tr(
            "\"%1\" is no command here. The commands are generate, curriculum, providers "
            "and roadmap, and come first; a goal is given with --goal TEXT.")
                           .arg(words.constFirst()));
    if (!isLink && !file.isFile())
        return invalid(Translation::tr("There is no file \"%1\".").arg(words.constFirst()));
    if (words.size() > 1 || parser.isSet(u"goal"_s) || parser.isSet(u"request"_s))
        return invalid(Translation::tr(
            "The window opens one file or link at a time, and without a goal. Several files are "
            "taken in with "
            "\"roadloom roadmap import\"."));
    return isLink ? words.constFirst() : file.absoluteFilePath();
}

Setup readArguments(const QStringList& arguments, const Policy& policy)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "From a wish to a learning roadmap. Without a command it opens the window; with a goal "
        "it starts at once.\n\nCommands:\n"
        "  generate    the same run in the terminal, no display needed\n"
        "  serve       the classroom hub: one machine has the model for all seats\n"
        "  curriculum  the built-in courses: list, show ID, check PATH\n"
        "  providers   models that can be reached: list, test NAME\n"
        "  roadmap     what is saved: list, show ID, resume ID, export ID,\n"
        "              import FILE, remove ID, restore ID\n\n"
        "Each command has its own --help."));
    parser.addPositionalArgument(u"file"_s,
        Translation::tr("A roadmap to be imported and shown, or a link with which a class is "
                        "joined."),
        u"[FILE]"_s);
    addWishOptions(parser);
    addSourceOptions(parser);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, {}))
        return *status;
    const Result<QString> opened = readOpened(parser);
    if (!opened)
        return wrongUsage(opened.error());
    const bool isLink = isJoinLink(opened.value());
    const OptionLevels levels(parser, policy);
    Result<LearnerRequest> wish = readWish(parser, levels);
    if (!wish)
        return wrongUsage(wish.error());
    const bool hasGoal = !wish.value().preferences.learningGoal.isEmpty();
    const auto error = findRequestError(wish.value(), QDate::currentDate());
    if (hasGoal && error)
        return wrongUsage(*error);
    const DataFolder data = chosenDataFolder(parser, policy);
    const ProviderBook book(ProviderSettings(data.path()), policy);
    if (book.readError())
        terminal::say(book.readError()->message);
    for (const QString& remark : levels.remarks())
        terminal::say(remark);
    const Result<SourceChoice> choice = readSourceChoice(levels, book.configured());
    if (!choice)
        return wrongUsage(choice.error());
    // A goal goes to nobody but those whom this start names, also in its environment.
    WindowSetup setup { .choice = choice.value(),
        .followsSettings = !isSourceChosen(levels),
        .joinsOthers = !isSourceTyped(levels) && !(hasGoal && isSourceChosen(levels)),
        .request = std::move(wish).value(),
        .file = isLink ? QString() : opened.value(),
        .link = isLink ? opened.value() : QString(),
        .data = data,
        .policy = policy,
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

/// Whoever the settings name answers from the next run on; but where an option named somebody, only
/// once the settings name somebody else.
void followSettings(ChosenSource& source, ProviderBook& book, const Policy& policy, bool atOnce)
{
    QObject::connect(&source, &ChosenSource::formFound, &book, &ProviderBook::noteForm);
    QObject::connect(&book, &ProviderBook::changed, &source,
        [&source, &book, &policy, follows = atOnce,
            before = book.configured().defaultId]() mutable {
            const QString& chosen = book.configured().defaultId;
            follows = follows || chosen != before;
            before = chosen;
            if (follows)
                source.choose(configuredChoice(policy, book.configured(), chosen));
        });
}

/// As its runs reach it.
std::optional<AnsweringHub> answeringHub(const SourceChoice& choice)
{
    const auto* const service = std::get_if<ServiceChoice>(&choice);
    if (service == nullptr)
        return std::nullopt;
    AnsweringHub hub { .setup = service->setup, .classCode = service->classCode };
    if (const QString name = seatNameOf(*service); !name.isEmpty())
        hub.setup.seatName = name;
    return hub;
}

/// All must outlive the window.
ClassroomParts classroomOf(
    const ChosenSource& source, const DataFolder& data, ProviderBook& book, bool mayShare)
{
    ClassroomParts parts { .answeringHub = [&source] { return answeringHub(source.choice()); },
        .makeSearch = [] { return std::make_unique<HubSearch>(); } };
    if (!mayShare)
        return parts;
    parts.openHub = [&source, folder = data.path(), &book](const HubSetup& setup) {
        return std::make_unique<HubThread>(setup, classSources(source.choice(), folder, book));
    };
    parts.usualRuns = [&source] { return usualRuns(source.choice()); };
    parts.certificateFor = [folder = data.path()](const QHostAddress& address) {
        return HubCertificate::keptIn(folder, hostNamesAt(address));
    };
    return parts;
}

/// What was asked for by a wish, if one was.
std::optional<LearnerRequest> wishOf(const WindowSetup& setup)
{
    const bool hasGoal = !setup.request.preferences.learningGoal.isEmpty();
    return hasGoal ? std::optional(setup.request) : std::nullopt;
}

/// Gives the wish to a window that is open already. A start that says who is to answer is for a
/// window of its own.
SingleInstance::Role joinOthers(SingleInstance& instance, const WindowSetup& setup)
{
    if (!setup.joinsOthers)
        return SingleInstance::Role::Alone;
    return instance.begin({ .wish = wishOf(setup),
        .file = setup.file,
        .link = setup.link,
        .activationToken = qgetenv("XDG_ACTIVATION_TOKEN") });
}

void answerCalls(SingleInstance& instance, MainWindow& window)
{
    QObject::connect(
        &instance, &SingleInstance::called, &window, [&window](const SingleInstance::Call& call) {
            window.comeForward(call.activationToken);
            if (call.wish)
                window.takeWish(*call.wish);
            if (!call.file.isEmpty())
                window.takeFile(call.file);
            if (!call.link.isEmpty())
                window.takeJoinLink(call.link);
        });
    instance.listen();
}

/// Also one that can only be read. But in the place of one that was damaged there is an empty one,
/// which can be written, and that has been said.
bool mayHaveRoadmaps(const Library& library, const std::optional<Error>& problem)
{
    return library.isOpen() && !(problem && library.isWritable());
}

ExitStatus showWindow(int& argc, char** argv, const WindowSetup& setup, SingleInstance& instance,
    SingleInstance::Role role)
{
    const QtMessageHandler handler = qInstallMessageHandler(sayThatTheDisplayIsDead);
    const QApplication application(argc, argv);
    qInstallMessageHandler(handler);
    ApplicationIdentity identity;
    QGuiApplication::setDesktopFileName(u"org.roadloom.Roadloom"_s);
    QApplication::setWindowIcon(programIcon());
    const ProgramLog log(logFolder(setup.data.statePath()));
    logStart("window", setup.policy);
    AppearanceBook appearance(AppearanceSettings(setup.data.path()), setup.policy);
    const SystemAppearance system;
    LiveLook look(system, appearance.appearance());
    identity.speak(appearance.appearance().language);
    QObject::connect(&appearance, &AppearanceBook::changed, &look, &LiveLook::apply);
    QObject::connect(&appearance, &AppearanceBook::changed, &look,
        [&identity](const Appearance& wanted) { identity.speak(wanted.language); });
    const bool startAtOnce = !setup.request.preferences.learningGoal.isEmpty();
    ProviderBook book(ProviderSettings(setup.data.path()), setup.policy);
    KeyStores stores(setup.data.path());
    Library library(setup.data.path());
    const std::optional<Error> libraryError = library.open();
    RunJournal journal(library);
    ChosenSource source(setup.choice, stores.all(), &journal);
    source.setMayStandIn(!setup.policy.answerer);
    RecordedSource recorded(source, journal);
    followSettings(source, book, setup.policy, setup.followsSettings);
    const Settings settings { .providers = book,
        .stores = stores.all(),
        .asksWhoAnswers = setup.followsSettings,
        .appearance = &appearance,
        .client = setup.request.userId,
        .policy = setup.policy };
    WindowMemory memory(setup.data.statePath() + "/window.ini"_L1);
    MainWindow window(recorded, settings, setup.request,
        { .library = &library,
            .memory = &memory,
            .journal = &journal,
            .logFolder = logFolder(setup.data.statePath()) },
        classroomOf(source, setup.data, book, setup.policy.mayShare));
    DailyBackup backup(library.path());
    if (library.isWritable())
        QObject::connect(&backup, &DailyBackup::failed, &window,
            [&window](const Error& error) { window.warn(error.message); });
    DesktopNotification notification;
    QObject::connect(
        &window, &MainWindow::runEndedUnseen, &notification, &DesktopNotification::show);
    QObject::connect(
        &notification, &DesktopNotification::chosen, &window, &MainWindow::comeForward);
    QObject::connect(&source, &ChosenSource::remarked, &window, &MainWindow::remark);
    // At once, run or no run, but with all written that was done.
    const InterruptSignal interrupt;
    QObject::connect(&interrupt, &InterruptSignal::interrupted, &window, [&memory, &window] {
        memory.keep(window);
        QCoreApplication::exit();
    });
    QStringList problems = setup.policy.problems;
    for (const std::optional<Error>& error : { setup.settingsError, libraryError }) {
        if (error)
            problems.append(error->message);
    }
    if (!problems.isEmpty())
        window.warn(problems.join(u' '));
    // Before the window is seen, so that it shows no page that goes at once.
    if (!startAtOnce && setup.file.isEmpty() && mayHaveRoadmaps(library, libraryError))
        window.restoreRoadmap();
    window.show();
    if (role == SingleInstance::Role::First)
        answerCalls(instance, window);
    if (startAtOnce)
        window.start();
    else if (!setup.file.isEmpty())
        window.takeFile(setup.file);
    else if (!setup.link.isEmpty())
        window.takeJoinLink(setup.link);
    return QApplication::exec() == 0 ? ExitStatus::Success : ExitStatus::UnexpectedFailure;
}

} // namespace

ExitStatus runWindowCommand(int& argc, char** argv)
{
    Setup setup = ExitStatus::UnexpectedFailure;
    std::unique_ptr<SingleInstance> instance;
    auto role = SingleInstance::Role::Alone;
    {
        const QCoreApplication application(argc, argv);
        ApplicationIdentity identity;
        const Policy policy = systemPolicy();
        identity.speak(policy.language.value_or(LanguageChoice::System));
        for (const QString& problem : policy.problems)
            terminal::say(problem);
        setup = readArguments(QCoreApplication::arguments(), policy);
        if (!hasDisplay() && std::holds_alternative<WindowSetup>(setup))
            setup = wrongUsage(noDisplay());
        if (const auto* window = std::get_if<WindowSetup>(&setup)) {
            instance = std::make_unique<SingleInstance>(window->data.path());
            role = joinOthers(*instance, *window);
        }
    }
    if (const auto* status = std::get_if<ExitStatus>(&setup))
        return *status;
    if (role == SingleInstance::Role::Second)
        return ExitStatus::Success;
    return showWindow(argc, argv, std::get<WindowSetup>(setup), *instance, role);
}

} // namespace roadloom
