// SPDX-License-Identifier: Apache-2.0
#include "ui/MainWindow.h"

#include "core/storage/AppearanceBook.h"
#include "ui/WorkView.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/ErrorCard.h"
#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/settings/ModelsPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/start/GoalForm.h"
#include "ui/start/StartPage.h"
#include "ui/study/StudyBook.h"
#include "ui/window/AboutDialog.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/KeptReading.h"
#include "ui/window/LinkQuestion.h"
#include "ui/window/RecentMenu.h"
#include "ui/window/ShortcutsDialog.h"
#include "ui/window/WindowMemory.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QMenuBar>
#include <QScopedValueRollback>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTreeView>

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

const QString chatPane = u"conversation"_s;
constexpr auto tokenVariable = "XDG_ACTIVATION_TOKEN";

} // namespace

MainWindow::MainWindow(RoadmapSource& source, const Settings& settings,
    const LearnerRequest& defaults, const WindowStores& stores, QWidget* parent)
    : QMainWindow(parent)
    , m_source(source)
    , m_settings(settings)
    , m_memory(stores.memory)
    , m_run(source)
    , m_endRun(m_run, *this)
    , m_unwritten(stores.library, *this)
    , m_kept(stores)
    , m_unfinished(stores)
    , m_restoring(stores.library, *this)
    , m_exporting(stores.library, *this)
    , m_importing(stores.library, *this)
    , m_commands(*menuBar())
    , m_workCommands(m_commands, m_run)
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(defaults))
    , m_goal(m_start->form(), m_memory)
    , m_title(m_run, *this)
    , m_firstRun(settings, *m_start)
{
    setCentralWidget(m_pages);
    setMinimumSize(60 * spacingUnit, 40 * spacingUnit);
    m_pages->addWidget(m_start);
    connectCommands();
    connectKept();
    connectUnfinished();
    connectExchange();
    followAppearance();
    if (m_memory == nullptr || !m_memory->restore(*this))
        resize(QSize(1120, 720).boundedTo(screen()->availableSize()));

    connect(&m_start->form(), &GoalForm::submitted, this, &MainWindow::begin);
    connect(m_start, &StartPage::returnRequested, this, &MainWindow::turnToWork);
    connect(m_start, &StartPage::settingsRequested, this, [this] { openSettings(); });
    connect(&m_source, &RoadmapSource::titleChanged, this,
        [this] { m_start->setSourceTitle(m_source.title()); });
    connect(&m_run, &RunController::phaseChanged, this, &MainWindow::tellEnd);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        const bool seesWork = m_pages->currentWidget() != m_start;
        m_workCommands.setInSight(seesWork);
        m_kept.setSeen(seesWork);
    });
    connect(&m_run, &RunController::progressChanged, this, &MainWindow::showWhatIsBehind);
    connect(&m_run, &RunController::phaseChanged, this, &MainWindow::showWhatIsBehind);
    connect(&m_firstRun, &FirstRun::modelWanted, this, [this] { openSettings().models().add(); });
    connect(&m_firstRun, &FirstRun::serverWanted, this,
        [this] { openSettings().models().addServer(); });
    connect(&m_firstRun, &FirstRun::hubWanted, this, [this] { openSettings().models().addHub(); });
    retranslate();
    if (defaults.preferences.learningGoal.isEmpty())
        m_goal.bringBack();
    m_start->form().editGoal();
}

MainWindow::~MainWindow()
{
    // Views die before the run does; what it still says then has no listener.
    m_run.disconnect();
    m_pages->disconnect(this);
    // What goes with it tells the window, which must still be whole.
    m_workCommands.detach();
    delete std::exchange(m_work, nullptr);
}

void MainWindow::start()
{
    m_start->form().submit();
}

void MainWindow::remark(const QString& sentence)
{
    statusBar()->showMessage(displayLine(sentence));
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
    if (m_run.isRunning() || QApplication::activeModalWidget() != nullptr)
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
    on(Command::Settings, [this] { openSettings(); });
    on(Command::Quit, &QWidget::close);
    on(Command::Palette, &MainWindow::showCommands);
    on(Command::LargerText, [this] { changeTextSize(1); });
    on(Command::SmallerText, [this] { changeTextSize(-1); });
    on(Command::NormalText, [this] { changeTextSize(0); });
    on(Command::FullScreen, &MainWindow::showFullScreen);
    on(Command::Stop, [this] { m_run.stop(); });
    on(Command::GoOn, &MainWindow::goOn);
    on(Command::Retry, &MainWindow::startOver);
    const auto open = [this](QDialog* dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    on(Command::Shortcuts, [this, open] {
        const AppearanceBook* const book = m_settings.appearance;
        open(new ShortcutsDialog(
            m_commands.all(), book != nullptr ? book->appearance().sendKey : SendKey::Enter, this));
    });
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

void MainWindow::begin(const LearnerRequest& request)
{
    askBefore(EndRunFor::AnotherGoal, [this, request] { startRun(request); });
}

/// At once where there is nothing to lose.
void MainWindow::askBefore(EndRunFor reason, const std::function<void()>& then)
{
    m_endRun.setRecorded(m_unfinished.areKept());
    if (wouldLoseDesign())
        m_endRun.beforeLosingDesign(reason, designInFront(), then);
    else
        m_endRun.before(reason, then);
}

void MainWindow::startRun(const LearnerRequest& request)
{
    // Whoever starts a run is content with who answers.
    m_firstRun.settle();
    m_start->form().noteUsed();
    m_goal.noteFilled();
    WorkView& work = workView();
    const QString& goal = request.preferences.learningGoal;
    m_title.setSubject(goal);
    m_kept.stopOpening();
    m_kept.leave();
    m_endRun.setKept(false);
    m_goal.keep(goal);
    work.beginConversation(goal);
    m_pages->setCurrentWidget(&work);
    m_run.start(request);
}

void MainWindow::goOn()
{
    if (m_work == nullptr || m_run.isRunning())
        return;
    m_kept.stopOpening();
    if (!m_run.canGoOnWithDesign())
        expectAnother();
    m_work->beginGoingOn();
    m_run.goOn();
}

void MainWindow::startOver()
{
    if (m_work == nullptr || m_run.isRunning())
        return;
    m_kept.stopOpening();
    expectAnother();
    m_work->beginAnotherTry();
    m_run.startOver();
}

/// What was made for the same goal before stays as it is.
void MainWindow::expectAnother()
{
    m_kept.expectAnother();
    m_endRun.setKept(false);
    m_goal.keep(m_run.request().preferences.learningGoal);
}

/// The form, or the settings, which open with the one who answers.
void MainWindow::offer(Cure cure)
{
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
    m_kept.stopOpening();
    showWhatIsBehind();
    m_kept.refresh();
    m_pages->setCurrentWidget(m_start);
}

/// Nor over this.
void MainWindow::turnToWork()
{
    m_kept.stopOpening();
    m_pages->setCurrentWidget(&workView());
}

/// After a failure that left nothing there is nothing to go back to.
void MainWindow::showWhatIsBehind()
{
    using Behind = StartPage::Behind;
    const RunPhase phase = m_run.phase();
    const bool hasRoadmap
        = m_kept.isOneInFront() || (m_work != nullptr && m_work->roadmap().hasRoadmap());
    const bool hasWhole = hasRoadmap && (m_work == nullptr || !m_work->roadmap().isGrowing());
    const bool hasWords = phase == RunPhase::Failed && m_run.canGoOn();
    if (m_run.isRunning())
        m_start->setBehind(Behind::Run,
            m_run.progress() ? std::optional(m_run.progress()->percent) : std::nullopt);
    else
        m_start->setBehind(phase == RunPhase::Stopped && !hasWhole ? Behind::StoppedRun
                : hasRoadmap                                       ? Behind::Roadmap
                : hasWords                                         ? Behind::Run
                                                                   : Behind::Nothing);
    m_start->setBeingMade(roadmapOfRun());
    m_questions.setBeingMade(roadmapOfRun());
}

void MainWindow::tellEnd(RunPhase phase)
{
    if (m_run.isRunning() || isActiveWindow())
        return;
    const QString goal = displayLine(m_run.request().preferences.learningGoal, 100);
    if (phase == RunPhase::Done)
        Q_EMIT runEndedUnseen(tr("Your roadmap is ready"), goal);
    else if (phase == RunPhase::Failed)
        Q_EMIT runEndedUnseen(tr("The roadmap could not be made"), goal);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_work != nullptr)
        m_work->roadmap().study().collectTyped();
    const bool mayAsk = !m_sessionEnd.isNear() && isVisible();
    const auto closeWith = [this](bool mayEndRun) {
        return [this, mayEndRun] {
            const QScopedValueRollback asked(m_mayEndRun, mayEndRun);
            close();
        };
    };
    if (mayAsk && !m_mayEndRun && (m_run.isRunning() || wouldLoseDesign())) {
        event->ignore();
        askBefore(EndRunFor::Closing, closeWith(true));
        return;
    }
    if (mayAsk && m_unwritten.isNeeded()) {
        event->ignore();
        m_unwritten.before(closeWith(m_mayEndRun));
        return;
    }
    if (!m_run.isRunning())
        m_goal.correct();
    m_run.stop();
    if (m_memory != nullptr) {
        m_memory->keep(*this);
        if (m_work != nullptr)
            m_memory->keepShare(chatPane, m_work->chatShare());
    }
    QMainWindow::closeEvent(event);
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

WorkView& MainWindow::workView()
{
    if (m_work == nullptr) {
        m_work = new WorkView(m_run,
            { &m_commands[Command::Stop], &m_commands[Command::GoOn], &m_commands[Command::Retry],
                &m_commands[Command::NewGoal] },
            m_pages);
        if (m_memory != nullptr)
            m_work->setChatShare(m_memory->share(chatPane));
        if (m_memory != nullptr)
            m_work->showChat(!m_memory->isHidden(chatPane));
        m_pages->addWidget(m_work);
        if (m_memory != nullptr)
            new KeptReading(m_work->roadmap(), *m_memory, m_work);
        connectWork();
    }
    return *m_work;
}

void MainWindow::connectWork()
{
    connect(m_work, &WorkView::roadmapMade, this, &MainWindow::keepRoadmap);
    connect(m_work, &WorkView::roadmapLeft, this, [this] {
        m_title.setSubject(m_run.request().preferences.learningGoal);
        m_kept.leave();
        showWhatIsBehind();
    });
    connect(m_work, &WorkView::chatShown, this, [this](bool isShown) {
        if (m_memory != nullptr)
            m_memory->keepHidden(chatPane, !isShown);
    });
    connect(m_work, &WorkView::goOnRequested, this, &MainWindow::goOn);
    connect(m_work, &WorkView::startOverRequested, this, &MainWindow::startOver);
    connect(m_work, &WorkView::cureRequested, this, &MainWindow::offer);
    connect(m_work, &WorkView::linkChosen, this,
        [this](const QUrl& address) { askAboutLink(address, this); });
    m_workCommands.attach(*m_work);
}

void MainWindow::connectKept()
{
    connect(m_start, &StartPage::roadmapChosen, this, &MainWindow::openRoadmap);
    connect(m_start, &StartPage::removalAgreed, this, &MainWindow::removeRoadmap);
    connect(m_start, &StartPage::titleChosen, this, &MainWindow::renameRoadmap);
    connect(&m_questions, &RoadmapQuestions::removalAgreed, this, &MainWindow::removeRoadmap);
    connect(&m_questions, &RoadmapQuestions::titleChosen, this, &MainWindow::renameRoadmap);
    connect(&m_commands[Command::RenameRoadmap], &QAction::triggered, this,
        [this] { m_questions.askForTitle(shownRoadmap(), m_work->roadmap().title()); });
    connect(&m_commands[Command::RemoveRoadmap], &QAction::triggered, this,
        [this] { m_questions.askToRemove(shownRoadmap(), m_work->roadmap().title()); });
    connect(&m_kept, &KeptRoadmaps::opened, this, &MainWindow::showKept);
    connect(&m_kept, &KeptRoadmaps::failed, this,
        [this](const Error& error) { remark(error.message); });
    connect(&m_kept, &KeptRoadmaps::written, this, [this] {
        m_endRun.setKept(true);
        m_goal.drop();
        if (m_work != nullptr)
            m_work->chat().noteKept(true);
    });
    connect(&m_kept, &KeptRoadmaps::lastIsGone, this, &MainWindow::showForm);
    connect(&m_kept, &KeptRoadmaps::caughtUp, this, &MainWindow::remark);
    auto* const menu = new RecentMenu(m_commands.recent(), this);
    connect(menu, &RecentMenu::chosen, this, &MainWindow::openRoadmap);
    menu->setRecents({});
    connect(&m_kept, &KeptRoadmaps::recentsChanged, menu, &RecentMenu::setRecents);
    connect(&m_kept, &KeptRoadmaps::recentsChanged, m_start, &StartPage::setRecents);
}

void MainWindow::connectUnfinished()
{
    m_commands[Command::RestoreBackup].setEnabled(m_unfinished.areKept());
    connect(&m_commands[Command::RestoreBackup], &QAction::triggered, this,
        [this] { askBefore(EndRunFor::AnotherRoadmap, [this] { m_restoring.ask(); }); });
    connect(&m_restoring, &BackupRestoring::agreed, this, [this] {
        m_kept.stopOpening();
        if (m_work != nullptr) {
            m_work->roadmap().study().collectTyped();
            leaveWork();
        }
        showForm();
        remark(tr("The library becomes what it was then."));
    });
    connect(&m_restoring, &BackupRestoring::failed, this,
        [this](const Error& error) { remark(error.message); });
    connect(&m_unfinished, &UnfinishedRuns::changed, m_start, &StartPage::setUnfinished);
    connect(&m_unfinished, &UnfinishedRuns::foundOfTheDead, this, [this] {
        if (m_run.phase() != RunPhase::Idle)
            return;
        turnToForm();
        remark(tr("Roadloom ended while a roadmap was being designed. You can go on with it."));
    });
    connect(&m_unfinished, &UnfinishedRuns::opened, this, &MainWindow::showUnfinished);
    connect(&m_unfinished, &UnfinishedRuns::wordsRead, this, [this](const RecordedRun& run) {
        const bool isOfTheOneInFront = m_run.phase() == RunPhase::Idle
            && !run.line.roadmap.isEmpty() && run.line.roadmap == shownRoadmap();
        if (isOfTheOneInFront)
            m_work->recallConversation(run.line.goal, run.events);
    });
    connect(&m_unfinished, &UnfinishedRuns::failed, this,
        [this](const Error& error) { remark(error.message); });
    connect(m_start, &StartPage::unfinishedChosen, this, &MainWindow::openUnfinished);
    connect(m_start, &StartPage::unfinishedRemovalAgreed, &m_unfinished, &UnfinishedRuns::remove);
}

void MainWindow::connectExchange()
{
    m_commands[Command::ImportRoadmap].setEnabled(m_unfinished.areKept());
    connect(&m_commands[Command::ImportRoadmap], &QAction::triggered, &m_importing,
        &RoadmapImporting::ask);
    connect(&m_importing, &RoadmapImporting::imported, this,
        [this](const QString& id, const QString& sentence) {
            remark(sentence);
            // Read anew, also where the same one is in front.
            askBefore(EndRunFor::AnotherRoadmap, [this, id] { m_kept.open(id); });
        });
    connect(&m_commands[Command::ExportRoadmap], &QAction::triggered, this, [this] {
        m_work->roadmap().study().collectTyped();
        m_exporting.ask(shownRoadmap(), m_work->roadmap().title());
    });
    connect(&m_exporting, &RoadmapExporting::exported, this, [this](const QString& path) {
        remark(tr("The roadmap was written to %1.").arg(QDir::toNativeSeparators(path)));
    });
    const auto tell = [this](const Error& error) { remark(error.message); };
    connect(&m_importing, &RoadmapImporting::failed, this, tell);
    connect(&m_exporting, &RoadmapExporting::failed, this, tell);
}

void MainWindow::openUnfinished(const QString& run)
{
    const bool isInFront = m_work != nullptr && run == m_unfinished.last()
        && (m_run.phase() == RunPhase::Stopped || m_run.phase() == RunPhase::Failed);
    if (isInFront)
        turnToWork();
    else
        askBefore(EndRunFor::AnotherRoadmap, [this, run] { m_unfinished.open(run); });
}

/// As it was when it broke off.
void MainWindow::showUnfinished(const RecordedRun& run)
{
    m_run.clear();
    m_kept.stopOpening();
    m_kept.leave();
    m_endRun.setKept(false);
    m_title.setSubject(run.line.goal);
    statusBar()->clearMessage();
    WorkView& work = workView();
    work.beginConversation(run.request.preferences.learningGoal);
    m_pages->setCurrentWidget(&work);
    m_run.recall(run.request, run.finished, run.events);
}

void MainWindow::openRoadmap(const QString& id)
{
    if (id != shownRoadmap()) {
        askBefore(EndRunFor::AnotherRoadmap, [this, id] { m_kept.open(id); });
        return;
    }
    // Read again, it would come without the conversation and what can be taken back.
    turnToWork();
    m_work->roadmap().tree().setFocus();
}

/// The one in front, as the library calls it; empty as long as it is only expected.
QString MainWindow::shownRoadmap() const
{
    return m_work != nullptr ? m_work->roadmap().study().keptAs() : QString();
}

/// The one that the run which is on has brought; empty if there is none.
QString MainWindow::roadmapOfRun() const
{
    const bool hasOne = m_run.isRunning() && m_work != nullptr && !m_work->showsEarlier();
    return hasOne ? shownRoadmap() : QString();
}

/// The one in front goes with its view and its run: nothing may write to it any more, or keep it
/// anew. A run that only began where it still is has nothing to do with it.
void MainWindow::removeRoadmap(const QString& id)
{
    if (m_kept.isInFront(id))
        m_work->leaveEarlier();
    if (m_kept.isInFront(id))
        leaveWork();
    m_kept.remove(id);
}

/// With all that it shows.
void MainWindow::leaveWork()
{
    const bool wasSeen = m_pages->currentWidget() == m_work;
    m_run.clear();
    m_kept.leave();
    m_workCommands.detach();
    delete std::exchange(m_work, nullptr);
    m_title.setSubject({});
    showWhatIsBehind();
    if (wasSeen)
        showForm();
}

void MainWindow::renameRoadmap(const QString& id, const QString& title)
{
    m_kept.rename(id, title);
    if (id != shownRoadmap())
        return;
    m_work->roadmap().rename(title);
    m_title.setSubject(title);
}

void MainWindow::showKept(const KeptRoadmap& kept)
{
    const Roadmap& roadmap = kept.entry.roadmap;
    m_run.clear();
    m_title.setSubject(roadmap.title);
    WorkView& work = workView();
    work.showKept(kept.entry.request.preferences.learningGoal,
        { .framework = roadmap, .designRationale = kept.entry.rationale, .extras = {} });
    m_kept.keepStudy(kept, work.roadmap().study());
    if (!kept.run.isEmpty())
        m_unfinished.readWords(kept.run);
    m_pages->setCurrentWidget(&work);
}

void MainWindow::restoreRoadmap()
{
    if (!m_kept.openLast())
        return;
    // In its place before it is there, so that the start page does not flash up.
    workView().expectKept();
    m_pages->setCurrentWidget(m_work);
}

void MainWindow::keepRoadmap(const Roadmap& roadmap)
{
    CurriculumDesign kept {
        .framework = roadmap, .designRationale = m_run.rationale(), .extras = {}
    };
    kept.framework.title = m_work->roadmap().title(); // which may be the learner's own
    m_title.setSubject(kept.framework.title);
    m_kept.keep(kept, m_run.request(), m_work->roadmap().study());
    if (!shownRoadmap().isEmpty())
        m_unfinished.lead(shownRoadmap());
    showWhatIsBehind();
}

/// What a run that broke off has left is there only until the window closes, or something else
/// takes its place.
bool MainWindow::wouldLoseDesign() const
{
    const bool brokeOff = m_run.phase() == RunPhase::Stopped || m_run.phase() == RunPhase::Failed;
    const bool canGoOnLater = m_unfinished.areKept() && m_run.hasFinished();
    if (m_work == nullptr || !brokeOff || m_kept.isOneInFront() || canGoOnLater)
        return false;
    return m_work->roadmap().isGrowing() || m_work->roadmap().hasRoadmap();
}

UnkeptDesign MainWindow::designInFront() const
{
    return { .name = m_title.subject(), .isWhole = !m_work->roadmap().isGrowing() };
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

/// One size up or down, or, with 0, back to the usual one.
void MainWindow::changeTextSize(int steps)
{
    AppearanceBook* const book = m_settings.appearance;
    if (book == nullptr)
        return;
    Appearance wanted = book->appearance();
    wanted.textPercent = steps == 0 ? 100 : textSizeBeside(wanted.textPercent, steps);
    if (const auto error = book->change(wanted))
        remark(error->message);
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
    m_workCommands.retranslate();
    m_title.show();
    m_start->setSourceTitle(m_source.title());
}

} // namespace roadloom
