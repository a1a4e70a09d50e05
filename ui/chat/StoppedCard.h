// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Card.h"

class QPushButton;

namespace roadloom {

class TextLabel;
enum class StandIn;

/// What there is besides the words when a run is stopped.
enum class Kept {
    Words, ///< nothing
    UnfinishedRoadmap,
    Roadmap,
};

/// How a run came to no end.
enum class Ending {
    Stopped, ///< by the learner
    BrokenOff, ///< its program ended, some time ago
    Left, ///< the same, but whoever answers has gone on with it
};

/// The learner stopped the run, or it broke off: what is kept, and a way to begin anew, or, where
/// agents had finished something, to go on from there.
class StoppedCard : public Card {
    Q_OBJECT
public:
    StoppedCard(Kept kept, bool canGoOn, Ending ending, StandIn standIn, QWidget* parent = nullptr);

    /// Another try has begun: a quiet line is left, and nothing to press.
    void retire();
    /// One that looks as this one does once it has retired.
    [[nodiscard]] static QWidget* makeRetired(Ending ending);
    [[nodiscard]] Ending ending() const { return m_ending; }

Q_SIGNALS:
    void goOnRequested();
    void startOverRequested();
    void standInRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString keptText() const;
    void retranslate();

    Kept m_kept;
    bool m_canGoOn;
    Ending m_ending;
    TextLabel* m_title;
    TextLabel* m_text;
    QWidget* m_buttons;
    QPushButton* m_goOn;
    QPushButton* m_startOver;
    QPushButton* m_standIn = nullptr; ///< there where the built-in courses may answer
    TextLabel* m_note; ///< in place of all the others when it has retired
};

} // namespace roadloom
