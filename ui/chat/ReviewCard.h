// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Card.h"

class QLineEdit;
class QPushButton;

namespace roadloom {

class TextLabel;

/// The roadmap is ready, and the learner has the last word: to approve it, or to say what to change
/// in words. Answered or retired, it is a quiet note of that, and what was written stays.
class ReviewCard : public Card {
    Q_OBJECT
public:
    explicit ReviewCard(QWidget* parent = nullptr);

    /// To the answer that is nearest: to approve.
    void takeFocus();
    /// There is something that could be mended: one press says so, in these words.
    void offerToMend(const QString& wish);
    /// The run is over; there is nothing to answer any more.
    void retire();

Q_SIGNALS:
    /// Empty: approved. Otherwise what to change.
    void answered(const QString& wish);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class State { Asking, Approved, ChangeAsked, Retired };

    void approve();
    void askForChange();
    void askToMend();
    void end(State state);
    void retranslate();

    State m_state = State::Asking;
    QString m_written; ///< when there is nothing to answer any more
    TextLabel* m_title;
    TextLabel* m_text;
    QWidget* m_form;
    QString m_toMend; ///< the wish that is offered; empty: none is
    QPushButton* m_approve;
    QPushButton* m_mend;
    QLineEdit* m_wish;
    QPushButton* m_change;
};

} // namespace roadloom
