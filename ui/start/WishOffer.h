// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "ui/look/Card.h"

class QLabel;
class QPushButton;

namespace roadloom {

class TextLabel;

/// Offers the wish of another start of the program where the form holds the learner's own words,
/// which are lost only if they take it. Hidden while there is none.
class WishOffer : public Card {
    Q_OBJECT
public:
    explicit WishOffer(QWidget* parent = nullptr);

    /// A later one takes the place of an earlier one.
    void offer(const LearnerRequest& wish);

Q_SIGNALS:
    void taken(const roadloom::LearnerRequest& wish);
    /// The learner has pressed one of the buttons.
    void answered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void answer();
    void retranslate();

    LearnerRequest m_wish;
    TextLabel* m_text;
    QLabel* m_speaker; ///< says it to readers of the screen; nothing is seen of it
    QPushButton* m_take;
    QPushButton* m_dismiss;
};

} // namespace roadloom
