// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/RetryCard.h"

#include "ui/look/ClockText.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

milliseconds timeUntil(std::chrono::steady_clock::time_point end)
{
    return std::chrono::ceil<milliseconds>(end - std::chrono::steady_clock::now());
}

} // namespace

RetryCard::RetryCard(QString reason, milliseconds pause, QWidget* parent)
    : Card(Tone::Caution, parent)
    , m_reason(std::move(reason))
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
    , m_text(new TextLabel(TextLabel::Style::Body, this))
    , m_countdown(new TextLabel(TextLabel::Style::Body, this))
    , m_buttons(new QWidget(this))
    , m_retryNow(new QPushButton(m_buttons))
    , m_stop(new QPushButton(m_buttons))
    , m_note(new TextLabel(TextLabel::Style::Muted, this))
{
    auto* const row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, spacingUnit / 2, 0, 0);
    row->setSpacing(spacingUnit);
    row->addWidget(m_retryNow);
    row->addWidget(m_stop);
    row->addStretch();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_countdown);
    column->addWidget(m_buttons);
    column->addWidget(m_note);

    connect(m_retryNow, &QPushButton::clicked, this, [this] {
        noteTriedAgain();
        Q_EMIT retryNowRequested();
    });
    connect(m_stop, &QPushButton::clicked, this, &RetryCard::stopRequested);
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &RetryCard::tick);
    begin(pause);
}

void RetryCard::begin(milliseconds pause)
{
    m_end = std::chrono::steady_clock::now() + pause;
    m_state = State::CountingDown;
    setTone(Tone::Caution);
    showParts();
    retranslate();
    tick();
}

void RetryCard::setStage(const SpokenStage& stage)
{
    m_stage = stage;
    retranslate();
}

void RetryCard::noteFailedAgain(const QString& reason, milliseconds pause)
{
    noteTriedAgain();
    ++m_failures;
    m_reason = reason;
    begin(pause);
}

void RetryCard::noteTriedAgain()
{
    end(State::TriedAgain);
}

void RetryCard::noteStopped()
{
    end(State::Stopped);
}

void RetryCard::tick()
{
    const milliseconds left = timeUntil(m_end);
    if (left <= milliseconds(0)) {
        noteTriedAgain();
        return;
    }
    showCountdown();
    m_tick.start(untilNextSecond(seconds(1) - left % seconds(1)));
}

void RetryCard::end(State state)
{
    if (!isCountingDown())
        return;
    m_state = state;
    m_tick.stop();
    // Else the keyboard would go to whatever comes next, and the key already on its way to that.
    if (m_buttons->isAncestorOf(window()->focusWidget()))
        setFocus();
    showParts();
    setTone(Tone::Plain);
    retranslate();
    Q_EMIT countdownEnded();
}

void RetryCard::showParts()
{
    for (QWidget* const part :
        std::initializer_list<QWidget*> { m_title, m_text, m_countdown, m_buttons })
        part->setVisible(isCountingDown());
    m_note->setVisible(!isCountingDown());
}

void RetryCard::showCountdown()
{
    m_countdown->setText(
        tr("Trying again in %1").arg(durationText(std::chrono::ceil<seconds>(timeUntil(m_end)))));
}

void RetryCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RetryCard::retranslate()
{
    m_title->setText(withStage(
        m_failures == 1 ? tr("This try failed") : tr("%n tries failed", nullptr, m_failures)));
    m_text->setForeignText(m_reason);
    m_retryNow->setText(tr("Try again no&w"));
    //: Ends the run; the bar above has it with a key, so here without.
    m_stop->setText(tr("Stop"));
    showCountdown();
    m_note->setForeignText(withStage(noteText()));
    setAccessibleName(m_title->text());
    setAccessibleDescription(isCountingDown() ? m_text->text() : m_note->text());
}

QString RetryCard::withStage(const QString& words) const
{
    const QString stage = stageTitle(m_stage);
    return stage.isEmpty() ? words : stage + u" · "_s + words;
}

QString RetryCard::noteText() const
{
    if (m_state == State::Stopped)
        //: %1 is why a try failed, a sentence.
        return tr("Not tried again after: %1").arg(m_reason);
    if (m_failures == 1)
        //: %1 is why a try failed, a sentence.
        return tr("Tried again after: %1").arg(m_reason);
    //: %1 is why the last try failed, a sentence.
    return tr("Tried again %n time(s), the last time after: %1", nullptr, m_failures).arg(m_reason);
}

} // namespace roadloom
