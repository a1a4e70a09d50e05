// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QMessageBox;
class QWidget;

namespace roadloom {

class RunController;

/// What would end the run that is on.
enum class EndRunFor { AnotherGoal, AnotherRoadmap, Closing };

/// Asks before a run is lost. The question goes when the run it is about has ended.
class EndRunQuestion : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    EndRunQuestion(const RunController& run, QWidget& window);

    /// Done at once while no run is on, else if the learner agrees. Returns at once.
    void before(EndRunFor reason, const std::function<void()>& then);

private:
    void ask(EndRunFor reason, const std::function<void()>& then);

    const RunController& m_run;
    QWidget& m_window;
    QPointer<QMessageBox> m_box; ///< while it is asked
};

} // namespace roadloom
