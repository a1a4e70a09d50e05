// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace roadloom {

class RunController;

/// What would end the run that is on, or take the place of the design that one has left.
enum class EndRunFor { AnotherGoal, AnotherRoadmap, Closing };

/// What a run that broke off has designed, and nobody keeps.
struct UnkeptDesign {
    QString name; ///< its title, else the goal; untrusted
    bool isWhole = false;
};

/// Asks before a run is lost, or the design that one has left unfinished, and says what stays. The
/// question goes when the run it is about has ended, another one begins, or what was left is gone.
class EndRunQuestion : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    EndRunQuestion(const RunController& run, QWidget& window);

    /// Done at once while no run is on, else if the learner agrees. Returns at once.
    void before(EndRunFor reason, const std::function<void()>& then);
    /// Done if the learner agrees to lose a design that is kept nowhere, and that no run is about
    /// any more. Returns at once.
    void beforeLosingDesign(
        EndRunFor reason, const UnkeptDesign& design, const std::function<void()>& then);

    /// Whether runs outlast the window, so that those of which something was complete can be gone
    /// on with.
    void setRecorded(bool isRecorded) { m_isRecorded = isRecorded; }
    /// Whether the library has the roadmap that the run is about.
    void setKept(bool isKept);

private:
    void ask(const QString& text, const QString& agree, const QString& refuse,
        const std::function<void()>& then);
    void showConsequence();
    [[nodiscard]] bool isOnlyLeft() const;
    void followRun();

    const RunController& m_run;
    QWidget& m_window;
    QPointer<QMessageBox> m_box; ///< while it is asked
    EndRunFor m_reason = EndRunFor::Closing; ///< of what is asked
    QString m_session; ///< of the run it is about
    bool m_isOn = false; ///< that run, while it is asked
    bool m_isRecorded = false;
    bool m_isKept = false;
    bool m_isWhole = false; ///< what it is about
};

} // namespace roadloom
