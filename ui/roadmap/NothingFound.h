// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace roadloom {

class TextLabel;

/// In the place of the rows when a filter finds none: what was looked for, and the way back to all.
/// Readers of the screen hear it when the learner pauses.
class NothingFound : public QWidget {
    Q_OBJECT
public:
    explicit NothingFound(QWidget* parent = nullptr);

    /// What was typed into the filter.
    void tell(const QString& typed);
    /// There is something again.
    void forget();

Q_SIGNALS:
    void allWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();
    void retranslate();

    QString m_typed;
    TextLabel* m_sentence;
    TextLabel* m_hint; ///< where there is room
    QPushButton* m_all;
    QLabel* m_speaker; ///< where a screen reader finds what is announced
    QTimer m_pause;
};

} // namespace roadloom
