// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/SpokenStage.h"
#include "ui/look/Card.h"

#include <QTimer>

#include <chrono>

class QPushButton;

namespace roadloom {

class TextLabel;

/// A try failed and is repeated after a pause: why, when, and what can be done meanwhile. When the
/// pause is over it is a quiet note of the reason, until the next try fails.
class RetryCard : public Card {
    Q_OBJECT
public:
    /// `reason` may hold words of a server. The pause begins now.
    RetryCard(QString reason, std::chrono::milliseconds pause, QWidget* parent = nullptr);

    /// What is tried again, if it is not the agent's whole answer.
    void setStage(const SpokenStage& stage);
    /// The next try failed as well. The pause begins now.
    void noteFailedAgain(const QString& reason, std::chrono::milliseconds pause);

    /// Why the last try failed.
    [[nodiscard]] const QString& reason() const { return m_reason; }
    [[nodiscard]] bool isCountingDown() const { return m_state == State::CountingDown; }

    /// The repetition has begun.
    void noteTriedAgain();
    /// There will be none.
    void noteStopped();

Q_SIGNALS:
    void retryNowRequested();
    void stopRequested();
    /// By itself, by the button, or because it was noted.
    void countdownEnded();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class State { CountingDown, TriedAgain, Stopped };

    void begin(std::chrono::milliseconds pause);
    void tick();
    void end(State state);
    void showParts();
    void showCountdown();
    void retranslate();
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] QString withStage(const QString& words) const;

    SpokenStage m_stage;
    QString m_reason; ///< of the last failure
    int m_failures = 1;
    std::chrono::steady_clock::time_point m_end;
    State m_state = State::CountingDown;
    TextLabel* m_title;
    TextLabel* m_text;
    TextLabel* m_countdown;
    QWidget* m_buttons;
    QPushButton* m_retryNow;
    QPushButton* m_stop;
    TextLabel* m_note; ///< in place of all the others when the countdown has ended
    QTimer m_tick;
};

} // namespace roadloom
