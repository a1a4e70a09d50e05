// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/AgentEvent.h"
#include "ui/chat/SpokenStage.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace roadloom {

class RetryCard;

/// The cards of tries that are, or were, repeated after a pause in the step that goes on: one for
/// each stage, and one for the whole answer, whose id is empty. Knows what ends which countdown.
/// Whoever shows the cards owns them.
class RetryCards : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The card of this stage's tries, counting down: a new one, or that of the tries before, to be
    /// shown below what was said since.
    [[nodiscard]] RetryCard* countDown(const AttemptFailedEvent& attempt, const SpokenStage& stage);
    [[nodiscard]] bool isCountingDown() const;

    /// Ends what the event ends: other stages speak on while one waits.
    void take(const AgentEvent& event);
    void end(const QString& stage);
    void endAll();
    /// There will be no repetition.
    void stopAll();
    /// The run failed for this reason: a card that gives it too goes.
    void withdraw(const QString& reason);
    /// The next step begins to count anew; the cards stay where they are.
    void forget() { m_cards.clear(); }

Q_SIGNALS:
    void retryNowRequested();
    void stopRequested();
    void countdownEnded();

private:
    QHash<QString, QPointer<RetryCard>> m_cards; ///< by the id of their stage
};

} // namespace roadloom
