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

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace roadloom {

MainWindow::MainWindow(RoadmapSource& source, const ModelSettings& settings,
    const LearnerRequest& defaults, QWidget* parent)
    : QMainWindow(parent)
    , m_source(source)
    , m_settings(settings)
    , m_run(source)
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(defaults))
{
    setCentralWidget(m_pages);
    m_pages->addWidget(m_start);
    buildActions();
    resize(QSize(1120, 720).boundedTo(screen()->availableSize()));

    connect(&m_start->form(), &GoalForm::submitted, this, &MainWindow::begin);
    connect(m_start, &StartPage::returnRequested, this,
        [this] { m_pages->setCurrentWidget(&workView()); });
    connect(m_start, &StartPage::settingsRequested, this, [this] { openSettings(); });
    connect(&m_source, &RoadmapSource::titleChanged, this,
        [this] { m_start->setSourceTitle(m_source.title()); });
    connect(&m_run, &RunController::phaseChanged, this, &MainWindow::enableActions);
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::enableActions);
    if (m_settings.asksWhoAnswers && m_settings.book.isFresh())
        askWhoAnswers();
    retranslate();
    enableActions();
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

void MainWindow::buildActions()
{
    m_menus.file = menuBar()->addMenu(QString());
    m_menus.run = menuBar()->addMenu(QString());
    m_actions.newGoal = m_menus.file->addAction(QString(), this, &MainWindow::showForm);
    m_actions.settings = m_menus.file->addAction(QString(), this, [this] { openSettings(); });
    m_menus.file->addSeparator();
    m_actions.quit = m_menus.file->addAction(QString(), this, &QWidget::close);
    m_actions.stop = m_menus.run->addAction(QString(), &m_run, &RunController::stop);
    m_actions.retry = m_menus.run->addAction(QString(), this, &MainWindow::tryAgain);
    m_menus.run->addSeparator();
    m_actions.nextPane
        = m_menus.run->addAction(QString(), this, [this] { workView().switchPane(); });

    m_actions.newGoal->setShortcut(QKeySequence::New);
    m_actions.settings->setShortcut(Qt::CTRL | Qt::Key_Comma);
    m_actions.settings->setMenuRole(QAction::PreferencesRole);
    m_actions.quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    m_actions.quit->setMenuRole(QAction::QuitRole);
    m_actions.stop->setShortcut(Qt::Key_Escape);
    m_actions.retry->setShortcut(QKeySequence::Refresh);
    m_actions.nextPane->setShortcut(Qt::Key_F6);
}

void MainWindow::begin(const LearnerRequest& request)
{
    // Whoever starts a run is content with who answers.
    if (m_firstRun != nullptr)
        answerWith(m_settings.book.configured());
    WorkView& work = workView();
    work.beginConversation(request.preferences.learningGoal);
    m_pages->setCurrentWidget(&work);
    m_run.start(request);
}

void MainWindow::tryAgain()
{
    if (m_work == nullptr || m_run.isRunning())
        return;
    m_work->beginAnotherTry();
    m_run.retry();
}

/// The settings open with the one who answers.
void MainWindow::offer(Cure cure)
{
    SettingsDialog& settings = openSettings();
    if (cure == Cure::AnotherModel)
        settings.models().add();
}

void MainWindow::showForm()
{
    m_run.stop();
    m_start->setCanReturn(m_work != nullptr);
    m_pages->setCurrentWidget(m_start);
    m_start->form().editGoal();
}

/// What acts on the run in front is not there on the start page: nobody would see it act, and
/// "again" would not mean the wish that the form shows.
void MainWindow::enableActions()
{
    const bool seesRun = m_pages->currentWidget() != m_start;
    const RunPhase phase = m_run.phase();
    m_actions.stop->setEnabled(m_run.isRunning());
    m_actions.retry->setEnabled(
        seesRun && (phase == RunPhase::Stopped || phase == RunPhase::Failed));
    m_actions.nextPane->setEnabled(seesRun);
    nameRetry();
}

/// As the card in the conversation calls it.
void MainWindow::nameRetry()
{
    m_actions.retry->setText(
        m_run.phase() == RunPhase::Stopped ? tr("Start &over") : tr("Try &again"));
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
        m_work = new WorkView(m_run, { m_actions.stop, m_actions.newGoal }, m_pages);
        m_pages->addWidget(m_work);
        connect(m_work, &WorkView::retryRequested, this, &MainWindow::tryAgain);
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
}

void MainWindow::retranslate()
{
    setWindowTitle(u"Roadloom"_s);
    m_menus.file->setTitle(tr("&File"));
    m_menus.run->setTitle(tr("&Run"));
    m_actions.newGoal->setText(tr("&New goal"));
    m_actions.settings->setText(tr("&Settings…"));
    m_actions.quit->setText(tr("&Quit"));
    m_actions.stop->setText(tr("S&top"));
    nameRetry();
    m_actions.nextPane->setText(tr("Next &pane"));
    m_start->setSourceTitle(m_source.title());
}

} // namespace roadloom
