// SPDX-License-Identifier: Apache-2.0
#include "app/WaitLine.h"

#include "app/ColumnText.h"
#include "app/Terminal.h"
#include "core/base/Overload.h"
#include "core/http/WaitWords.h"

#include <algorithm>
#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

namespace roadloom {

namespace {

using std::chrono::ceil;
using std::chrono::floor;
using std::chrono::seconds;

constexpr auto flowing = seconds(2); // words come at least so often while somebody speaks

void writeRaw(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

/// A dumb terminal can neither go back to the line's begin nor clear it.
bool canRewriteLines()
{
    return isatty(STDERR_FILENO) != 0 && qgetenv("TERM") != "dumb";
}

/// A line as wide as the terminal makes some of them wrap.
QString fitted(const QString& text)
{
    winsize size {};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return text;
    return elidedToColumns(text, size.ws_col - 1);
}

} // namespace

WaitLine::WaitLine(QObject* parent)
    : QObject(parent)
    , m_isTerminal(canRewriteLines())
    , m_sharesTerminal(m_isTerminal && isatty(STDOUT_FILENO) != 0)
{
    m_tick.setInterval(seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &WaitLine::tick);
}

WaitLine::~WaitLine()
{
    erase();
}

void WaitLine::setWait(const Wait& wait)
{
    m_wait = wait;
    sayPlace();
    const bool isSilent = wait.what == WaitFor::Nothing || wait.what == WaitFor::NextWord;
    if (isSilent && m_mode == Mode::LearnerAsked)
        return;
    enter(isSilent ? Mode::Nothing : Mode::Waiting, wait.limit);
}

void WaitLine::sayPlace()
{
    if (m_isTerminal || m_wait.what != WaitFor::Turn)
        return;
    if (std::exchange(m_saidPlace, m_wait.place) != m_wait.place)
        terminal::say(turnText(m_wait));
}

void WaitLine::observe(const AgentEvent& event)
{
    const auto takeWords = [this] {
        if (m_mode != Mode::Nothing)
            enter(Mode::Nothing);
    };
    std::visit(
        Overload {
            [&](const ChunkEvent& /*chunk*/) { takeWords(); },
            [&](const StageChunkEvent& /*chunk*/) { takeWords(); },
            [this](const ReasoningEvent& /*reasoning*/) {
                if (m_mode != Mode::Reasoning)
                    enter(Mode::Reasoning);
            },
            [this](const ProgressEvent& progress) {
                m_progress = progress;
                m_sinceProgress.start();
                if (hasSomethingToSay() && !m_tick.isActive())
                    m_tick.start();
                if (m_shown)
                    show();
            },
            [this](const AttemptFailedEvent& attempt) { enter(Mode::Countdown, attempt.retryIn); },
            [this](const ReviewRequestedEvent& /*request*/) { enter(Mode::LearnerAsked); },
            [this](const auto& other) {
                if (isTerminal(AgentEvent(other)))
                    m_progress.reset();
                enter(Mode::Nothing);
            },
        },
        event);
}

void WaitLine::enter(Mode mode, std::chrono::milliseconds limit)
{
    erase();
    m_mode = mode;
    m_limit = limit;
    m_clock.start();
    if (hasSomethingToSay())
        m_tick.start();
    else
        m_tick.stop();
}

void WaitLine::erase()
{
    if (std::exchange(m_shown, false))
        writeRaw("\r\033[K");
}

void WaitLine::noteOutput(const QByteArray& written)
{
    if (!m_sharesTerminal || written.isEmpty())
        return;
    m_isLineOpen = !written.endsWith('\n');
    m_sinceOutput.start();
}

void WaitLine::tick()
{
    const bool isFlowing = m_isLineOpen && m_mode == Mode::Nothing
        && m_sinceOutput.elapsed() < std::chrono::milliseconds(flowing).count();
    if (!isFlowing)
        show();
}

void WaitLine::show()
{
    if (std::exchange(m_isLineOpen, false))
        writeRaw("\n");
    writeRaw("\r\033[K" + fitted(text()).toUtf8());
    m_shown = true;
}

bool WaitLine::hasSomethingToSay() const
{
    if (!m_isTerminal || m_mode == Mode::LearnerAsked)
        return false;
    return m_mode != Mode::Nothing || m_progress.has_value();
}

QString WaitLine::text() const
{
    if (!m_progress)
        return waitText();
    return tr("[%1 %] %2")
        .arg(m_progress->percent)
        .arg(m_mode == Mode::Nothing ? progressText() : waitText());
}

QString WaitLine::progressText() const
{
    QString step = stepTitle(m_progress->step);
    const std::chrono::milliseconds since(m_sinceProgress.elapsed());
    const seconds left = m_progress->remaining.value_or(seconds(0)) - floor<seconds>(since);
    if (left <= seconds(0))
        return step;
    //: %1 is what is being done.
    return tr("%1, about %n second(s) left", nullptr, int(left.count())).arg(step);
}

QString WaitLine::waitText() const
{
    const std::chrono::milliseconds elapsed(m_clock.elapsed());
    const int soFar = int(floor<seconds>(elapsed).count());
    const int left = int(std::max<qint64>(0, ceil<seconds>(m_limit - elapsed).count()));
    if (m_mode == Mode::Countdown)
        return tr("Trying again in %n second(s)", nullptr, left);
    if (m_mode == Mode::Reasoning)
        return tr("The model is reasoning: %n second(s)", nullptr, soFar);
    QString what;
    if (m_wait.what == WaitFor::Connection)
        what = tr("Connecting: %n second(s)", nullptr, soFar);
    else if (m_wait.what == WaitFor::Reconnection)
        return QString(
            m_wait.problem + u' ' + tr("Connecting again in %n second(s)", nullptr, left))
            .trimmed();
    else if (m_wait.what == WaitFor::Turn)
        return turnText(m_wait, elapsed);
    else
        what = tr("Waiting for the first word: %n second(s)", nullptr, soFar);
    if (m_limit.count() == 0)
        return what;
    //: %1 is what is being waited for and for how long.
    return tr("%1, given up in %n second(s)", nullptr, left).arg(what);
}

} // namespace roadloom
