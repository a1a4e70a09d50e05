// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/SpokenMessage.h"
#include "ui/look/Card.h"

#include <QList>

#include <memory>

namespace roadloom {

class FoldButton;
class ProseView;
class ReasoningPart;
class TextLabel;

/// What one agent says in one try, below the reasoning that led to it. Where it designs stage by
/// stage, the words and the reasoning about each are a part of their own, under the stage's name:
/// one that is tried again takes back only its own.
class MessageBubble : public Card {
    Q_OBJECT
public:
    /// Shows the message and writes into it what is said from now on. One that has words already is
    /// finished.
    explicit MessageBubble(std::shared_ptr<SpokenMessage> message, QWidget* parent = nullptr);

    [[nodiscard]] AgentId agent() const { return m_message->agent; }
    [[nodiscard]] bool isFinished() const { return m_isFinished; }
    /// Of the part that was said last.
    [[nodiscard]] ProseView& prose() { return *m_parts.constLast().prose; }

    /// `stage` is what the words are about.
    void say(const QString& words, const SpokenStage& stage);
    void reason(const QString& words, const SpokenStage& stage);
    /// The agent answers, though perhaps with nothing for the learner: reasoning has ended for now.
    void endReasoning();
    /// No more will come.
    void finish();
    /// The try failed: words and reasoning are struck out and folded away, and `reason` says why,
    /// unless it is empty.
    void withdraw(const QString& reason);
    [[nodiscard]] bool isWithdrawn() const { return m_message->isWithdrawn; }
    /// The try of one stage failed: its words and reasoning are struck out where they stand, and
    /// what is said of it from now on is said anew. `stage` is its id.
    void withdrawStage(const QString& stage);

Q_SIGNALS:
    /// The reader chose a link in the words. Nothing has been opened.
    void linkChosen(const QUrl& address);
    /// Its words will take so many pixels more, or less: nothing has moved yet.
    void heightAboutToChange(int by);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Shows the part of the message with the same index.
    struct Part {
        [[nodiscard]] bool isBlank() const;

        TextLabel* heading = nullptr; ///< seen when there is something below it, and a name
        ReasoningPart* reasoning = nullptr; ///< there when the agent reasons
        ProseView* prose = nullptr; ///< seen when something is said
    };

    void addPart(const SpokenStage& stage);
    void restore();
    void addReasoning(Part& part);
    [[nodiscard]] bool goesIntoLastPart(const SpokenStage& stage) const;
    void beginPartFor(const SpokenStage& stage);
    void showHeading(const Part& part);
    void strikeOut(qsizetype part);
    void addFold();
    void showParts(bool shown);
    void retranslate();

    std::shared_ptr<SpokenMessage> m_message;
    TextLabel* m_title;
    QList<Part> m_parts; ///< at least one; words go into the last
    FoldButton* m_unfold = nullptr; ///< there when the words are withdrawn
    bool m_isFinished = false;
};

} // namespace roadloom
