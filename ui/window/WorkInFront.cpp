// SPDX-License-Identifier: Apache-2.0
#include "ui/window/WorkInFront.h"

#include "ui/WorkView.h"
#include "ui/chat/ChatView.h"
#include "ui/look/DisplayText.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/study/StudyBook.h"
#include "ui/window/KeepAnewQuestion.h"
#include "ui/window/KeptReading.h"
#include "ui/window/RecalledFindings.h"
#include "ui/window/WindowMemory.h"

#include <QMainWindow>
#include <QStackedWidget>
#include <QTreeView>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

const QString chatPane = u"conversation"_s;
const QString keptChatPane = u"conversation-kept"_s; // beside a roadmap that was made before

} // namespace

WorkInFront::WorkInFront(RoadmapSource& source, const WindowStores& stores,
    const Commands& commands, QStackedWidget& pages, QMainWindow& window)
    : m_commands(commands)
    , m_pages(pages)
    , m_memory(stores.memory)
    , m_run(source)
    , m_endRun(m_run, window)
    , m_kept(stores)
    , m_unfinished(stores)
    , m_workCommands(commands, m_run)
    , m_title(m_run, window)
{
    connectKept();
    connectUnfinished();
    connect(this, &WorkInFront::said, this, [this] { m_saysStep = false; });
    m_sharing.setSingleShot(true);
    m_sharing.setInterval(500ms);
    connect(&m_sharing, &QTimer::timeout, this, &WorkInFront::rememberShare);
    connect(&m_run, &RunController::phaseChanged, this, &WorkInFront::changed);
    connect(&m_run, &RunController::progressChanged, this, &WorkInFront::changed);
    connect(&m_pages, &QStackedWidget::currentChanged, this, [this] {
        const bool isSeen = m_view != nullptr && m_pages.currentWidget() == m_view;
        m_workCommands.setInSight(isSeen);
        m_kept.setSeen(isSeen);
    });
    connect(&commands[Command::Stop], &QAction::triggered, this, &WorkInFront::stop);
    connect(&commands[Command::GoOn], &QAction::triggered, this, &WorkInFront::goOn);
    connect(&commands[Command::Retry], &QAction::triggered, this, &WorkInFront::startOver);
}

WorkInFront::~WorkInFront()
{
    // The view dies before the run does; what either still says then has no listener.
    m_run.disconnect();
    m_pages.disconnect(this);
    if (m_view == nullptr)
        return;
    m_workCommands.detach();
    delete std::exchange(m_view, nullptr);
}

QString WorkInFront::roadmap() const
{
    return m_view != nullptr ? m_view->roadmap().study().keptAs() : QString();
}

QString WorkInFront::roadmapOfRun() const
{
    const bool hasOne = m_run.isRunning() && m_view != nullptr && !m_view->showsEarlier();
    return hasOne ? roadmap() : QString();
}

bool WorkInFront::hasRoadmap() const
{
    return m_kept.isOneInFront() || (m_view != nullptr && m_view->roadmap().hasRoadmap());
}

bool WorkInFront::hasWholeRoadmap() const
{
    return hasRoadmap() && (m_view == nullptr || !m_view->roadmap().isGrowing());
}

std::optional<Roadmap> WorkInFront::wholeRoadmap() const
{
    if (!m_whole || m_view == nullptr)
        return std::nullopt;
    Roadmap roadmap = m_whole->kept.entry.roadmap;
    roadmap.title = m_view->roadmap().title();
    return roadmap;
}

/// What a run that broke off has left is there only until the window closes, or something else
/// takes its place.
bool WorkInFront::wouldLoseDesign() const
{
    if (isDeletedInFront())
        return true;
    const bool brokeOff = m_run.phase() == RunPhase::Stopped || m_run.phase() == RunPhase::Failed;
    const bool canGoOnLater = m_unfinished.areKept() && m_run.hasFinished();
    if (m_view == nullptr || !brokeOff || m_kept.isOneInFront() || canGoOnLater)
        return false;
    return m_view->roadmap().isGrowing() || m_view->roadmap().hasRoadmap();
}

/// Without a record nobody could take it up again.
void WorkInFront::leaveRun()
{
    if (m_unfinished.areKept())
        m_run.leave();
    else
        m_run.stop();
}

void WorkInFront::askBefore(EndRunFor reason, const std::function<void()>& then)
{
    m_endRun.setRecorded(m_unfinished.areKept());
    if (isDeletedInFront())
        askToKeepAnewBefore(
            then, m_view->roadmap().title(), *m_view->window(), *this, [this] { keepAnew(); });
    else if (wouldLoseDesign())
        m_endRun.beforeLosingDesign(
            reason, { .name = m_title.subject(), .isWhole = !m_view->roadmap().isGrowing() }, then);
    else
        m_endRun.before(reason, then);
}

void WorkInFront::begin(const LearnerRequest& request)
{
    askBefore(EndRunFor::AnotherGoal, [this, request] { start(request); });
}

void WorkInFront::start(const LearnerRequest& request)
{
    const QString& goal = request.preferences.learningGoal;
    Q_EMIT begun();
    Q_EMIT awaited(goal);
    WorkView& view = makeView();
    m_title.setSubject(goal);
    m_kept.stopOpening();
    m_kept.leave();
    m_whole.reset();
    m_endRun.setKept(false);
    view.beginConversation(goal);
    m_pages.setCurrentWidget(&view);
    m_run.start(request);
}

void WorkInFront::goOn()
{
    if (m_view == nullptr || m_run.isRunning())
        return;
    m_kept.stopOpening();
    if (!m_run.canGoOnWithDesign())
        expectAnother();
    m_view->beginGoingOn();
    m_run.goOn();
}

void WorkInFront::startOver()
{
    startAnother(&RunController::startOver);
}

void WorkInFront::startStandIn()
{
    startAnother(&RunController::startStandIn);
}

void WorkInFront::startAnother(void (RunController::*how)())
{
    if (m_view == nullptr || m_run.isRunning())
        return;
    m_kept.stopOpening();
    expectAnother();
    m_view->beginAnotherTry();
    (m_run.*how)();
}

/// What was made for the same goal before stays as it is.
void WorkInFront::expectAnother()
{
    m_kept.expectAnother();
    m_endRun.setKept(false);
    Q_EMIT awaited(m_run.request().preferences.learningGoal);
}

void WorkInFront::openRoadmap(const QString& id)
{
    if (id != roadmap()) {
        openAnew(id);
        return;
    }
    Q_EMIT said({});
    // Read again, it would come without the conversation and what can be taken back.
    show();
    m_view->roadmap().tree().setFocus();
}

void WorkInFront::openAnew(const QString& id)
{
    Q_EMIT said({}); // about what was in front, or could not be
    askBefore(EndRunFor::AnotherRoadmap, [this, id] { m_kept.open(id); });
}

void WorkInFront::openUnfinished(const QString& run)
{
    const bool isInFront = m_view != nullptr && run == m_unfinished.last()
        && !m_run.isRetoldInPart()
        && (m_run.phase() == RunPhase::Stopped || m_run.phase() == RunPhase::Failed);
    if (isInFront)
        show();
    else
        askBefore(EndRunFor::AnotherRoadmap, [this, run] { m_unfinished.open(run); });
}

void WorkInFront::restore()
{
    if (!m_kept.openLast())
        return;
    // In its place before it is there, so that the start page does not flash up.
    makeView().expectKept();
    m_pages.setCurrentWidget(m_view);
}

/// The one in front goes with its view and its run: nothing may write to it any more, or keep it
/// anew. A run that only began where it still is has nothing to do with it.
void WorkInFront::removeRoadmap(const QString& id)
{
    if (m_kept.isInFront(id))
        m_view->leaveEarlier();
    if (m_kept.isInFront(id))
        leave();
    m_kept.remove(id);
}

void WorkInFront::renameRoadmap(const QString& id, const QString& title)
{
    m_kept.rename(id, title);
    if (id != roadmap())
        return;
    m_view->roadmap().rename(title);
    m_title.setSubject(title);
    if (m_whole)
        m_whole->kept.isRenamed = true;
    Q_EMIT changed();
}

void WorkInFront::collectTyped()
{
    if (m_view != nullptr)
        m_view->roadmap().study().collectTyped();
}

void WorkInFront::rememberShare()
{
    if (m_memory == nullptr || m_view == nullptr)
        return;
    m_memory->keepShare(chatPane, m_view->chatShare());
    m_memory->keepShare(keptChatPane, m_view->keptShare());
}

/// What is still being opened does not come over it.
void WorkInFront::show()
{
    m_kept.stopOpening();
    m_pages.setCurrentWidget(&makeView());
}

void WorkInFront::leave()
{
    const bool wasSeen = m_view != nullptr && m_pages.currentWidget() == m_view;
    m_run.clear();
    m_kept.leave();
    m_whole.reset();
    m_workCommands.detach();
    rememberShare();
    delete std::exchange(m_view, nullptr);
    m_title.setSubject({});
    Q_EMIT changed();
    if (wasSeen)
        Q_EMIT emptied();
}

void WorkInFront::retranslate()
{
    m_workCommands.retranslate();
    m_title.show();
}

void WorkInFront::connectKept()
{
    connect(&m_kept, &KeptRoadmaps::opened, this, &WorkInFront::takeOpened);
    connect(&m_kept, &KeptRoadmaps::failed, this, [this](const Error& error) {
        if (error.kind == ErrorKind::NotFound) { // it was not opened; nothing is lost by that
            Q_EMIT said(error.message);
            return;
        }
        if (!m_failures.contains(error.message))
            m_failures.append(error.message);
        Q_EMIT warned(error.message);
    });
    connect(&m_kept, &KeptRoadmaps::caughtUp, this, [this](const QString& sentence) {
        const QStringList over = std::exchange(m_failures, {});
        for (const QString& failure : over)
            Q_EMIT settled(failure);
        Q_EMIT said(sentence);
    });
    connect(&m_kept, &KeptRoadmaps::thrownAway, this, [this] {
        m_inBin = tr("Another program moved this roadmap to the bin. What you do with it is still "
                     "kept. All roadmaps, in the File menu, puts it back.");
        Q_EMIT warned(m_inBin);
    });
    connect(&m_kept, &KeptRoadmaps::noLongerInBin, this,
        [this] { Q_EMIT settled(std::exchange(m_inBin, {})); });
    connect(&m_kept, &KeptRoadmaps::deleted, this, &WorkInFront::takeDeleted);
    connect(&m_kept, &KeptRoadmaps::written, this, [this] {
        m_endRun.setKept(true);
        if (m_view != nullptr)
            m_view->chat().noteKept(true);
        Q_EMIT written();
    });
}

void WorkInFront::takeDeleted()
{
    if (m_view == nullptr || !m_whole)
        return;
    m_whole->isDeleted = true;
    m_view->roadmap().study().leaveLibrary();
    askToKeepAnew(m_view->roadmap().title(), *m_view->window(), *this, [this] { keepAnew(); });
}

/// Unless something else has come in front, or the run that is on has kept it meanwhile.
void WorkInFront::keepAnew()
{
    if (m_view == nullptr || !m_whole || !roadmap().isEmpty())
        return;
    collectTyped();
    m_whole->kept.entry.roadmap.title = m_view->roadmap().title();
    m_kept.keepAnew(m_whole->kept, m_view->roadmap().study());
    Q_EMIT changed();
}

/// A run that is on keeps what it makes.
bool WorkInFront::isDeletedInFront() const
{
    return m_view != nullptr && m_whole && m_whole->isDeleted && roadmap().isEmpty()
        && !m_run.isRunning();
}

void WorkInFront::connectUnfinished()
{
    const auto tell = [this](const Error& error) { Q_EMIT warned(error.message); };
    connect(&m_unfinished, &UnfinishedRuns::opened, this, &WorkInFront::takeUnfinished);
    connect(&m_unfinished, &UnfinishedRuns::wordsRead, this, &WorkInFront::takeWords);
    connect(&m_unfinished, &UnfinishedRuns::failed, this, tell);
}

WorkView& WorkInFront::makeView()
{
    if (m_view != nullptr)
        return *m_view;
    m_view = new WorkView(m_run,
        { &m_commands[Command::Stop], &m_commands[Command::GoOn], &m_commands[Command::Retry],
            &m_commands[Command::NewGoal] },
        &m_pages);
    m_pages.addWidget(m_view);
    if (m_memory != nullptr) {
        m_view->setChatShare(m_memory->share(chatPane));
        m_view->setKeptShare(m_memory->share(keptChatPane));
        m_view->showChat(!m_memory->isHidden(chatPane));
        new KeptReading(m_view->roadmap(), *m_memory, m_view);
    }
    connectView();
    return *m_view;
}

void WorkInFront::connectView()
{
    connect(m_view, &WorkView::roadmapMade, this, &WorkInFront::takeMade);
    connect(m_view, &WorkView::roadmapLeft, this, [this] {
        m_title.setSubject(m_run.request().preferences.learningGoal);
        m_kept.leave();
        m_whole.reset();
        Q_EMIT changed();
    });
    connect(m_view, &WorkView::shareChanged, &m_sharing, qOverload<>(&QTimer::start));
    connect(m_view, &WorkView::chatShown, this, [this](bool isShown) {
        if (m_memory != nullptr)
            m_memory->keepHidden(chatPane, !isShown);
    });
    StudyBook& study = m_view->roadmap().study();
    connect(&study, &StudyBook::stepMoved, this, [this](const QString& sentence) {
        Q_EMIT said(sentence);
        m_saysStep = true;
    });
    // What was taken back may be done again by now.
    connect(&study.undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (m_saysStep)
            Q_EMIT said({});
    });
    connect(m_view, &WorkView::goOnRequested, this, &WorkInFront::goOn);
    connect(m_view, &WorkView::startOverRequested, this, &WorkInFront::startOver);
    connect(m_view, &WorkView::cureRequested, this, &WorkInFront::cureRequested);
    connect(m_view, &WorkView::linkChosen, this, &WorkInFront::linkChosen);
    m_workCommands.attach(*m_view);
}

void WorkInFront::takeMade(const Roadmap& roadmap)
{
    CurriculumDesign kept {
        .framework = roadmap, .designRationale = m_run.rationale(), .extras = {}
    };
    kept.framework.title = m_view->roadmap().title(); // which may be the learner's own
    m_title.setSubject(kept.framework.title);
    KeptRoadmap whole;
    whole.entry.roadmap = kept.framework;
    whole.entry.request = m_run.request();
    whole.entry.rationale = kept.designRationale;
    m_whole = Work { .kept = std::move(whole) };
    m_kept.keep(kept, m_run.request(), m_view->roadmap().study());
    if (!this->roadmap().isEmpty())
        m_unfinished.lead(this->roadmap());
    Q_EMIT changed();
}

void WorkInFront::takeOpened(const KeptRoadmap& kept)
{
    const Roadmap& roadmap = kept.entry.roadmap;
    m_run.clear();
    m_title.setSubject(roadmap.title);
    m_whole = Work { .kept = kept };
    WorkView& view = makeView();
    view.showKept(kept.entry.request.preferences.learningGoal,
        { .framework = roadmap, .designRationale = kept.entry.rationale, .extras = {} });
    m_kept.keepStudy(kept, view.roadmap().study());
    if (!kept.run.isEmpty())
        m_unfinished.readWords(kept.run);
    m_pages.setCurrentWidget(&view);
    Q_EMIT changed();
}

/// As it was when it broke off.
void WorkInFront::takeUnfinished(const RecordedRun& run)
{
    m_run.clear();
    m_kept.stopOpening();
    m_kept.leave();
    m_whole.reset();
    m_endRun.setKept(false);
    m_title.setSubject(run.line.goal);
    Q_EMIT said({});
    WorkView& view = makeView();
    view.beginConversation(run.request.preferences.learningGoal);
    m_pages.setCurrentWidget(&view);
    m_run.recall(run.request, run.finished, run.events);
}

void WorkInFront::takeWords(const RecordedRun& run)
{
    const bool isOfTheOneInFront = m_run.phase() == RunPhase::Idle && !run.line.roadmap.isEmpty()
        && run.line.roadmap == roadmap();
    if (!isOfTheOneInFront)
        return;
    m_view->recallConversation(run.line.goal, run.events);
    const RecalledFindings findings(run.events);
    if (m_whole && findings.areAbout(m_whole->kept.entry.roadmap))
        findings.show(m_view->roadmap().findings());
}

} // namespace roadloom
