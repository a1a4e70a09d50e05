// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/LinePrompt.h"
#include "core/roadmap/Roadmap.h"

#include <QObject>

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
    LinePrompt m_prompt;
};

} // namespace roadloom
