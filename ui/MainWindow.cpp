// SPDX-License-Identifier: Apache-2.0
#include "ui/MainWindow.h"

#include "ui/LinkQuestion.h"
#include "ui/WorkView.h"
#include "ui/chat/ErrorCard.h"
#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/settings/ConfiguredEdits.h"
#include "ui/settings/ModelsPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/start/FirstRunCard.h"
#include "ui/start/GoalForm.h"
#include "ui/start/StartPage.h"
#include "ui/window/AboutDialog.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/EndRunQuestion.h"
#include "ui/window/ShortcutsDialog.h"
#include "ui/window/WindowMemory.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLocale>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

const QString chatPane = u"conversation"_s;

} // namespace

MainWindow::MainWindow(RoadmapSource& source, const ModelSettings& settings,
    const LearnerRequest& defaults, WindowMemory* memory, QWidget* parent)
    : QMainWindow(parent)
    , m_source(source)
    , m_settings(settings)
    , m_memory(memory)
    , m_run(source)
    , m_commands(*menuBar())
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(defaults))
{
    setCentralWidget(m_pages);
    m_pages->addWidget(m_start);
    connectCommands();
    if (m_memory == nullptr || !m_memory->restore(*this))
        resize(QSize(1120, 720).boundedTo(screen()->availableSize()));

    connect(&m_start->form(), &GoalForm::submitted, this, &MainWindow::begin);
    connect(m_start, &StartPage::returnRequested, this,
        [this] { m_pages->setCurrentWidget(&workView()); });
    connect(m_start, &StartPage::settingsRequested, this, [this] { openSettings(); });
    connect(&m_source, &RoadmapSource::titleChanged, this,
        [this] { m_start->setSourceTitle(m_source.title()); });
    connect(&m_run, &RunController::phaseChanged, this, &MainWindow::takePhase);
    connect(&m_run, &RunController::progressChanged, this, &MainWindow::showTitle);
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::enableCommands);
    if (m_settings.asksWhoAnswers && m_settings.book.isFresh())
        askWhoAnswers();
    retranslate();
    enableCommands();
    m_start->form().editGoal();
}

MainWindow::~MainWindow()
{
    // Views die before the run does; what it still says then has no listener.
    m_run.disconnect();
    m_pages->disconnect(this);
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
    if (m_run.isRunning())
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
        askToEndRun(EndRunFor::AnotherGoal, this, [this, request] { startRun(request); });
    else
        startRun(request);
}

void MainWindow::startRun(const LearnerRequest& request)
{
    // Whoever starts a run is content with who answers.
    if (m_firstRun != nullptr)
        answerWith(m_settings.book.configured());
    WorkView& work = workView();
    work.beginConversation(request.preferences.learningGoal);
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
    m_pages->setCurrentWidget(m_start);
    m_start->form().editGoal();
}

/// What acts on the run in front is not there on the start page: nobody would see it act, and
/// "again" would not mean the wish that the form shows.
void MainWindow::enableCommands()
{
    const bool seesRun = m_pages->currentWidget() != m_start;
    const RunPhase phase = m_run.phase();
    const bool brokeOff = phase == RunPhase::Stopped || phase == RunPhase::Failed;
    m_commands[Command::Stop].setEnabled(seesRun && m_run.isRunning());
    m_commands[Command::GoOn].setEnabled(seesRun && m_run.canGoOn());
    m_commands[Command::Retry].setEnabled(seesRun && brokeOff);
    m_commands[Command::NextPane].setEnabled(seesRun);
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
    const QString goal = displayLine(m_run.request().preferences.learningGoal, 60);
    if (goal.isEmpty()) {
        setWindowTitle(program);
        return;
    }
    const QString about = goal + u" – "_s + program;
    const std::optional<ProgressEvent>& progress = m_run.progress();
    if (m_run.isRunning() && progress)
        //: %1 is a percentage, %2 what the window is about.
        setWindowTitle(tr("%1% · %2").arg(QLocale().toString(progress->percent), about));
    else
        setWindowTitle(about);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const bool endsSession = qApp->isSavingSession();
    if (m_run.isRunning() && !m_closes && !endsSession && isVisible()) {
        event->ignore();
        askToEndRun(EndRunFor::Closing, this, [this] {
            m_closes = true;
            close();
        });
        return;
    }
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

void MainWindow::askWhoAnswers()
{
    m_firstRun = new FirstRunCard(m_settings.candidates);
    m_start->setQuestion(m_firstRun);
    connect(m_firstRun, &FirstRunCard::serverChosen, this, [this](const LocalServer& server) {
        ConfiguredProviders configured = m_settings.book.configured();
        configured.defaultId = addFound(configured, server);
        answerWith(configured);
    });
    connect(m_firstRun, &FirstRunCard::libraryChosen, this,
        [this] { answerWith(m_settings.book.configured()); });
    connect(
        m_firstRun, &FirstRunCard::cloudChosen, this, [this] { openSettings().models().add(); });
    connect(
        m_firstRun, &FirstRunCard::hubChosen, this, [this] { openSettings().models().addHub(); });
    // Whoever looks around in the settings has not chosen yet.
    connect(&m_settings.book, &ProviderBook::changed, m_firstRun, [this] {
        if (answeringId(m_settings.book.configured()) != offlineId)
            endFirstRun();
    });
}

void MainWindow::answerWith(const ConfiguredProviders& configured)
{
    // If it cannot be written, it holds for this session, and the learner is asked again next time.
    static_cast<void>(m_settings.book.change(configured));
    endFirstRun();
}

void MainWindow::endFirstRun()
{
    if (m_firstRun == nullptr)
        return;
    const bool hadFocus = m_firstRun->isAncestorOf(focusWidget());
    m_firstRun = nullptr;
    m_start->setQuestion(nullptr);
    if (hadFocus)
        m_start->form().editGoal();
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
        m_pages->addWidget(m_work);
        connect(m_work, &WorkView::goOnRequested, this, &MainWindow::goOn);
        connect(m_work, &WorkView::startOverRequested, this, &MainWindow::startOver);
        connect(m_work, &WorkView::cureRequested, this, &MainWindow::offer);
        connect(m_work, &WorkView::linkChosen, this,
            [this](const QUrl& address) { askAboutLink(address, this); });
    }
    return *m_work;
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
