// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace roadloom {

/// Shows the person at the terminal, on standard error, the roadmap, asks whether it is as it
/// should be, and takes one line from standard input for an answer. Where there is no more input,
/// that is a yes.
class ReviewPrompt final : public QObject {
    Q_OBJECT
public:
    explicit ReviewPrompt(QObject* parent = nullptr);

    void ask(const Roadmap& roadmap);

Q_SIGNALS:
    /// Empty: the roadmap is approved. Otherwise what to change.
    void answered(const QString& wish);

private:
    void read();

    QSocketNotifier m_input;
    QByteArray m_line;
};

} // namespace roadloom
