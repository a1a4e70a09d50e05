// SPDX-License-Identifier: Apache-2.0
#include "app/LinePrompt.h"

#include "app/Terminal.h"

#include <array>
#include <cerrno>

#include <termios.h>
#include <unistd.h>

namespace roadloom {

namespace {

/// Standard input is a terminal, and not another program's for now: who asks it anything from the
/// background is stopped (POSIX, SIGTTOU).
bool isAtTerminal()
{
    const pid_t front = ::tcgetpgrp(STDIN_FILENO); // -1: it is not the one that stops programs
    return ::isatty(STDIN_FILENO) != 0 && (front == -1 || front == ::getpgrp());
}

} // namespace

LinePrompt::LinePrompt(QObject* parent)
    : QObject(parent)
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    m_input.setEnabled(false);
    connect(&m_input, &QSocketNotifier::activated, this, &LinePrompt::read);
}

bool LinePrompt::isSomebodyThere()
{
    return isAtTerminal() && ::isatty(STDERR_FILENO) != 0;
}

void LinePrompt::ask(const QString& question)
{
    if (isAtTerminal())
        forgetWhatWasTyped();
    terminal::say(question);
    m_asks = true;
    m_input.setEnabled(!m_isAtEnd);
    QMetaObject::invokeMethod(this, &LinePrompt::takeLine, Qt::QueuedConnection);
}

void LinePrompt::forgetWhatWasTyped()
{
    m_pending.clear();
    m_skipsLine = false;
    ::tcflush(STDIN_FILENO, TCIFLUSH);
}

void LinePrompt::read()
{
    std::array<char, 4096> bytes {};
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0)
        m_pending.append(bytes.data(), count);
    else
        m_isAtEnd = true;
    takeLine();
}

void LinePrompt::takeLine()
{
    if (m_skipsLine) {
        const qsizetype end = m_pending.indexOf('\n');
        m_skipsLine = end < 0;
        m_pending.remove(0, end < 0 ? m_pending.size() : end + 1);
    }
    const qsizetype end = m_pending.indexOf('\n');
    const bool isTooLong = end < 0 && m_pending.size() > longestLine;
    if (!m_asks || (end < 0 && !isTooLong && !m_isAtEnd))
        return;
    m_asks = false;
    m_input.setEnabled(false);
    m_skipsLine = isTooLong;
    const QByteArray line = (end < 0 ? m_pending : m_pending.first(end)).left(longestLine);
    m_pending.remove(0, end < 0 ? m_pending.size() : end + 1);
    Q_EMIT answered(QString::fromUtf8(line).trimmed());
}

} // namespace roadloom
