// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/AgentEvent.h"
#include "ui/look/Card.h"

#include <QList>

namespace roadloom {

class FoldButton;
class ProseView;
class ReasoningPart;
class TextLabel;

/// What one agent says in one try, below the reasoning that led to it. Where it designs stage by
/// stage, the words about each are a part of their own: one that is tried again takes back only
/// its own.
class MessageBubble : public Card {
    Q_OBJECT
public:
    explicit MessageBubble(AgentId agent, QWidget* parent = nullptr);

    [[nodiscard]] AgentId agent() const { return m_agent; }
    /// Of the part that was said last.
    [[nodiscard]] ProseView& prose() { return *m_parts.constLast().prose; }

    /// `stage` is the id of what the words are about; empty: the whole.
    void say(const QString& words, const QString& stage);
    void reason(const QString& words);
    /// The agent answers, though perhaps with nothing for the learner: reasoning has ended for now.
    void endReasoning();
    /// No more will come.
    void finish();
    /// The try failed: words and reasoning are struck out and folded away, and `reason` says why,
    /// unless it is empty.
    void withdraw(const QString& reason);
    [[nodiscard]] bool isWithdrawn() const { return m_unfold != nullptr; }
    /// The try of one stage failed: its words are struck out where they stand, and what is said of
    /// it from now on is said anew.
    void withdrawStage(const QString& stage);

Q_SIGNALS:
    /// The reader chose a link in the words. Nothing has been opened.
    void linkChosen(const QUrl& address);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Part {
        QString stage;
        ProseView* prose = nullptr; ///< seen when something is said
        bool isWithdrawn = false;
    };

    void addPart(const QString& stage);
    void showParts(bool shown);
    void retranslate();

    AgentId m_agent;
    TextLabel* m_title;
    ReasoningPart* m_reasoning = nullptr; ///< there when the agent reasons
    QList<Part> m_parts; ///< at least one; words go into the last
    FoldButton* m_unfold = nullptr; ///< there when the words are withdrawn
};

} // namespace roadloom
