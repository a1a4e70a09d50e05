// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/RunController.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QToolButton;

namespace roadloom {

class TextLabel;

/// What the run is doing, for how long, and what can be done about it. The buttons are the window's
/// actions.
class RunBar : public QWidget {
    Q_OBJECT
public:
    struct Actions {
        QAction* stop;
        QAction* retry;
        QAction* newGoal;
    };

    RunBar(const RunController& run, const Actions& actions, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showPhase();
    void showElapsed();

    const RunController& m_run;
    TextLabel* m_phase;
    TextLabel* m_elapsed;
    QToolButton* m_stop;
    QToolButton* m_retry;
    QTimer m_tick;
};

} // namespace roadloom
