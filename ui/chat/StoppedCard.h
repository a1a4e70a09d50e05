// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Card.h"

class QPushButton;

namespace roadloom {

class TextLabel;

/// What there is besides the words when a run is stopped.
enum class Kept {
    Words, ///< nothing
    UnfinishedRoadmap,
    Roadmap,
};

/// The learner stopped the run: what is kept, and a way to begin anew. A run that is stopped cannot
/// go on.
class StoppedCard : public Card {
    Q_OBJECT
public:
    explicit StoppedCard(Kept kept, QWidget* parent = nullptr);

    /// Another try has begun: a quiet line is left, and nothing to press.
    void retire();

Q_SIGNALS:
    void startOverRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString keptText() const;
    void retranslate();

    Kept m_kept;
    TextLabel* m_title;
    TextLabel* m_text;
    QPushButton* m_startOver;
    TextLabel* m_note; ///< in place of all the others when it has retired
};

} // namespace roadloom
