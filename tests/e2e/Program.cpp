// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/Program.h"

#include <QSignalSpy>

#include <array>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/types.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roadloom::test {

namespace {

constexpr int patience = 60'000; // milliseconds

/// Whoever runs the tests in the background may have made them deaf to Ctrl-C.
void letInterruptsThrough()
{
    std::signal(SIGINT, SIG_DFL);
}

} // namespace

Program::Program()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString& name :
        { u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"XDG_CONFIG_DIRS"_s,
            u"OPENAI_API_KEY"_s, u"DEEPSEEK_API_KEY"_s, u"LANGUAGE"_s, u"LANG"_s })
        m_environment.remove(name);
    for (const QString& name : m_environment.keys()) {
        if (name.startsWith("ROADLOOM_"_L1))
            m_environment.remove(name);
    }
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"ROADLOOM_DATA_DIR"_s, m_data.path());
    m_process.setChildProcessModifier(letInterruptsThrough);
}

void Program::setEnvironment(const QString& name, const QString& value)
{
    m_environment.insert(name, value);
}

void Program::start(const QStringList& arguments, const QByteArray& input)
{
    m_out.clear();
    m_err.clear();
    m_process.setProcessEnvironment(m_environment);
    m_process.start(QStringLiteral(ROADLOOM_PROGRAM), arguments);
    m_process.write(input);
    m_process.closeWriteChannel();
}

void Program::startWithoutInput(const QStringList& arguments)
{
    m_process.setChildProcessModifier([] {
        letInterruptsThrough();
        ::close(STDIN_FILENO);
    });
    start(arguments);
}

void Program::startWithOpenInput(const QStringList& arguments, const QByteArray& input)
{
    m_process.setProcessEnvironment(m_environment);
    m_process.start(QStringLiteral(ROADLOOM_PROGRAM), arguments);
    m_process.write(input);
}

void Program::startAtTerminal(const QStringList& arguments)
{
    startWithTerminal([](int terminal) { ::dup2(terminal, STDIN_FILENO); }, arguments);
}

void Program::startInTerminal(const QStringList& arguments)
{
    m_showsErrors = true;
    startWithTerminal(
        [](int terminal) {
            ::setsid();
            ::ioctl(terminal, TIOCSCTTY, 0);
            ::dup2(terminal, STDIN_FILENO);
            ::dup2(terminal, STDERR_FILENO);
        },
        arguments);
}

void Program::startPrintingToTerminal(const QStringList& arguments)
{
    startWithTerminal([](int terminal) { ::dup2(terminal, STDOUT_FILENO); }, arguments);
}

void Program::startWithTerminal(
    const std::function<void(int terminal)>& prepare, const QStringList& arguments)
{
    const int typing = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (typing < 0 || ::grantpt(typing) != 0 || ::unlockpt(typing) != 0)
        return;
    std::array<char, 64> name {};
    if (::ptsname_r(typing, name.data(), name.size()) != 0)
        return;
    const int terminal = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    m_terminal.open(typing, QIODevice::ReadWrite | QIODevice::Unbuffered, QFile::AutoCloseHandle);
    m_process.setChildProcessModifier([terminal, prepare] {
        letInterruptsThrough();
        prepare(terminal);
    });
    start(arguments);
    ::close(terminal);
}

void Program::type(const QByteArray& keys)
{
    m_terminal.write(keys);
}

bool Program::wait()
{
    QSignalSpy finished(&m_process, &QProcess::finished);
    return m_process.state() == QProcess::NotRunning || finished.wait(patience);
}

bool Program::run(const QStringList& arguments, const QByteArray& input)
{
    start(arguments, input);
    return wait();
}

bool Program::runIntoClosedPipe(const QStringList& arguments)
{
    startIntoStalledPipe(arguments);
    m_stalled.close();
    return wait();
}

void Program::startIntoStalledPipe(const QStringList& arguments)
{
    std::array<int, 2> ends {};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return;
    m_stalled.open(ends[0], QIODevice::ReadOnly, QFile::AutoCloseHandle);
    m_process.setChildProcessModifier([out = ends[1]] {
        letInterruptsThrough();
        ::dup2(out, STDOUT_FILENO);
    });
    start(arguments);
    ::close(ends[1]);
}

void Program::interrupt()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
}

const QByteArray& Program::out()
{
    m_out += m_process.readAllStandardOutput();
    return m_out;
}

/// What is there now; less than that would be waited for by QFile.
void Program::readTerminal()
{
    std::array<char, 4096> bytes {};
    pollfd shown { .fd = m_terminal.handle(), .events = POLLIN, .revents = 0 };
    while (::poll(&shown, 1, 0) > 0 && (shown.revents & POLLIN) != 0) {
        const ssize_t count = ::read(shown.fd, bytes.data(), bytes.size());
        if (count <= 0)
            return;
        m_err.append(bytes.data(), count);
    }
}

const QByteArray& Program::err()
{
    m_err += m_process.readAllStandardError();
    if (m_showsErrors)
        readTerminal();
    return m_err;
}

int Program::exitStatus() const
{
    const bool ended = hasEnded() && m_process.exitStatus() == QProcess::NormalExit;
    return ended ? m_process.exitCode() : -1;
}

} // namespace roadloom::test
