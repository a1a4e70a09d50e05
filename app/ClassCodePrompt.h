// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/LinePrompt.h"

#include <QObject>

namespace roadloom {

class ChosenSource;

/// Asks the person at the terminal, if there is one, for the class code that a hub wants, until it
/// is the right one, or nothing is typed, or it was a wrong one three times.
class ClassCodePrompt final : public QObject {
    Q_OBJECT
public:
    /// The source must outlive it.
    explicit ClassCodePrompt(ChosenSource& source, QObject* parent = nullptr);

private:
    void ask();
    void take(const QString& line);

    ChosenSource& m_source;
    LinePrompt m_prompt;
    int m_asked = 0;
};

} // namespace roadloom
