// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Card.h"

#include <QTimer>

class QToolButton;

namespace roadloom {

class TextLabel;

/// A sentence that lies over the foot of a window, so that nothing in it moves. It goes when there
/// was time enough to read it, which is counted only while the learner is in the window and does
/// not point at it; or when it is closed. A warning only goes when it is closed or withdrawn, one
/// after the other, and what passes waits behind it. Readers of the screen are told.
class PassingRemark : public Card {
    Q_OBJECT
public:
    /// Over all of this widget.
    explicit PassingRemark(QWidget* ground);

    /// Plain text, instead of what was said before and passes. Empty: nothing of that is said any
    /// more.
    void say(const QString& sentence);
    /// Plain text that stays.
    void warn(const QString& sentence);
    /// What it warned of is over.
    void withdraw(const QString& warning);
    /// What is read there now. Empty: nothing is said.
    [[nodiscard]] const QString& sentence() const { return m_sentence; }
    /// To read such a sentence, and notice it before that.
    [[nodiscard]] static std::chrono::milliseconds timeFor(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void turn();
    void dismiss();
    void place();
    void count();
    void retranslate();

    QString m_sentence;
    QString m_passing; ///< as long as its time is not over
    QStringList m_warnings; ///< the first is the one that is read
    TextLabel* m_text;
    QToolButton* m_close;
    QTimer m_time;
};

} // namespace roadloom
