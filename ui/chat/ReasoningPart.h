// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/AgentEvent.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

namespace roadloom {

class FoldButton;
class ReasoningText;
class TextLabel;

/// How long an agent has been reasoning, with the reasoning itself folded away. Its clock runs from
/// the first words to pause(), and on with the next ones.
class ReasoningPart : public QWidget {
    Q_OBJECT
public:
    explicit ReasoningPart(AgentId agent, QWidget* parent = nullptr);

    [[nodiscard]] ReasoningText& text() { return *m_text; }

    void append(const QString& words);
    /// The agent answers, or its try has ended.
    void pause();
    /// pause(), and strikes the words out.
    void withdraw();
    /// Shows what another one has shown.
    void restore(const QString& words, std::chrono::milliseconds reasonedFor, bool isUnfolded);
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

Q_SIGNALS:
    /// By the reader; whether the words are now shown.
    void folded(bool isShown);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showTime();
    void showParts();
    void retranslate();

    AgentId m_agent;
    FoldButton* m_unfold;
    TextLabel* m_cutNote;
    ReasoningText* m_text;
    QTimer m_tick;
    std::chrono::milliseconds m_before { 0 }; ///< until the last pause
    std::chrono::steady_clock::time_point m_since;
    bool m_running = false;
};

} // namespace roadloom
