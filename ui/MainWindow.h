// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/JoinLink.h"
#include "ui/classroom/ClassCommands.h"
#include "ui/classroom/ClassSeat.h"
#include "ui/classroom/JoinCommand.h"
#include "ui/history/HistorySelection.h"
#include "ui/settings/Settings.h"
#include "ui/start/FirstRun.h"
#include "ui/start/RoadmapQuestions.h"
#include "ui/window/Commands.h"
#include "ui/window/KeptGoal.h"
#include "ui/window/LibraryFiles.h"
#include "ui/window/ProblemReporting.h"
#include "ui/window/SessionEnd.h"
#include "ui/window/UnwrittenQuestion.h"
#include "ui/window/WorkInFront.h"

#include <QMainWindow>
#include <QPointer>

class QStackedWidget;

namespace roadloom {

enum class Cure;
class HistoryDialog;
class PassingRemark;
class SettingsDialog;
class StartPage;

/// The program's window: the start page, and, from the first run on, the run's view.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// The source, and what the settings refer to, must outlive the window. `defaults` are the
    /// first contents of the form; what the form has no field for (user id, language, extras) goes
    /// into every request as it is.
    MainWindow(RoadmapSource& source, const Settings& settings, const LearnerRequest& defaults,
        const WindowStores& stores = {}, const ClassroomParts& classroom = {},
        QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Starts a run with what the form says now, as if the learner had pressed Enter: if something
    /// is missing, the form says so.
    void start();
    /// Opens the roadmap that was in front when the window was closed: soon, and its place at once.
    void restoreRoadmap();
    /// Shows a sentence over the window's foot for a while; the next one takes its place.
    void remark(const QString& sentence);
    /// The same of what is lost, or may be: it stays until it is closed.
    void warn(const QString& sentence);
    /// Somebody wants to see it. With the token a Wayland desktop lets it come forward; it may be
    /// empty.
    void comeForward(const QByteArray& activationToken);
    /// Another start of the program wants this, and a run begins with it, unless the learner would
    /// rather keep the unfinished design that it takes the place of. While another run is on, the
    /// form has it until that has ended; where the form has words that the learner has not used
    /// yet, it is offered beside them.
    void takeWish(const LearnerRequest& wish);
    /// Imports the roadmap of a file, and shows it as File › Import does.
    void takeFile(const QString& path) { m_files.take(path); }
    /// The same of a link with which a class is joined. Anybody may have written it: that it is
    /// none is said.
    void takeJoinLink(const QString& text);

Q_SIGNALS:
    /// A run has ended while the learner was in another window. Translated, plain text.
    void runEndedUnseen(const QString& title, const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void connectCommands();
    void connectWork();
    void connectKept();
    void followAppearance();
    void obeyPolicy();
    void changeTextSize(int steps);
    void offer(Cure cure);
    void showForm();
    void turnToForm();
    void showWhatIsBehind();
    void showCommands();
    void showFullScreen(bool full);
    void tellEnd(RunPhase phase);
    void showHistory(HistoryPlace place);
    SettingsDialog& openSettings();
    void retranslate();

    RoadmapSource& m_source;
    Settings m_settings;
    WindowMemory* m_memory;
    UnwrittenQuestion m_unwritten;
    ProblemReporting m_reporting;
    RoadmapQuestions m_questions { *this }; ///< about the one in front
    Commands m_commands;
    QStackedWidget* m_pages;
    PassingRemark* m_remark;
    WorkInFront m_work;
    LibraryFiles m_files;
    ClassCommands m_class;
    JoinCommand m_join;
    ClassSeat m_seat;
    StartPage* m_start;
    KeptGoal m_goal;
    FirstRun m_firstRun;
    Library* m_library;
    QPointer<HistoryDialog> m_history; ///< while it is open
    QPointer<SettingsDialog> m_dialog; ///< while it is open
    SessionEnd m_sessionEnd { this }; ///< does not wait for answers
    bool m_mayEndRun = false; ///< the learner, who wants to close the window, was asked
    bool m_mayEndClass = false; ///< the same of what a class shares
};

} // namespace roadloom
