// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ReasoningPart.h"

#include "ui/chat/ReasoningText.h"
#include "ui/look/ClockText.h"
#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

namespace roadloom {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

ReasoningPart::ReasoningPart(AgentId agent, QWidget* parent)
    : QWidget(parent)
    , m_agent(agent)
    , m_unfold(new FoldButton(this))
    , m_cutNote(new TextLabel(TextLabel::Style::Small, this))
    , m_text(new ReasoningText(this))
{
    auto* const inset = new QVBoxLayout;
    inset->setContentsMargins(2 * spacingUnit, 0, 0, spacingUnit / 2);
    inset->setSpacing(spacingUnit / 2);
    inset->addWidget(m_cutNote);
    inset->addWidget(m_text);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_unfold);
    column->addLayout(inset);

    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &ReasoningPart::showTime);
    connect(m_unfold, &FoldButton::toggled, this, &ReasoningPart::showParts);
    connect(m_unfold, &FoldButton::toggled, this, &ReasoningPart::folded);
    connect(m_text, &ReasoningText::beginningCut, this, &ReasoningPart::showParts);
    showParts();
    retranslate();
}

void ReasoningPart::append(const QString& words)
{
    if (!m_running) {
        m_running = true;
        m_since = steady_clock::now();
        showTime();
    }
    m_text->append(words);
}

void ReasoningPart::pause()
{
    if (!m_running)
        return;
    m_before = elapsed();
    m_running = false;
    showTime();
}

void ReasoningPart::withdraw()
{
    pause();
    QFont struck = m_unfold->font();
    struck.setStrikeOut(true);
    m_unfold->setFont(struck);
    m_text->strikeOut();
}

void ReasoningPart::restore(const QString& words, milliseconds reasonedFor, bool isUnfolded)
{
    m_text->append(words);
    m_before = reasonedFor;
    m_unfold->setChecked(isUnfolded);
    showTime();
}

milliseconds ReasoningPart::elapsed() const
{
    if (!m_running)
        return m_before;
    return m_before + std::chrono::duration_cast<milliseconds>(steady_clock::now() - m_since);
}

void ReasoningPart::showTime()
{
    const milliseconds time = elapsed();
    const QString words = durationText(std::chrono::floor<seconds>(time));
    if (m_running) {
        m_tick.start(untilNextSecond(time));
        //: %1 is a time such as "12 s".
        m_unfold->setText(tr("Reasoning · %1").arg(words));
        return;
    }
    m_tick.stop();
    m_unfold->setText(
        time < seconds(1) ? tr("Reasoned for less than 1 s") : tr("Reasoned for %1").arg(words));
}

void ReasoningPart::showParts()
{
    m_text->setVisible(m_unfold->isChecked());
    m_cutNote->setVisible(m_unfold->isChecked() && m_text->isCut());
}

void ReasoningPart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReasoningPart::retranslate()
{
    const QString name = tr("%1: reasoning", "of a step of the work").arg(agentTitle(m_agent));
    m_unfold->setAccessibleName(name);
    m_text->setAccessibleName(name);
    m_cutNote->setText(tr("The beginning is not shown: only the last %L1 characters are.")
                           .arg(ReasoningText::mostKept));
    showTime();
}

} // namespace roadloom
