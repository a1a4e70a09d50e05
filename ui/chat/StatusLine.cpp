// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/StatusLine.h"

#include "core/http/WaitWords.h"
#include "ui/look/ClockText.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace roadloom {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

QString reconnectionText(milliseconds elapsed, milliseconds limit)
{
    if (limit <= milliseconds(0))
        return StatusLine::tr("Connecting again …");
    return StatusLine::tr("Connecting again in %1")
        .arg(durationText(std::chrono::ceil<seconds>(limit - elapsed)));
}

/// With a place for how long so far.
QString waitWords(WaitFor what)
{
    switch (what) {
    case WaitFor::Connection:
        //: %1 is a time such as "7 s".
        return StatusLine::tr("Connecting · %1");
    case WaitFor::FirstWord:
        return StatusLine::tr("Waiting for the answer to begin · %1");
    case WaitFor::NextWord:
        return StatusLine::tr("Nothing new for %1");
    case WaitFor::Reconnection:
    case WaitFor::Turn:
    case WaitFor::Nothing:
        break;
    }
    return {};
}

/// Worth telling at once.
bool isNews(WaitFor what)
{
    return what == WaitFor::Reconnection || what == WaitFor::Turn;
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_words(new TextLabel(TextLabel::Style::Muted, this))
    , m_retryNow(new QPushButton(this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit);
    column->addWidget(m_words);
    column->addWidget(m_retryNow, 0, Qt::AlignLeft);
    m_retryNow->hide();
    connect(m_retryNow, &QPushButton::clicked, this, &StatusLine::retryNowRequested);
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &StatusLine::renew);
    hide();
    retranslate();
}

QString StatusLine::text() const
{
    return m_words->text();
}

void StatusLine::setActivity(const QString& activity)
{
    m_activity = activity;
    renew();
}

void StatusLine::setWait(const TimedWait& wait)
{
    const bool goesOn = wait.wait == m_wait.wait && wait.wait.what == WaitFor::NextWord
        && m_wait.elapsed() < m_patience && wait.elapsed() < m_patience && m_tick.isActive();
    m_wait = wait;
    if (!goesOn)
        renew();
}

void StatusLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StatusLine::retranslate()
{
    m_retryNow->setText(tr("Try now"));
    renew();
}

/// The keyboard does not stay on a button that goes.
void StatusLine::offerRetry(bool isOffered)
{
    if (!isOffered && m_retryNow->hasFocus())
        setFocus();
    m_retryNow->setVisible(isOffered);
}

void StatusLine::renew()
{
    QString words = waitText();
    if (words.isEmpty())
        words = m_activity;
    if (words != text()) {
        m_words->setText(words);
        m_words->setAccessibleName(
            words.isEmpty() ? QString() : tr("State of the run: %1").arg(words));
    }
    offerRetry(m_wait.wait.what == WaitFor::Reconnection);
    setVisible(!words.isEmpty());
    renewLater();
}

void StatusLine::renewLater()
{
    const milliseconds elapsed = m_wait.elapsed();
    if (m_wait.wait.what == WaitFor::Nothing)
        m_tick.stop();
    else if (!isNews(m_wait.wait.what) && elapsed < m_patience)
        m_tick.start(m_patience - elapsed);
    else
        m_tick.start(untilNextSecond(elapsed));
}

QString StatusLine::waitText() const
{
    const milliseconds elapsed = m_wait.elapsed();
    const milliseconds limit = m_wait.wait.limit;
    if (m_wait.wait.what == WaitFor::Reconnection)
        return QString(m_wait.wait.problem + u' ' + reconnectionText(elapsed, limit)).trimmed();
    if (m_wait.wait.what == WaitFor::Turn)
        return turnText(m_wait.wait, elapsed);
    if (m_wait.wait.what == WaitFor::Nothing || elapsed < m_patience)
        return {};
    const QString soFar
        = waitWords(m_wait.wait.what).arg(durationText(std::chrono::floor<seconds>(elapsed)));
    if (limit <= milliseconds(0))
        return soFar;
    //: %1 is what is waited for and for how long so far, %2 a time such as "5 min".
    return tr("%1 (gives up after %2)").arg(soFar, durationText(std::chrono::ceil<seconds>(limit)));
}

} // namespace roadloom
