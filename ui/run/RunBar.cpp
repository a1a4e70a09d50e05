// SPDX-License-Identifier: Apache-2.0
#include "ui/run/RunBar.h"

#include "core/workflow/WorkflowStep.h"
#include "ui/look/ActivityBar.h"
#include "ui/look/ClockText.h"
#include "ui/look/TextLabel.h"
#include "ui/run/WorkflowPicture.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// With the action's mnemonic, which a tool button leaves out.
QPushButton* actionButton(QAction* action, QWidget* parent)
{
    auto* const button = new QPushButton(parent);
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
        button->setEnabled(action->isEnabled());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

Tone toneOf(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Done:
        return Tone::Good;
    case RunPhase::Stopped:
        return Tone::Caution;
    case RunPhase::Failed:
        return Tone::Danger;
    case RunPhase::Asking:
        return Tone::Primary;
    case RunPhase::Idle:
    case RunPhase::Understanding:
    case RunPhase::Designing:
    case RunPhase::Reviewing:
    case RunPhase::Editing:
        break;
    }
    return Tone::Plain;
}

} // namespace

RunBar::RunBar(const RunController& run, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_run(run)
    , m_phase(new TextLabel(TextLabel::Style::Heading, this))
    , m_elapsed(new TextLabel(TextLabel::Style::Muted, this))
    , m_way(new WorkflowPicture(this))
    , m_stop(actionButton(actions.stop, this))
    , m_goOn(actionButton(actions.goOn, this))
    , m_startOver(actionButton(actions.startOver, this))
    , m_activity(new ActivityBar(this))
{
    m_elapsed->setObjectName(u"elapsed"_s);
    m_phase->setWordWrap(false);
    m_elapsed->setWordWrap(false);
    m_elapsed->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacingUnit, spacingUnit, 2 * spacingUnit, spacingUnit);
    row->setSpacing(spacingUnit);
    row->addWidget(m_phase);
    row->addWidget(m_elapsed, 1);
    row->addWidget(m_way);
    row->addWidget(m_stop);
    row->addWidget(m_goOn);
    row->addWidget(m_startOver);
    row->addWidget(actionButton(actions.newGoal, this));

    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &RunBar::showElapsed);
    connect(&m_run, &RunController::phaseChanged, this, &RunBar::takePhase);
    connect(&m_run, &RunController::sourceChanged, this, &RunBar::showButtons);
    connect(&m_run, &RunController::progressChanged, this, &RunBar::showProgress);
    connect(&m_run, &RunController::waitChanged, this, &RunBar::takeWait);
    m_sinceProgress.start();
    takePhase(m_run.phase());
}

void RunBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showPhase();
}

void RunBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int thickness = m_activity->sizeHint().height();
    m_activity->setGeometry(0, height() - thickness, width(), thickness);
    showWay();
    showElapsed();
}

void RunBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, tint(palette(), Tone::Plain).line);
}

void RunBar::takePhase(RunPhase phase)
{
    WorkflowTrail way = m_way->trail();
    way.take(phase);
    m_way->setTrail(way);
    showPhase();
}

/// May come with every word.
void RunBar::takeWait(const TimedWait& wait)
{
    const bool waitsForTurn = wait.wait.what == WaitFor::Turn;
    if (std::exchange(m_waitsForTurn, waitsForTurn) != waitsForTurn)
        showPhase();
}

void RunBar::showPhase()
{
    m_activity->setAccessibleName(tr("Progress of the run"));
    const auto text = [this] {
        if (m_waitsForTurn) // nobody works on it yet; the conversation says the place
            return tr("Waiting for your turn");
        switch (m_run.phase()) {
        case RunPhase::Understanding:
            return stepTitle(WorkflowStep::IntentAnalysis);
        case RunPhase::Designing:
            return stepTitle(WorkflowStep::CurriculumDesign);
        case RunPhase::Reviewing:
            return stepTitle(WorkflowStep::StructureValidation);
        case RunPhase::Editing:
            return stepTitle(WorkflowStep::RoadmapEdit);
        case RunPhase::Asking:
            return stepTitle(WorkflowStep::HumanReview);
        case RunPhase::Done: // not "Done": nothing is learnt yet
            //: A roadmap, which can be studied now.
            return tr("Ready");
        case RunPhase::Stopped:
            return tr("Stopped");
        case RunPhase::Failed:
            return m_run.isWorthRepeating() ? tr("Failed") : tr("Not covered");
        case RunPhase::Idle: // it was made earlier
            return tr("Saved roadmap");
        }
        Q_UNREACHABLE();
    };
    m_phase->setText(text());
    showButtons();
    showWay();
    m_activity->setVisible(m_run.isRunning() && m_run.phase() != RunPhase::Asking);
    m_phase->setTone(isNotCovered() ? Tone::Plain : toneOf(m_run.phase()));
    showElapsed();
}

void RunBar::showButtons()
{
    const RunPhase phase = m_run.phase();
    const bool brokeOff = phase == RunPhase::Stopped || phase == RunPhase::Failed;
    m_goOn->setVisible(m_run.canGoOn());
    m_startOver->setVisible(brokeOff && !m_run.canGoOn() && m_run.isWorthRepeating());
    // Else the keyboard would go on to what leads away.
    if (m_stop->hasFocus() && !m_run.isRunning()) {
        QPushButton* const next = m_run.canGoOn() ? m_goOn : m_startOver;
        if (next->isVisible())
            next->setFocus();
    }
    m_stop->setVisible(m_run.isRunning());
}

/// Nobody did anything wrong: who answers has nothing on it.
bool RunBar::isNotCovered() const
{
    return m_run.phase() == RunPhase::Failed && !m_run.isWorthRepeating();
}

/// The words beside it come first: it is there where it leaves them some room, whatever the title
/// of the step, so that it does not come and go during a run. A roadmap that was made earlier is on
/// no way, and neither is a goal that nobody can plan.
void RunBar::showWay()
{
    constexpr int leastForWords = 10 * spacingUnit;
    int room = roomBeside(m_way) - layout()->spacing() - leastForWords;
    if (m_run.isRunning())
        room -= std::max(0, widestStepTitle() - m_phase->sizeHint().width());
    using enum WorkflowPicture::Words;
    const auto fits = [this, room](auto words) { return m_way->widthWith(words) <= room; };
    m_way->setWords(fits(All) ? All : fits(OfTheStep) ? OfTheStep : None);
    const bool isOnWay = m_run.phase() != RunPhase::Idle && !isNotCovered();
    m_way->setVisible(isOnWay && fits(None));
}

int RunBar::widestStepTitle() const
{
    int widest = 0;
    for (const WorkflowStep step : { WorkflowStep::IntentAnalysis, WorkflowStep::CurriculumDesign,
             WorkflowStep::StructureValidation, WorkflowStep::RoadmapEdit })
        widest = std::max(widest, m_phase->fontMetrics().horizontalAdvance(stepTitle(step)));
    return widest;
}

void RunBar::showProgress()
{
    m_sinceProgress.start();
    showElapsed();
}

void RunBar::showElapsed()
{
    const std::chrono::milliseconds elapsed = m_run.elapsed();
    if (m_run.isRunning())
        m_tick.start(untilNextSecond(elapsed));
    else
        m_tick.stop();
    const QString text = clockText(elapsed);
    const QStringList progress = progressTexts();
    const QString wait = waitText();
    m_elapsed->setAccessibleName(
        QStringList { tr("Time so far: %1").arg(text), progress.value(0), wait }
            .join(u' ')
            .trimmed());
    QStringList choices;
    if (!wait.isEmpty()) {
        for (const QString& told : progress)
            choices.append(text + u" · "_s + told + u" · "_s + wait);
        choices.append(text + u" · "_s + wait);
    }
    for (const QString& told : progress)
        choices.append(text + u" · "_s + told);
    if (elapsed >= std::chrono::seconds(1))
        choices.append(text);
    m_elapsed->setText(longestThatFits(choices));
    m_activity->setPercent(
        m_run.progress() ? std::optional(m_run.progress()->percent) : std::nullopt);
}

/// What all others leave to it, and to the words on how far the run is.
int RunBar::roomBeside(const QWidget* widget) const
{
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right();
    for (int i = 0; i < layout()->count(); ++i) {
        const QWidget* const other = layout()->itemAt(i)->widget();
        if (other != nullptr && other != widget && other != m_elapsed && !other->isHidden())
            room -= other->sizeHint().width() + layout()->spacing();
    }
    return room;
}

/// Of texts that say less and less the first for which there is room; else none.
QString RunBar::longestThatFits(const QStringList& texts) const
{
    const int room = roomBeside(m_elapsed);
    const QFontMetrics metrics = m_elapsed->fontMetrics();
    const auto fitting = std::ranges::find_if(
        texts, [&](const QString& text) { return metrics.horizontalAdvance(text) <= room; });
    return fitting != texts.end() ? *fitting : QString();
}

/// The most that can be told first.
QStringList RunBar::progressTexts() const
{
    const std::optional<ProgressEvent>& progress = m_run.progress();
    if (!m_run.isRunning() || !progress)
        return {};
    //: A percentage.
    const QString percent = tr("%1%").arg(QLocale().toString(progress->percent));
    const auto since = std::chrono::floor<std::chrono::seconds>(
        std::chrono::milliseconds(m_sinceProgress.elapsed()));
    const std::chrono::seconds left = progress->remaining.value_or(since) - since;
    if (left <= std::chrono::seconds(0))
        return { percent };
    //: %1 is a percentage, %2 a duration.
    return { tr("%1, this step about %2 more").arg(percent, durationText(left)), percent };
}

/// For how long no word has come, once that is worth a thought.
QString RunBar::waitText() const
{
    constexpr std::chrono::seconds worthAThought { 5 };
    const TimedWait& wait = m_run.currentWait();
    const auto silence = std::chrono::floor<std::chrono::seconds>(wait.elapsed());
    if (wait.wait.what != WaitFor::NextWord || silence < worthAThought)
        return {};
    //: %1 is a time such as "7 s".
    return tr("last word %1 ago").arg(durationText(silence));
}

} // namespace roadloom
