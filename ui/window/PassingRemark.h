// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Card.h"

#include <QTimer>

class QToolButton;

namespace roadloom {

class TextLabel;

/// A sentence that lies over the foot of a window, so that nothing in it moves. It goes when there
/// was time enough to read it, which is counted only while the learner is in the window and does
/// not point at it; or when it is closed. Readers of the screen are told.
class PassingRemark : public Card {
    Q_OBJECT
public:
    /// Over all of this widget.
    explicit PassingRemark(QWidget* ground);

    /// Plain text, instead of what was said before. Empty: nothing is said any more.
    void say(const QString& sentence);
    /// Empty: nothing is said.
    [[nodiscard]] const QString& sentence() const { return m_sentence; }
    /// To read such a sentence, and notice it before that.
    [[nodiscard]] static std::chrono::milliseconds timeFor(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void place();
    void count();
    void retranslate();

    QString m_sentence;
    TextLabel* m_text;
    QToolButton* m_close;
    QTimer m_time;
};

} // namespace roadloom
