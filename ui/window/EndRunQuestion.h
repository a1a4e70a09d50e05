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

/// Asks before a run is lost, or a roadmap that was left unfinished, and says what stays. The
/// question goes when the run it is about has ended, or another one begins.
class EndRunQuestion : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    EndRunQuestion(const RunController& run, QWidget& window);

    /// Done at once while no run is on, else if the learner agrees. Returns at once.
    void before(EndRunFor reason, const std::function<void()>& then);
    /// Before the window closes with an unfinished roadmap that is kept nowhere.
    void beforeLosingDesign(const std::function<void()>& then);

    /// Whether the library has the roadmap that the run is about.
    void setKept(bool isKept);

private:
    void ask(const QString& text, const QString& agree, const QString& refuse,
        const std::function<void()>& then);
    void showConsequence();

    const RunController& m_run;
    QWidget& m_window;
    QPointer<QMessageBox> m_box; ///< while it is asked
    EndRunFor m_reason = EndRunFor::Closing; ///< of what is asked
    bool m_isKept = false;
};

} // namespace roadloom
