// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/RunController.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QAction;
class QPushButton;

namespace roadloom {

class ActivityBar;
class TextLabel;

/// What the run is doing, for how long, and what can be done about it. The buttons are the window's
/// actions. A failed run is tried again from the card that says why.
class RunBar : public QWidget {
    Q_OBJECT
public:
    struct Actions {
        QAction* stop;
        QAction* newGoal;
    };

    RunBar(const RunController& run, const Actions& actions, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPhase();
    void showProgress();
    void showElapsed();
    [[nodiscard]] QStringList progressTexts() const;
    [[nodiscard]] QString longestThatFits(const QStringList& texts) const;
    void colorPhase();

    const RunController& m_run;
    TextLabel* m_phase;
    TextLabel* m_elapsed;
    QPushButton* m_stop;
    ActivityBar* m_activity;
    QTimer m_tick;
    QElapsedTimer m_sinceProgress; ///< was told last
};

} // namespace roadloom
