// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/run/RunController.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QAction;
class QPushButton;

namespace roadloom {

class ActivityBar;
class TextLabel;
class WorkflowPicture;

/// What the run is doing, for how long, and what can be done about it. The buttons are the window's
/// actions; of going on and starting over the one that spares more is offered, and only where the
/// card in the conversation that offers it, too, may be out of sight.
class RunBar : public QWidget {
    Q_OBJECT
public:
    struct Actions {
        QAction* stop;
        QAction* goOn;
        QAction* startOver;
        QAction* newGoal;
    };

    RunBar(const RunController& run, const Actions& actions, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void takePhase(RunPhase phase);
    void takeWait(const TimedWait& wait);
    void showPhase();
    void showProgress();
    void showElapsed();
    void showButtons();
    void showWay();
    [[nodiscard]] bool isNotCovered() const;
    [[nodiscard]] int widestStepTitle() const;
    [[nodiscard]] QStringList progressTexts() const;
    [[nodiscard]] QString waitText() const;
    [[nodiscard]] QString longestThatFits(const QStringList& texts) const;
    [[nodiscard]] int roomBeside(const QWidget* widget) const;

    const RunController& m_run;
    TextLabel* m_phase;
    TextLabel* m_elapsed;
    WorkflowPicture* m_way; ///< where there is room for it
    QPushButton* m_stop;
    QPushButton* m_goOn;
    QPushButton* m_startOver;
    ActivityBar* m_activity;
    bool m_waitsForTurn = false;
    QTimer m_tick;
    QElapsedTimer m_sinceProgress; ///< was told last
};

} // namespace roadloom
