// SPDX-License-Identifier: Apache-2.0
#include "app/LinePrompt.h"

#include "app/Terminal.h"

#include <array>
#include <cerrno>

#include <termios.h>
#include <unistd.h>

namespace roadloom {

namespace {

bool isTerminal(int stream)
{
    return ::isatty(stream) != 0;
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
    return isTerminal(STDIN_FILENO) && isTerminal(STDERR_FILENO)
        && ::tcgetpgrp(STDIN_FILENO) == ::getpgrp(); // else it is the foreground's
}

void LinePrompt::ask(const QString& question)
{
    if (isTerminal(STDIN_FILENO))
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
