// SPDX-License-Identifier: Apache-2.0
#include "app/ReviewPrompt.h"

#include "app/Terminal.h"
#include "core/exporting/RoadmapText.h"

#include <array>
#include <cerrno>

#include <unistd.h>

namespace roadloom {

namespace {

constexpr qsizetype longestWish = 8000; // bytes

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
    terminal::say(tr("Is the roadmap as you want it? Press Enter to accept it, or write what to "
                     "change, in one line:"));
    m_input.setEnabled(true);
}

void ReviewPrompt::read()
{
    std::array<char, 4096> bytes {};
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    const bool isEnd = count <= 0;
    if (!isEnd)
        m_line.append(bytes.data(), count);
    const qsizetype end = m_line.indexOf('\n');
    if (!isEnd && end < 0 && m_line.size() <= longestWish)
        return;
    m_input.setEnabled(false);
    const QByteArray line = (end < 0 ? m_line : m_line.first(end)).left(longestWish);
    m_line.remove(0, end < 0 ? m_line.size() : end + 1);
    Q_EMIT answered(QString::fromUtf8(line).trimmed());
}

} // namespace roadloom
