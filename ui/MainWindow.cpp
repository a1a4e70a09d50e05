// SPDX-License-Identifier: Apache-2.0
#include "ui/MainWindow.h"

#include "core/storage/AppearanceBook.h"
#include "ui/LinkQuestion.h"
#include "ui/WorkView.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/ErrorCard.h"
#include "ui/chat/ReadingActions.h"
#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/settings/ModelsPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/start/GoalForm.h"
#include "ui/start/RecentList.h"
#include "ui/start/StartPage.h"
#include "ui/study/RoadmapShelf.h"
#include "ui/study/StudyBook.h"
#include "ui/window/AboutDialog.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/EndRunQuestion.h"
#include "ui/window/ShortcutsDialog.h"
#include "ui/window/WindowMemory.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUndoStack>

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

const QString chatPane = u"conversation"_s;

} // namespace

MainWindow::MainWindow(RoadmapSource& source, const ModelSettings& settings,
    const LearnerRequest& defaults, const WindowStores& stores, QWidget* parent)
    : QMainWindow(parent)
    , m_source(source)
    , m_settings(settings)
    , m_stores(stores)
    , m_run(source)
    , m_commands(*menuBar())
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(defaults))
    , m_firstRun(settings, *m_start)
{
    setCentralWidget(m_pages);
    setMinimumSize(60 * spacingUnit, 40 * spacingUnit);
    m_pages->addWidget(m_start);
    connectCommands();
    if (m_stores.library != nullptr)
        m_shelf = new RoadmapShelf(*m_stores.library, this);
    if (m_stores.memory == nullptr || !m_stores.memory->restore(*this))
        resize(QSize(1120, 720).boundedTo(screen()->availableSize()));

    connect(&m_start->form(), &GoalForm::submitted, this, &MainWindow::begin);
    connect(m_start, &StartPage::returnRequested, this,
        [this] { m_pages->setCurrentWidget(&workView()); });
    connect(m_start, &StartPage::settingsRequested, this, [this] { openSettings(); });
    connect(&m_source, &RoadmapSource::titleChanged, this,
        [this] { m_start->setSourceTitle(m_source.title()); });
    connect(m_start, &StartPage::roadmapChosen, this, &MainWindow::openRoadmap);
    if (m_shelf != nullptr) {
        connect(m_shelf, &RoadmapShelf::changed, this, &MainWindow::showRecents);
        connect(m_shelf, &RoadmapShelf::failed, this,
            [this](const Error& error) { remark(error.message); });
    }
    connect(&m_run, &RunController::phaseChanged, this, &MainWindow::takePhase);
    connect(&m_run, &RunController::sourceChanged, this, &MainWindow::enableCommands);
    connect(&m_run, &RunController::progressChanged, this, &MainWindow::showTitle);
    // The desktop ends, and does not wait for an answer.
    connect(
        qApp, &QGuiApplication::commitDataRequest, this, [this] { m_closes = true; },
        Qt::DirectConnection);
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::enableCommands);
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::rememberRoadmap);
    connect(&m_firstRun, &FirstRun::modelWanted, this, [this] { openSettings().models().add(); });
    connect(&m_firstRun, &FirstRun::hubWanted, this, [this] { openSettings().models().addHub(); });
    retranslate();
    showRecents();
    enableCommands();
    m_start->form().editGoal();
}

MainWindow::~MainWindow()
{
    // Views die before the run does; what it still says then has no listener.
    m_run.disconnect();
    m_pages->disconnect(this);
    // What goes with it tells the window, which must still be whole.
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

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::takeWish(const LearnerRequest& wish)
{
    m_start->form().setPreferences(wish.preferences);
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
    on(Command::NextPane, [this] { workView().switchPane(); });
    on(Command::FilterRoadmap, [this] { workView().roadmap().focusFilter(); });
    on(Command::ToggleDone, [this] { workView().roadmap().toggleDone(); });
    on(Command::NextUnfinished, [this] { workView().roadmap().showNextUnfinished(); });
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
    on(Command::Shortcuts, [this, open] { open(new ShortcutsDialog(m_commands.all(), this)); });
    on(Command::About, [this, open] { open(new AboutDialog(this)); });
}

void MainWindow::showCommands()
{
    QList<QAction*> offered = m_commands.all();
    offered.removeOne(&m_commands[Command::Palette]);
    auto* const palette = new CommandPalette(offered, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->show();
}

void MainWindow::showFullScreen(bool full)
{
    setWindowState(
        full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

/// A run that is on is not ended without a word.
void MainWindow::begin(const LearnerRequest& request)
{
    if (m_run.isRunning())
        m_question
            = askToEndRun(EndRunFor::AnotherGoal, this, [this, request] { startRun(request); });
    else
        startRun(request);
}

void MainWindow::startRun(const LearnerRequest& request)
{
    // Whoever starts a run is content with who answers.
    m_firstRun.settle();
    WorkView& work = workView();
    m_subject = request.preferences.learningGoal;
    m_roadmapId.clear();
    work.beginConversation(m_subject);
    m_pages->setCurrentWidget(&work);
    m_run.start(request);
}

void MainWindow::goOn()
{
    if (m_work == nullptr || m_run.isRunning())
        return;
    m_work->beginAnotherTry();
    m_run.goOn();
}

void MainWindow::startOver()
{
    if (m_work == nullptr || m_run.isRunning())
        return;
    m_work->beginAnotherTry();
    m_run.startOver();
}

/// The settings open with the one who answers.
void MainWindow::offer(Cure cure)
{
    SettingsDialog& settings = openSettings();
    if (cure == Cure::AnotherModel)
        settings.models().add();
}

/// A run that is on goes on behind it.
void MainWindow::showForm()
{
    m_start->setCanReturn(m_work != nullptr);
    showRecents();
    m_pages->setCurrentWidget(m_start);
    m_start->form().editGoal();
}

/// What acts on the run in front is not there on the start page: nobody would see it act, and
/// "again" would not mean the wish that the form shows.
void MainWindow::enableCommands()
{
    const bool seesRun = m_work != nullptr && m_pages->currentWidget() == m_work;
    const RunPhase phase = m_run.phase();
    const bool brokeOff = phase == RunPhase::Stopped || phase == RunPhase::Failed;
    m_commands[Command::Stop].setEnabled(seesRun && m_run.isRunning());
    m_commands[Command::GoOn].setEnabled(seesRun && m_run.canGoOn());
    m_commands[Command::Retry].setEnabled(seesRun && brokeOff);
    for (const Command command : { Command::NextPane, Command::FindInChat, Command::FilterRoadmap,
             Command::ToggleDone, Command::NextUnfinished })
        m_commands[command].setEnabled(seesRun);
    const QUndoStack* const undo = seesRun ? &m_work->roadmap().study().undoStack() : nullptr;
    m_commands[Command::Undo].setEnabled(undo != nullptr && undo->canUndo());
    m_commands[Command::Redo].setEnabled(undo != nullptr && undo->canRedo());
    const ReadingActions* const reading = seesRun ? &m_work->chat().reading() : nullptr;
    const auto canRead = [reading](ReadingActions::Which which) {
        return reading != nullptr && (*reading)[which].isEnabled();
    };
    m_commands[Command::Copy].setEnabled(canRead(ReadingActions::Copy));
    m_commands[Command::CopyMarkdown].setEnabled(canRead(ReadingActions::CopyMarkdown));
    nameRetry();
}

/// As the card in the conversation calls it.
void MainWindow::nameRetry()
{
    const bool failedAtOnce = m_run.phase() == RunPhase::Failed && !m_run.canGoOn();
    m_commands[Command::Retry].setText(failedAtOnce ? tr("Try &again") : tr("Start &over"));
}

void MainWindow::takePhase(RunPhase phase)
{
    enableCommands();
    showTitle();
    // What it asks about is no longer the run that is on.
    if (m_question && !m_run.isRunning())
        m_question->close();
    if (!m_run.isRunning() && !isActiveWindow())
        tellEnd(phase);
}

void MainWindow::tellEnd(RunPhase phase)
{
    const QString goal = displayLine(m_run.request().preferences.learningGoal, 100);
    if (phase == RunPhase::Done)
        Q_EMIT runEndedUnseen(tr("Your roadmap is ready"), goal);
    else if (phase == RunPhase::Failed)
        Q_EMIT runEndedUnseen(tr("The roadmap could not be made"), goal);
}

/// What the task bar shows of a run: how far it is, and what it is about.
void MainWindow::showTitle()
{
    const QString program = u"Roadloom"_s;
    if (m_subject.isEmpty()) {
        setWindowTitle(program);
        return;
    }
    const QString about = displayLine(m_subject, 60) + u" – "_s + program;
    const std::optional<ProgressEvent>& progress = m_run.progress();
    if (m_run.isRunning() && progress)
        //: %1 is a percentage, %2 what the window is about.
        setWindowTitle(tr("%1% · %2").arg(QLocale().toString(progress->percent), about));
    else
        setWindowTitle(about);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_run.isRunning() && !m_closes && isVisible()) {
        event->ignore();
        m_question = askToEndRun(EndRunFor::Closing, this, [this] {
            m_closes = true;
            close();
        });
        return;
    }
    m_run.stop();
    if (WindowMemory* const memory = m_stores.memory) {
        memory->keep(*this);
        if (m_work != nullptr)
            memory->keepShare(chatPane, m_work->chatShare());
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
        if (m_stores.memory != nullptr)
            m_work->setChatShare(m_stores.memory->share(chatPane));
        m_pages->addWidget(m_work);
        connectWork();
    }
    return *m_work;
}

void MainWindow::connectWork()
{
    connect(m_work, &WorkView::roadmapMade, this, &MainWindow::keepRoadmap);
    connect(m_work, &WorkView::goOnRequested, this, &MainWindow::goOn);
    connect(m_work, &WorkView::startOverRequested, this, &MainWindow::startOver);
    connect(m_work, &WorkView::cureRequested, this, &MainWindow::offer);
    connect(m_work, &WorkView::linkChosen, this,
        [this](const QUrl& address) { askAboutLink(address, this); });
    const ReadingActions& reading = m_work->chat().reading();
    follow(Command::Copy, reading[ReadingActions::Copy]);
    follow(Command::CopyMarkdown, reading[ReadingActions::CopyMarkdown]);
    follow(Command::FindInChat, reading[ReadingActions::Find]);
    takeUndo(m_work->roadmap().study());
}

/// The command is the action's; its keys hold in the whole window.
void MainWindow::follow(Command command, QAction& action)
{
    action.setShortcut({});
    QAction& own = m_commands[command];
    connect(&action, &QAction::enabledChanged, this, &MainWindow::enableCommands);
    connect(&own, &QAction::triggered, &action, &QAction::trigger);
}

/// What is taken back is what was done with the roadmap; fields of text have their own.
void MainWindow::takeUndo(StudyBook& study)
{
    const QUndoStack& stack = study.undoStack();
    connect(&m_commands[Command::Undo], &QAction::triggered, &study, &StudyBook::undo);
    connect(&m_commands[Command::Redo], &QAction::triggered, &study, &StudyBook::redo);
    connect(&stack, &QUndoStack::canUndoChanged, this, &MainWindow::enableCommands);
    connect(&stack, &QUndoStack::canRedoChanged, this, &MainWindow::enableCommands);
}

void MainWindow::openRoadmap(const QString& id)
{
    if (m_run.isRunning())
        m_question = askToEndRun(EndRunFor::AnotherRoadmap, this, [this, id] { showRoadmap(id); });
    else
        showRoadmap(id);
}

void MainWindow::showRoadmap(const QString& id)
{
    const Result<LibraryEntry> entry = m_shelf->take(id);
    if (!entry) {
        remark(entry.error().message);
        return;
    }
    m_run.clear();
    m_roadmapId = id;
    m_subject = entry.value().roadmap.title;
    WorkView& work = workView();
    work.showKept(entry.value().request.preferences.learningGoal, entry.value().roadmap);
    m_shelf->keepStudy(entry.value(), work.roadmap().study());
    m_pages->setCurrentWidget(&work);
    showTitle();
    rememberRoadmap();
}

/// At once: whoever pulls the plug finds it in front again, too.
void MainWindow::rememberRoadmap()
{
    if (m_stores.memory != nullptr)
        m_stores.memory->keepRoadmap(m_pages->currentWidget() == m_start ? QString() : m_roadmapId);
}

void MainWindow::restoreRoadmap()
{
    const QString id = m_stores.memory != nullptr ? m_stores.memory->roadmap() : QString();
    if (m_shelf != nullptr && !id.isEmpty())
        showRoadmap(id);
}

void MainWindow::keepRoadmap(const Roadmap& roadmap)
{
    m_subject = roadmap.title;
    if (m_shelf != nullptr)
        m_roadmapId = m_shelf->keep(roadmap, m_run.request(), m_work->roadmap().study());
    rememberRoadmap();
}

void MainWindow::showRecents()
{
    if (m_shelf == nullptr)
        return;
    constexpr int inMenu = 10;
    QMenu& menu = m_commands.recent();
    menu.clear();
    QList<RecentRoadmap> recents;
    for (const LibraryLine& line : m_shelf->recent(inMenu)) {
        recents.append({ .id = line.id,
            .title = line.title,
            .opened = line.opened,
            .concepts = line.concepts,
            .learnt = line.learnt });
        QAction* const action = menu.addAction(displayLine(line.title, 80).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, id = line.id] { openRoadmap(id); });
    }
    menu.setEnabled(!recents.isEmpty());
    m_start->setRecents(recents);
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
    nameRetry();
    showTitle();
    m_start->setSourceTitle(m_source.title());
}

} // namespace roadloom
