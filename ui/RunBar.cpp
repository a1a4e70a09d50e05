// SPDX-License-Identifier: Apache-2.0
#include "ui/RunBar.h"

#include "ui/look/ClockText.h"
#include "ui/look/TextLabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QToolButton>

namespace roadloom {

namespace {

QToolButton* actionButton(QAction* action, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

RunBar::RunBar(const RunController& run, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_run(run)
    , m_phase(new TextLabel(TextLabel::Style::Heading, this))
    , m_elapsed(new TextLabel(TextLabel::Style::Muted, this))
    , m_stop(actionButton(actions.stop, this))
    , m_retry(actionButton(actions.retry, this))
{
    m_phase->setWordWrap(false);
    m_elapsed->setWordWrap(false);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacingUnit, spacingUnit, 2 * spacingUnit, spacingUnit);
    row->setSpacing(spacingUnit);
    row->addWidget(m_phase);
    row->addWidget(m_elapsed);
    row->addStretch();
    row->addWidget(m_stop);
    row->addWidget(m_retry);
    row->addWidget(actionButton(actions.newGoal, this));

    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &RunBar::showElapsed);
    connect(&m_run, &RunController::phaseChanged, this, &RunBar::showPhase);
    showPhase();
}

void RunBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showPhase();
}

void RunBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, tint(palette(), Tone::Plain).line);
}

void RunBar::showPhase()
{
    const auto text = [this] {
        switch (m_run.phase()) {
        case RunPhase::Understanding:
            return tr("Understanding your goal");
        case RunPhase::Designing:
            return tr("Designing your roadmap");
        case RunPhase::Done:
            return tr("Done");
        case RunPhase::Stopped:
            return tr("Stopped");
        case RunPhase::Failed:
            return tr("Failed");
        case RunPhase::Idle:
            break;
        }
        return QString();
    };
    m_phase->setText(text());
    m_stop->setVisible(m_run.isRunning());
    m_retry->setVisible(m_run.phase() == RunPhase::Stopped || m_run.phase() == RunPhase::Failed);
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
    m_elapsed->setText(text);
    m_elapsed->setAccessibleName(tr("Time so far: %1").arg(text));
}

} // namespace roadloom
