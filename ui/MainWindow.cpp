// SPDX-License-Identifier: Apache-2.0
#include "ui/MainWindow.h"

#include "core/storage/AppearanceBook.h"
#include "ui/WorkView.h"
#include "ui/chat/ErrorCard.h"
#include "ui/history/HistoryDialog.h"
#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/settings/ModelsPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/start/GoalForm.h"
#include "ui/start/StartPage.h"
#include "ui/window/AboutDialog.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/LinkQuestion.h"
#include "ui/window/PassingRemark.h"
#include "ui/window/RecentMenu.h"
#include "ui/window/ShortcutsDialog.h"
#include "ui/window/WindowMemory.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QScopedValueRollback>
#include <QScreen>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr auto tokenVariable = "XDG_ACTIVATION_TOKEN";

/// To what was asked about a roadmap.
template <typename Asks>
void connectAnswers(const Asks& asks, WorkInFront& work)
{
    QObject::connect(&asks, &Asks::removalAgreed, &work, &WorkInFront::removeRoadmap);
    QObject::connect(&asks, &Asks::titleChosen, &work, &WorkInFront::renameRoadmap);
}

} // namespace

MainWindow::MainWindow(RoadmapSource& source, const Settings& settings,
    const LearnerRequest& defaults, const WindowStores& stores, const ClassroomParts& classroom,
    QWidget* parent)
    : QMainWindow(parent)
    , m_source(source)
    , m_settings(settings)
    , m_memory(stores.memory)
    , m_unwritten(stores.library, *this)
    , m_reporting(settings, stores, *this)
    , m_commands(*menuBar())
    , m_pages(new QStackedWidget(this))
    , m_remark(new PassingRemark(this))
    , m_work(source, stores, m_commands, *m_pages, *this)
    , m_files(stores.library, m_commands, m_work, *this)
    , m_class(classroom, settings.policy.mayShare, stores, m_commands, m_work, *this)
    , m_join(settings, defaults.userId, classroom.makeSearch, m_commands, *this)
    , m_seat(classroom, settings.stores, defaults.userId, source, stores, m_commands, m_work)
    , m_start(new StartPage(defaults))
    , m_goal(m_start->form(), m_memory)
    , m_firstRun(settings, *m_start)
    , m_library(stores.library)
{
    setCentralWidget(m_pages);
    setMinimumSize(60 * spacingUnit, 40 * spacingUnit);
    m_pages->addWidget(m_start);
    connectCommands();
    connectWork();
    connectKept();
    followAppearance();
    obeyPolicy();
    if (m_memory == nullptr || !m_memory->restore(*this))
        resize(QSize(1120, 720).boundedTo(screen()->availableSize()));

    connect(&m_start->form(), &GoalForm::submitted, &m_work, &WorkInFront::begin);
    connect(m_start, &StartPage::returnRequested, &m_work, &WorkInFront::show);
    connect(m_start, &StartPage::settingsRequested, this, [this] { openSettings(); });
    connect(&m_seat, &ClassSeat::said, this, &MainWindow::remark);
    connect(&m_seat, &ClassSeat::warned, this, &MainWindow::warn);
    connect(&m_join, &JoinCommand::said, this, &MainWindow::remark);
    connect(&m_join, &JoinCommand::warned, this, &MainWindow::warn);
    connect(&m_source, &RoadmapSource::titleChanged, this, [this] {
        m_start->setAnswerer({ m_source.title(), m_source.isBuiltIn() });
    });
    connect(&m_firstRun, &FirstRun::modelWanted, this, [this] { openSettings().models().add(); });
    connect(&m_firstRun, &FirstRun::serverWanted, this,
        [this] { openSettings().models().addServer(); });
    connect(&m_firstRun, &FirstRun::hubWanted, this, [this] { openSettings().models().addHub(); });
    retranslate();
    if (defaults.preferences.learningGoal.isEmpty())
        m_goal.bringBack();
    m_start->form().editGoal();
}

MainWindow::~MainWindow() = default;

void MainWindow::start()
{
    m_start->form().submit();
}

void MainWindow::remark(const QString& sentence)
{
    m_remark->say(displayLine(sentence));
}

void MainWindow::takeJoinLink(const QString& text)
{
    if (const auto link = readJoinLink(text))
        m_join.take(*link);
    else
        warn(tr("This link does not lead to a class: a part of it is missing or damaged. Ask your "
                "teacher for the whole link, or for the address and the class code."));
}

void MainWindow::warn(const QString& sentence)
{
    m_remark->warn(displayLine(sentence));
}

void MainWindow::comeForward(const QByteArray& activationToken)
{
    constexpr qsizetype longest = 1024; // bytes; it comes from another program
    const bool isOfUse = !activationToken.isEmpty() && activationToken.size() <= longest
        && QGuiApplication::platformName().startsWith("wayland"_L1);
    // From where Qt takes it when the window is activated. What we start must not take it as well.
    if (isOfUse)
        qputenv(tokenVariable, activationToken);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (isOfUse)
        qunsetenv(tokenVariable);
}

void MainWindow::takeWish(const LearnerRequest& wish)
{
    GoalForm& form = m_start->form();
    if (form.hasUnused() && form.request() != wish) {
        if (m_pages->currentWidget() != m_start) {
            turnToForm();
            form.goOnWithGoal(); // with nothing selected that the next key would replace
        }
        m_start->offerWish(wish);
        return;
    }
    form.setRequest(wish);
    m_goal.noteFilled();
    // Nothing begins behind a dialog that the learner is busy with.
    if (m_work.run().isRunning() || QApplication::activeModalWidget() != nullptr)
        showForm();
    else
        start();
}

void MainWindow::connectCommands()
{
    const auto on = [this](Command command, auto does) {
        connect(&m_commands[command], &QAction::triggered, this, does);
    };
    on(Command::NewGoal, &MainWindow::showForm);
    m_commands[Command::History].setEnabled(m_library != nullptr);
    on(Command::History, [this] { showHistory(HistoryPlace::Kept); });
    on(Command::Settings, [this] { openSettings(); });
    on(Command::Quit, &QWidget::close);
    on(Command::Palette, &MainWindow::showCommands);
    on(Command::LargerText, [this] { changeTextSize(1); });
    on(Command::SmallerText, [this] { changeTextSize(-1); });
    on(Command::NormalText, [this] { changeTextSize(0); });
    on(Command::FullScreen, &MainWindow::showFullScreen);
    const auto open = [this](QDialog* dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    on(Command::Shortcuts, [this, open] {
        const AppearanceBook* const book = m_settings.appearance;
        open(new ShortcutsDialog(
            m_commands.all(), book != nullptr ? book->appearance().sendKey : SendKey::Enter, this));
    });
    connect(&m_commands[Command::ReportProblem], &QAction::triggered, &m_reporting,
        &ProblemReporting::ask);
    on(Command::About, [this, open] { open(new AboutDialog(this)); });
}

void MainWindow::showCommands()
{
    auto* const palette = new CommandPalette(m_commands.offers(), this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->show();
}

void MainWindow::showFullScreen(bool full)
{
    setWindowState(
        full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

/// Another run, the form, or the settings, which open with the one who answers.
void MainWindow::offer(Cure cure)
{
    if (cure == Cure::BuiltInCourses) {
        m_work.startStandIn();
        return;
    }
    if (cure == Cure::AnotherGoal) {
        showForm();
        return;
    }
    SettingsDialog& settings = openSettings();
    if (cure == Cure::AnotherModel)
        settings.models().add();
}

void MainWindow::showForm()
{
    turnToForm();
    m_start->form().editGoal();
}

/// A run that is on goes on behind it. What is still being opened does not come over it.
void MainWindow::turnToForm()
{
    m_work.kept().stopOpening();
    showWhatIsBehind();
    m_work.kept().refresh();
    m_pages->setCurrentWidget(m_start);
}

/// After a failure that left nothing there is nothing to go back to.
void MainWindow::showWhatIsBehind()
{
    using Behind = StartPage::Behind;
    const RunController& run = m_work.run();
    const RunPhase phase = run.phase();
    const bool hasWords = phase == RunPhase::Failed && run.canGoOn();
    if (run.isRunning())
        m_start->setBehind(
            Behind::Run, run.progress() ? std::optional(run.progress()->percent) : std::nullopt);
    else
        m_start->setBehind(phase == RunPhase::Stopped && !m_work.hasWholeRoadmap()
                ? Behind::StoppedRun
                : m_work.hasRoadmap() ? Behind::Roadmap
                : hasWords            ? Behind::Run
                                      : Behind::Nothing);
    m_start->setBeingMade(m_work.roadmapOfRun());
    m_questions.setBeingMade(m_work.roadmapOfRun());
    if (m_history)
        m_history->setBeingMade(m_work.roadmapOfRun());
}

void MainWindow::tellEnd(RunPhase phase)
{
    if (m_work.run().isRunning() || isActiveWindow())
        return;
    const QString goal = displayLine(m_work.run().request().preferences.learningGoal, 100);
    if (phase == RunPhase::Done)
        Q_EMIT runEndedUnseen(tr("Your roadmap is ready"), goal);
    else if (phase == RunPhase::Failed)
        Q_EMIT runEndedUnseen(tr("The roadmap could not be made"), goal);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_work.collectTyped();
    const bool mayAsk = !m_sessionEnd.isNear() && isVisible();
    if (mayAsk && !m_mayEndClass && m_class.isNeeded()) {
        event->ignore();
        m_class.askToEnd([this] {
            const QScopedValueRollback asked(m_mayEndClass, true);
            close();
        });
        return;
    }
    const auto closeWith = [this, mayEndClass = m_mayEndClass](bool mayEndRun) {
        return [this, mayEndRun, mayEndClass] {
            const QScopedValueRollback asked(m_mayEndRun, mayEndRun);
            const QScopedValueRollback askedOfClass(m_mayEndClass, mayEndClass);
            close();
        };
    };
    if (mayAsk && !m_mayEndRun && (m_work.run().isRunning() || m_work.wouldLoseDesign())) {
        event->ignore();
        m_work.askBefore(EndRunFor::Closing, closeWith(true));
        return;
    }
    if (mayAsk && m_unwritten.isNeeded()) {
        event->ignore();
        m_unwritten.before(closeWith(m_mayEndRun));
        return;
    }
    if (!m_work.run().isRunning())
        m_goal.correct();
    m_class.stop();
    m_work.leaveRun();
    m_work.rememberShare();
    if (m_memory != nullptr)
        m_memory->keep(*this);
    QMainWindow::closeEvent(event);
}

void MainWindow::showHistory(HistoryPlace place)
{
    if (m_history)
        return;
    m_work.collectTyped(); // it may be looked for
    m_history = new HistoryDialog(*m_library, this);
    m_history->setAttribute(Qt::WA_DeleteOnClose);
    m_history->setBeingMade(m_work.roadmapOfRun());
    m_history->showPlace(place);
    connectAnswers(*m_history, m_work);
    connect(m_history, &HistoryDialog::openRequested, &m_work, &WorkInFront::openRoadmap);
    connect(m_history, &HistoryDialog::purgeAgreed, this, [this](const QString& id) {
        if (id == m_work.roadmap()) // another program has thrown it away
            m_work.leave();
        m_library->purge(id);
    });
    connect(m_history, &HistoryDialog::broughtBack, this, [this](const QString& id) {
        if (id == m_work.roadmap())
            m_work.openAnew(id);
    });
    m_history->open();
}

SettingsDialog& MainWindow::openSettings()
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(m_settings, this);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->open();
    }
    return *m_dialog;
}

void MainWindow::connectWork()
{
    connect(&m_work, &WorkInFront::begun, this, [this] {
        // Whoever starts a run is content with who answers.
        m_firstRun.settle();
        m_start->form().noteUsed();
        m_goal.noteFilled();
    });
    connect(
        &m_work, &WorkInFront::awaited, this, [this](const QString& goal) { m_goal.keep(goal); });
    connect(&m_work, &WorkInFront::written, this, [this] { m_goal.drop(); });
    connect(&m_work, &WorkInFront::changed, this, &MainWindow::showWhatIsBehind);
    connect(&m_work, &WorkInFront::emptied, this, &MainWindow::showForm);
    connect(&m_work, &WorkInFront::cureRequested, this, &MainWindow::offer);
    connect(&m_work, &WorkInFront::linkChosen, this,
        [this](const QUrl& address) { askAboutLink(address, m_settings.policy, this); });
    connect(&m_work, &WorkInFront::said, this, &MainWindow::remark);
    connect(&m_work, &WorkInFront::warned, this, &MainWindow::warn);
    connect(&m_work, &WorkInFront::settled, this,
        [this](const QString& warning) { m_remark->withdraw(displayLine(warning)); });
    connect(&m_work.run(), &RunController::phaseChanged, this, &MainWindow::tellEnd);
    connect(&m_files, &LibraryFiles::replaced, this, &MainWindow::showForm);
    connect(&m_files, &LibraryFiles::said, this, &MainWindow::remark);
    connect(&m_files, &LibraryFiles::warned, this, &MainWindow::warn);
    connect(&m_class, &ClassCommands::said, this, &MainWindow::remark);
    connect(&m_class, &ClassCommands::warned, this, &MainWindow::warn);

    UnfinishedRuns& unfinished = m_work.unfinished();
    connect(&unfinished, &UnfinishedRuns::changed, m_start, &StartPage::setUnfinished);
    connect(&unfinished, &UnfinishedRuns::foundOfTheDead, this, [this] {
        if (m_work.run().phase() != RunPhase::Idle)
            return;
        turnToForm();
        remark(tr("Roadloom ended while a roadmap was being designed. You can go on with it."));
    });
    connect(m_start, &StartPage::unfinishedChosen, &m_work, &WorkInFront::openUnfinished);
    connect(m_start, &StartPage::unfinishedRemovalAgreed, &unfinished, &UnfinishedRuns::remove);
}

void MainWindow::connectKept()
{
    connectAnswers(*m_start, m_work);
    connectAnswers(m_questions, m_work);
    connect(&m_commands[Command::RenameRoadmap], &QAction::triggered, this,
        [this] { m_questions.askForTitle(m_work.roadmap(), m_work.view()->roadmap().title()); });
    connect(&m_commands[Command::RemoveRoadmap], &QAction::triggered, this,
        [this] { m_questions.askToRemove(m_work.roadmap(), m_work.view()->roadmap().title()); });

    const KeptRoadmaps& kept = m_work.kept();
    connect(&kept, &KeptRoadmaps::lastIsGone, this, &MainWindow::showForm);
    auto* const menu = new RecentMenu(m_commands.recent(), this);
    menu->setRecents({});
    connect(menu, &RecentMenu::chosen, &m_work, &WorkInFront::openRoadmap);
    connect(m_start, &StartPage::roadmapChosen, &m_work, &WorkInFront::openRoadmap);
    connect(&kept, &KeptRoadmaps::recentsChanged, menu, &RecentMenu::setRecents);
    connect(&kept, &KeptRoadmaps::recentsChanged, m_start,
        [this](const QList<LibraryLine>& recents, int archived) {
            m_start->setRecents(recents);
            m_start->setArchived(archived);
        });
    connect(m_start, &StartPage::allRoadmapsWanted, this, &MainWindow::showHistory);
}

void MainWindow::restoreRoadmap()
{
    m_work.restore();
}

void MainWindow::followAppearance()
{
    if (m_settings.appearance == nullptr)
        return;
    const auto follow
        = [this](const Appearance& appearance) { m_start->form().setSendKey(appearance.sendKey); };
    connect(m_settings.appearance, &AppearanceBook::changed, this, follow);
    follow(m_settings.appearance->appearance());
}

/// What the settings show as fixed, they show; this is about all else.
void MainWindow::obeyPolicy()
{
    const Policy& policy = m_settings.policy;
    m_start->form().fixHours(policy.hoursPerWeek);
    m_commands[Command::ExportRoadmap].setVisible(policy.mayExport);
    for (const Command command : { Command::LargerText, Command::SmallerText, Command::NormalText })
        m_commands[command].setEnabled(!policy.textPercent && policy.mayChangeSettings);
}

/// One size up or down, or, with 0, back to the usual one.
void MainWindow::changeTextSize(int steps)
{
    AppearanceBook* const book = m_settings.appearance;
    if (book == nullptr)
        return;
    Appearance wanted = book->appearance();
    wanted.textPercent = steps == 0 ? 100 : textSizeBeside(wanted.textPercent, steps);
    if (const auto error = book->change(wanted))
        warn(error->message);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::WindowStateChange)
        m_commands[Command::FullScreen].setChecked(isFullScreen());
}

void MainWindow::retranslate()
{
    m_commands.retranslate();
    m_work.retranslate();
    m_class.retranslate();
    m_join.retranslate();
    m_seat.retranslate();
    m_start->setAnswerer({ m_source.title(), m_source.isBuiltIn() });
}

} // namespace roadloom
