// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace roadloom {

/// Asks the person at the terminal, on standard error, and takes one line from standard input for
/// an answer. What was typed at a terminal before the question is no answer to it.
class LinePrompt final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype longestLine = 8000; ///< bytes; what is behind them is not read

    explicit LinePrompt(QObject* parent = nullptr);

    /// Whether somebody sees the question and can answer it: no file or program is at the other
    /// end, and the terminal is not another program's for now.
    [[nodiscard]] static bool isSomebodyThere();

    void ask(const QString& question);

Q_SIGNALS:
    /// Trimmed; empty, too, where there is no more input.
    void answered(const QString& line);

private:
    void forgetWhatWasTyped();
    void read();
    /// Answers if a line, or the end, has come.
    void takeLine();

    QSocketNotifier m_input;
    QByteArray m_pending; ///< read, but not yet an answer
    bool m_isAtEnd = false; ///< of the input
    bool m_skipsLine = false; ///< the rest of a line that was too long
    bool m_asks = false;
};

} // namespace roadloom
