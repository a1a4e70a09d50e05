// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>

namespace roadloom::test {

/// The real program in a child process, without a display, with a data folder of its own.
class Program {
public:
    Program();

    /// Starts it; `input` is all of its standard input.
    void start(const QStringList& arguments, const QByteArray& input = {});
    /// Waits until it has ended, with the event loop running. False if it has not within a minute.
    [[nodiscard]] bool wait();
    /// start() and wait().
    [[nodiscard]] bool run(const QStringList& arguments, const QByteArray& input = {});

    /// The same, with a standard output that nobody reads (as `| true`).
    [[nodiscard]] bool runIntoClosedPipe(const QStringList& arguments);
    /// Starts it with a standard output that is open but never read, as a pager that waits.
    void startIntoStalledPipe(const QStringList& arguments);

    /// Starts it with a standard input that is closed, as `0<&-` does.
    void startWithoutInput(const QStringList& arguments);
    /// Starts it with a standard input that stays open behind these bytes.
    void startWithOpenInput(const QStringList& arguments, const QByteArray& input);
    /// Starts it with a terminal for its standard input.
    void startAtTerminal(const QStringList& arguments);
    /// Starts it in a terminal of its own, where it also writes what is in err().
    void startInTerminal(const QStringList& arguments);
    /// Starts it with a terminal for its standard output, which is not in out().
    void startPrintingToTerminal(const QStringList& arguments);
    /// As if it were typed there.
    void type(const QByteArray& keys);

    void setEnvironment(const QString& name, const QString& value);
    /// Sends SIGINT, as Ctrl-C does.
    void interrupt();
    /// Sends SIGTERM, as a system that is shut down does.
    void terminate() { m_process.terminate(); }
    /// As a machine that is short of memory does.
    void kill() { m_process.kill(); }

    /// What it has written so far.
    [[nodiscard]] const QByteArray& out();
    [[nodiscard]] const QByteArray& err();
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    /// -1 if it crashed or still runs.
    [[nodiscard]] int exitStatus() const;
    [[nodiscard]] QString dataFolder() const { return m_data.path(); }

private:
    /// `prepare` is called in the child, with the terminal.
    void startWithTerminal(
        const std::function<void(int terminal)>& prepare, const QStringList& arguments);
    void readTerminal();

    QTemporaryDir m_data;
    QProcessEnvironment m_environment;
    QFile m_stalled;
    QFile m_terminal; ///< the end that types
    bool m_showsErrors = false; ///< the terminal does
    QProcess m_process;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace roadloom::test
