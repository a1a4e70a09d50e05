// SPDX-License-Identifier: Apache-2.0
#include "ui/WorkView.h"

#include "core/base/Overload.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/ErrorCard.h"
#include "ui/chat/StoppedCard.h"
#include "ui/roadmap/FindingsPanel.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/study/StudyBook.h"

#include <QBoxLayout>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QResizeEvent>
#include <QSplitter>
#include <QTreeView>

#include <algorithm>
#include <cmath>
#include <utility>

namespace roadloom {

namespace {

constexpr int narrow = 700;
constexpr int narrowestPane = 240;

} // namespace

WorkView::WorkView(RunController& run, const RunBar::Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_run(run)
    , m_chat(new ChatView)
    , m_roadmap(new RoadmapView)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    m_splitter->addWidget(m_chat);
    m_splitter->addWidget(m_roadmap);
    m_splitter->setChildrenCollapsible(false);
    m_chat->setMinimumWidth(narrowestPane);
    m_roadmap->setMinimumWidth(narrowestPane);
    shareRoom();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(new RunBar(run, actions, this));
    column->addWidget(m_splitter, 1);

    connect(&run, &RunController::eventReceived, this, &WorkView::take);
    connect(&run, &RunController::waitChanged, m_chat, &ChatView::takeWait);
    connect(&run, &RunController::phaseChanged, this, &WorkView::takePhase);
    connect(m_roadmap, &RoadmapView::presenceChanged, this, &WorkView::shareRoom);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_chatShare = presentShare();
        Q_EMIT shareChanged();
    });
    connect(m_chat, &ChatView::goOnRequested, this, &WorkView::goOnRequested);
    connect(m_chat, &ChatView::startOverRequested, this, &WorkView::startOverRequested);
    connect(m_chat, &ChatView::cureRequested, this, &WorkView::cureRequested);
    connect(&run, &RunController::retold, this, [this] {
        leaveEarlier();
        beginConversation(m_run.request().preferences.learningGoal);
    });
    connect(m_chat, &ChatView::retryNowRequested, &run, &RunController::retryNow);
    connect(m_chat, &ChatView::stopRequested, &run, &RunController::stop);
    connect(m_chat, &ChatView::reviewAnswered, &run, &RunController::answerReview);
    connect(m_chat, &ChatView::linkChosen, this, &WorkView::linkChosen);
    connect(m_chat, &ChatView::conceptChosen, m_roadmap, &RoadmapView::showNode);
    connect(m_chat, &ChatView::remarksWanted, m_roadmap, &RoadmapView::showFindings);
    connect(m_chat, &ChatView::studyRequested, this, &WorkView::studyFirst);
    connect(&m_roadmap->study(), &StudyBook::keepingChanged, this, [this] {
        if (m_roadmap->study().keptAs().isEmpty())
            m_chat->noteKept(false);
    });
    connect(m_roadmap, &RoadmapView::linkChosen, this, &WorkView::linkChosen);
    connect(&m_recall, &QTimer::timeout, this, &WorkView::recallSome);
}

void WorkView::beginConversation(const QString& goal)
{
    showChat(true);
    m_recall.stop();
    m_expectsKept = false;
    m_showsEarlier = false;
    m_chat->beginConversation(goal);
    m_preview = RunPreview();
    m_roadmap->clear();
    shareRoom();
    m_chat->setFocus();
}

void WorkView::beginAnotherTry()
{
    showChat(true);
    m_chat->beginAnotherTry();
    m_preview = RunPreview();
    m_roadmap->clearUnfinished();
    m_showsEarlier = true;
    m_chat->setFocus();
}

void WorkView::beginGoingOn()
{
    const std::optional<QStringList> stages = m_run.finishedStages();
    if (!stages || !m_roadmap->isGrowing()) {
        const bool isTheSame = m_run.canGoOnWithDesign();
        beginAnotherTry();
        m_showsEarlier = !isTheSame;
        return;
    }
    showChat(true);
    m_chat->beginAnotherTry();
    QList<PreviewEvent> withdrawn;
    m_preview.keepStages(*stages, withdrawn);
    m_roadmap->grow(withdrawn);
    m_chat->setFocus();
}

void WorkView::expectKept()
{
    m_roadmap->setOutlook(RoadmapView::Outlook::Opening);
    m_expectsKept = true;
    shareRoom();
}

void WorkView::showKept(const QString& goal, const CurriculumDesign& design)
{
    m_recall.stop();
    m_roadmap->setOutlook(RoadmapView::Outlook::Expected);
    m_expectsKept = false;
    m_showsEarlier = false;
    m_chat->showKept(goal, design);
    m_preview = RunPreview();
    m_roadmap->clear();
    m_roadmap->setRoadmap(design.framework);
    shareRoom();
    m_roadmap->takeKeyboard(Qt::OtherFocusReason);
}

void WorkView::recallConversation(const QString& goal, const QList<AgentEvent>& events)
{
    m_chat->beginRecall(goal);
    m_recallPreview = RunPreview();
    m_recalled = events;
    m_recall.start(0);
}

/// What ended the run, or was asked in it, is over.
void WorkView::recallSome()
{
    constexpr qint64 turn = 4; // milliseconds
    QElapsedTimer clock;
    clock.start();
    while (!m_recalled.isEmpty() && !clock.hasExpired(turn)) {
        const AgentEvent event = m_recalled.takeFirst();
        if (isTerminal(event) || std::holds_alternative<ReviewRequestedEvent>(event))
            continue;
        QList<PreviewEvent> growth;
        m_recallPreview.take(event, growth);
        m_chat->learnStages(growth);
        m_chat->take(event);
    }
    if (!m_recalled.isEmpty())
        return;
    m_recall.stop();
    m_chat->endRecall();
}

void WorkView::switchPane()
{
    const bool inRoadmap = m_roadmap->isAncestorOf(focusWidget());
    if (inRoadmap && m_showsChat)
        m_chat->setFocus(Qt::ShortcutFocusReason);
    else
        m_roadmap->takeKeyboard(Qt::ShortcutFocusReason);
}

/// Tab comes by here from wherever it is pressed.
bool WorkView::focusNextPrevChild(bool next)
{
    m_chat->orderFocus();
    return QWidget::focusNextPrevChild(next);
}

void WorkView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation fitting = event->size().width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (fitting == m_splitter->orientation())
        return;
    m_splitter->setOrientation(fitting);
    shareRoom();
}

void WorkView::showChat(bool shows)
{
    if (std::exchange(m_showsChat, shows) == shows)
        return;
    // Else the keyboard would go to whatever comes next.
    if (!shows && m_chat->isAncestorOf(focusWidget()))
        m_roadmap->takeKeyboard(Qt::OtherFocusReason);
    m_chat->setVisible(shows);
    shareRoom();
    Q_EMIT chatShown(shows);
}

void WorkView::setChatShare(std::optional<double> share)
{
    m_chatShare = share;
    shareRoom();
}

double WorkView::presentShare() const
{
    const QList<int> sizes = m_splitter->sizes();
    return double(sizes.at(0)) / std::max(1, sizes.at(0) + sizes.at(1));
}

std::optional<double> WorkView::keptShare() const
{
    return m_showsChat && m_roadmap->hasRoadmap() ? std::optional(presentShare()) : m_keptShare;
}

void WorkView::setKeptShare(std::optional<double> share)
{
    m_keptShare = share;
    shareRoom();
}

/// Most of it to where something happens, unless the learner has said otherwise.
void WorkView::shareRoom()
{
    // A splitter scales what it is given to the room it has.
    constexpr int all = 1000;
    const bool isKept
        = m_expectsKept || (m_roadmap->hasRoadmap() && m_run.phase() == RunPhase::Idle);
    const double fitting = isKept ? m_keptShare.value_or(0.3)
        : m_roadmap->hasRoadmap() ? 0.45
                                  : 0.6;
    const int chat = int(std::lround(all * m_chatShare.value_or(fitting)));
    m_splitter->setSizes({ chat, all - chat });
    Q_EMIT shareChanged();
}

/// Somebody else may answer since it was told last.
void WorkView::tellStandIn()
{
    m_chat->setStandIn(m_run.canStandIn() ? StandIn::BuiltInCourses : StandIn::None);
}

void WorkView::takePhase(RunPhase phase)
{
    tellStandIn();
    if (phase == RunPhase::Stopped)
        m_chat->noteStopped(m_roadmap->isGrowing() ? Kept::UnfinishedRoadmap
                : m_roadmap->hasRoadmap()          ? Kept::Roadmap
                                                   : Kept::Words,
            m_run.canGoOn(),
            !m_run.isRecalled()     ? Ending::Stopped
                : m_run.canTakeUp() ? Ending::Left
                                    : Ending::BrokenOff);
    m_roadmap->setRunOver(!m_run.isRunning());
    m_roadmap->setOutlook(phase == RunPhase::Stopped ? RoadmapView::Outlook::Stopped
            : phase != RunPhase::Failed              ? RoadmapView::Outlook::Expected
            : m_run.isWorthRepeating()               ? RoadmapView::Outlook::Failed
                                                     : RoadmapView::Outlook::NotCovered);
    // Those have to be answered, or read, at once.
    if (phase == RunPhase::Asking || phase == RunPhase::Failed)
        showChat(true);
}

/// The button that stops the run goes, and the conversation has nothing more to say: the keyboard
/// goes on to the next step, but not from where somebody types, or walks through the roadmap.
void WorkView::goOnWithDone()
{
    const QWidget* const focus = window()->focusWidget();
    const bool isTyping = qobject_cast<const QLineEdit*>(focus) != nullptr;
    if (focus != nullptr && (isTyping || !isAncestorOf(focus) || m_roadmap->isAncestorOf(focus)))
        return;
    if (m_showsChat)
        m_chat->enterDone();
    else
        m_roadmap->takeKeyboard(Qt::OtherFocusReason);
}

/// Remarks have been read by then, or matter less than the first concept, which needs their room.
void WorkView::studyFirst()
{
    m_roadmap->findings().fold();
    m_roadmap->showNode(m_roadmap->study().progress().nextToLearn());
    m_roadmap->takeKeyboard(Qt::OtherFocusReason);
}

void WorkView::take(const AgentEvent& event)
{
    QList<PreviewEvent> growth;
    m_preview.take(event, growth);
    m_chat->learnStages(growth);
    if (isTerminal(event))
        tellStandIn();
    m_chat->take(event);
    if (!growth.isEmpty())
        leaveEarlier();
    m_roadmap->grow(growth);
    std::visit(Overload {
                   [this](const CompleteEvent& complete) { takeResult(complete.result); },
                   [this](const RefusedEvent& refused) { showRoadmap(refused.design.framework); },
                   [this](const ReviewRequestedEvent& /*review*/) {
                       m_chat->offerToMend(m_roadmap->findings().wishToMend());
                   },
                   [this](const FindingEvent& found) { m_roadmap->findings().add(found.finding); },
                   [this](const DoneEvent& done) {
                       leaveEarlier();
                       m_roadmap->setRoadmap(done.design.framework);
                       goOnWithDone();
                       Q_EMIT roadmapMade(done.design.framework);
                   },
                   [](const auto& /*other*/) {},
               },
        event);
}

void WorkView::takeResult(const AgentResult& result)
{
    std::visit(
        Overload {
            [](const IntentAnalysis& /*intent*/) {},
            [this](const CurriculumDesign& design) { takeMade(design.framework); },
            [this](const RoadmapEdit& edit) { takeMade(edit.framework); },
            [this](const Validation& validation) { m_roadmap->findings().setReview(validation); },
        },
        result);
}

/// What was found so far was about another one.
void WorkView::showRoadmap(const Roadmap& roadmap)
{
    leaveEarlier();
    m_roadmap->findings().clear();
    m_roadmap->setRoadmap(roadmap);
}

void WorkView::takeMade(const Roadmap& roadmap)
{
    showRoadmap(roadmap);
    Q_EMIT roadmapMade(roadmap);
}

/// Marks and notes go by the ids of concepts, which every design gives anew.
void WorkView::leaveEarlier()
{
    if (!std::exchange(m_showsEarlier, false))
        return;
    m_roadmap->clear();
    Q_EMIT roadmapLeft();
}

} // namespace roadloom
