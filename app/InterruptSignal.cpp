// SPDX-License-Identifier: Apache-2.0
#include "app/InterruptSignal.h"

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace roadloom {

namespace {

// A signal handler may touch little more than a file descriptor, and cannot be given one.
volatile std::sig_atomic_t writeEnd = -1;

extern "C" void passOn(int number)
{
    const char byte = 0;
    // Nothing can be done here about a full or closed pipe.
    const auto written = ::write(writeEnd, &byte, 1);
    static_cast<void>(written);
    std::signal(number, SIG_DFL);
}

} // namespace

InterruptSignal::InterruptSignal()
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    writeEnd = m_pipe[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT interrupted();
    });
    for (const int number : { SIGINT, SIGTERM }) {
        if (std::signal(number, passOn) == SIG_IGN)
            std::signal(number, SIG_IGN); // as whoever started the program wants it
    }
    // A closed output is told by the write that fails, so that the run can end in order.
    std::signal(SIGPIPE, SIG_IGN);
}

InterruptSignal::~InterruptSignal()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGPIPE, SIG_DFL);
    writeEnd = -1;
    m_notifier.reset();
    for (const int end : m_pipe) {
        if (end >= 0)
            ::close(end);
    }
}

} // namespace roadloom
