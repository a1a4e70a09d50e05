// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/StatusLine.h"

#include "ui/look/ClockText.h"

#include <QEvent>

namespace roadloom {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// A shorter silence between words is none.
constexpr milliseconds shortestSilence { 3000 };

QString reconnectionText(milliseconds elapsed, milliseconds limit)
{
    if (limit <= milliseconds(0))
        return StatusLine::tr("Connecting again …");
    return StatusLine::tr("Connecting again in %1")
        .arg(durationText(std::chrono::ceil<seconds>(limit - elapsed)));
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : TextLabel(Style::Muted, parent)
{
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &StatusLine::renew);
    hide();
}

void StatusLine::setActivity(const QString& activity)
{
    m_activity = activity;
    renew();
}

void StatusLine::setWait(const TimedWait& wait)
{
    const bool goesOn = wait.wait == m_wait.wait && wait.wait.what == WaitFor::NextWord
        && m_wait.elapsed() < shortestSilence && wait.elapsed() < shortestSilence
        && m_tick.isActive();
    m_wait = wait;
    if (!goesOn)
        renew();
}

void StatusLine::changeEvent(QEvent* event)
{
    TextLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renew();
}

void StatusLine::renew()
{
    QString words = waitText();
    if (words.isEmpty())
        words = m_activity;
    if (words != text()) {
        setText(words);
        setAccessibleName(words.isEmpty() ? QString() : tr("State of the run: %1").arg(words));
    }
    setVisible(!words.isEmpty());
    renewLater();
}

void StatusLine::renewLater()
{
    const milliseconds elapsed = m_wait.elapsed();
    if (m_wait.wait.what == WaitFor::Nothing)
        m_tick.stop();
    else if (m_wait.wait.what == WaitFor::NextWord && elapsed < shortestSilence)
        m_tick.start(shortestSilence - elapsed);
    else
        m_tick.start(untilNextSecond(elapsed));
}

QString StatusLine::waitText() const
{
    const milliseconds elapsed = m_wait.elapsed();
    const milliseconds limit = m_wait.wait.limit;
    const bool isLimited = limit > milliseconds(0);
    const auto withTimes = [&](const QString& sentence) {
        const QString said = sentence.arg(clockText(elapsed));
        return isLimited ? said.arg(clockText(limit)) : said;
    };
    switch (m_wait.wait.what) {
    case WaitFor::Connection:
        //: %1 and %2 are times such as 0:04; at %2 it is given up.
        return withTimes(isLimited ? tr("Connecting · %1 of %2") : tr("Connecting · %1"));
    case WaitFor::FirstWord:
        return withTimes(isLimited ? tr("Waiting for the first word · %1 of %2")
                                   : tr("Waiting for the first word · %1"));
    case WaitFor::NextWord:
        if (elapsed < shortestSilence)
            return {};
        return withTimes(isLimited ? tr("No word for %1 of %2") : tr("No word for %1"));
    case WaitFor::Reconnection:
        return reconnectionText(elapsed, limit);
    case WaitFor::Nothing:
        break;
    }
    return {};
}

} // namespace roadloom
