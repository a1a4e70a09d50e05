// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace roadloom {

/// Shows the person at the terminal, on standard error, the roadmap, asks whether it is as it
/// should be, and takes one line from standard input for an answer. Where there is no more input,
/// that is a yes. What was typed at a terminal before the question is no answer to it.
class ReviewPrompt final : public QObject {
    Q_OBJECT
public:
    explicit ReviewPrompt(QObject* parent = nullptr);

    void ask(const Roadmap& roadmap);

Q_SIGNALS:
    /// Empty: the roadmap is approved. Otherwise what to change.
    void answered(const QString& wish);

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
