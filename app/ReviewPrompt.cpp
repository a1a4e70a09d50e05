// SPDX-License-Identifier: Apache-2.0
#include "app/ReviewPrompt.h"

#include "app/Terminal.h"
#include "core/exporting/RoadmapText.h"

#include <array>
#include <cerrno>

#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestWish = 8000; // bytes

/// What people type who mean Enter; no wish is so short.
bool isConsent(const QString& line)
{
    static const QStringList words { u"y"_s, u"yes"_s, u"ok"_s, u"好"_s, u"好的"_s, u"是"_s };
    return words.contains(line, Qt::CaseInsensitive);
}

} // namespace

ReviewPrompt::ReviewPrompt(QObject* parent)
    : QObject(parent)
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    m_input.setEnabled(false);
    connect(&m_input, &QSocketNotifier::activated, this, &ReviewPrompt::read);
}

void ReviewPrompt::ask(const Roadmap& roadmap)
{
    terminal::say(u'\n' + roadmapAsText(roadmap));
    if (::isatty(STDIN_FILENO) != 0)
        forgetWhatWasTyped();
    terminal::say(tr("Is the roadmap as you want it? Press Enter to accept it, or write what to "
                     "change, in one line:"));
    m_asks = true;
    m_input.setEnabled(!m_isAtEnd);
    QMetaObject::invokeMethod(this, &ReviewPrompt::takeLine, Qt::QueuedConnection);
}

void ReviewPrompt::forgetWhatWasTyped()
{
    m_pending.clear();
    m_skipsLine = false;
    ::tcflush(STDIN_FILENO, TCIFLUSH);
}

void ReviewPrompt::read()
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

void ReviewPrompt::takeLine()
{
    if (m_skipsLine) {
        const qsizetype end = m_pending.indexOf('\n');
        m_skipsLine = end < 0;
        m_pending.remove(0, end < 0 ? m_pending.size() : end + 1);
    }
    const qsizetype end = m_pending.indexOf('\n');
    const bool isTooLong = end < 0 && m_pending.size() > longestWish;
    if (!m_asks || (end < 0 && !isTooLong && !m_isAtEnd))
        return;
    m_asks = false;
    m_input.setEnabled(false);
    m_skipsLine = isTooLong;
    const QByteArray line = (end < 0 ? m_pending : m_pending.first(end)).left(longestWish);
    m_pending.remove(0, end < 0 ? m_pending.size() : end + 1);
    const QString wish = QString::fromUtf8(line).trimmed();
    Q_EMIT answered(isConsent(wish) ? QString() : wish);
}

} // namespace roadloom
