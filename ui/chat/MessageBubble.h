// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/AgentEvent.h"
#include "ui/look/Card.h"

namespace roadloom {

class FoldButton;
class ProseView;
class TextLabel;

/// What one agent says in one try.
class MessageBubble : public Card {
    Q_OBJECT
public:
    explicit MessageBubble(AgentId agent, QWidget* parent = nullptr);

    [[nodiscard]] AgentId agent() const { return m_agent; }
    [[nodiscard]] ProseView& prose() { return *m_prose; }

    /// The try failed: the words are struck out and folded away, and `reason` says why.
    void withdraw(const QString& reason);
    [[nodiscard]] bool isWithdrawn() const { return m_unfold != nullptr; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    AgentId m_agent;
    TextLabel* m_title;
    ProseView* m_prose;
    FoldButton* m_unfold = nullptr; ///< there when the words are withdrawn
};

} // namespace roadloom
