// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/AgentEvent.h"
#include "ui/look/Card.h"

namespace roadloom {

class FoldButton;
class ProseView;
class ReasoningPart;
class TextLabel;

/// What one agent says in one try, below the reasoning that led to it.
class MessageBubble : public Card {
    Q_OBJECT
public:
    explicit MessageBubble(AgentId agent, QWidget* parent = nullptr);

    [[nodiscard]] AgentId agent() const { return m_agent; }
    [[nodiscard]] ProseView& prose() { return *m_prose; }

    void say(const QString& words);
    void reason(const QString& words);
    /// The agent answers, though perhaps with nothing for the learner: reasoning has ended for now.
    void endReasoning();
    /// No more will come.
    void finish();
    /// The try failed: words and reasoning are struck out and folded away, and `reason` says why,
    /// unless it is empty.
    void withdraw(const QString& reason);
    [[nodiscard]] bool isWithdrawn() const { return m_unfold != nullptr; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showParts(bool shown);
    void retranslate();

    AgentId m_agent;
    TextLabel* m_title;
    ReasoningPart* m_reasoning = nullptr; ///< there when the agent reasons
    ProseView* m_prose; ///< seen when the agent says something
    FoldButton* m_unfold = nullptr; ///< there when the words are withdrawn
};

} // namespace roadloom
