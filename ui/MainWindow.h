// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/RunController.h"
#include "ui/settings/ModelSettings.h"

#include <QMainWindow>
#include <QPointer>

class QAction;
class QMenu;
class QStackedWidget;

namespace roadloom {

enum class Cure;
class FirstRunCard;
class SettingsDialog;
class StartPage;
class WorkView;

/// The program's window: the start page, and, from the first run on, the run's view.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// The source, and what the settings refer to, must outlive the window. `defaults` are the
    /// first contents of the form; what the form has no field for (user id, language, extras) goes
    /// into every request as it is.
    MainWindow(RoadmapSource& source, const ModelSettings& settings, const LearnerRequest& defaults,
        QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Starts a run with what the form says now, as if the learner had pressed Enter: if something
    /// is missing, the form says so.
    void start();
    /// Shows a sentence at the window's foot, until the next one.
    void remark(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Actions {
        QAction* newGoal;
        QAction* settings;
        QAction* quit;
        QAction* stop;
        QAction* retry;
        QAction* nextPane;
    };
    struct Menus {
        QMenu* file;
        QMenu* run;
    };

    void buildActions();
    void begin(const LearnerRequest& request);
    void tryAgain();
    void offer(Cure cure);
    void showForm();
    void enableActions();
    void nameRetry();
    SettingsDialog& openSettings();
    void askWhoAnswers();
    void answerWith(const ConfiguredProviders& configured);
    void endFirstRun();
    [[nodiscard]] WorkView& workView();
    void retranslate();

    RoadmapSource& m_source;
    ModelSettings m_settings;
    RunController m_run;
    Actions m_actions {};
    Menus m_menus {};
    QStackedWidget* m_pages;
    StartPage* m_start;
    FirstRunCard* m_firstRun = nullptr; ///< until it is known who should answer
    QPointer<SettingsDialog> m_dialog; ///< while it is open
    WorkView* m_work = nullptr; ///< made for the first run
};

} // namespace roadloom
