// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

#include <map>

class QMenu;
class QMenuBar;

namespace roadloom {

/// Everything that can be done in the window by name.
enum class Command {
    NewGoal,
    History,
    RenameRoadmap,
    RemoveRoadmap,
    ImportRoadmap,
    ExportRoadmap,
    RestoreBackup,
    Share,
    HandOut,
    Join,
    HandIn,
    Settings,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    CopyMarkdown,
    Paste,
    SelectAll,
    FindInChat,
    FilterRoadmap,
    Palette,
    NextPane,
    ShowConversation,
    ShowStages,
    ShowModules,
    ShowAll,
    LargerText,
    SmallerText,
    NormalText,
    FullScreen,
    Stop,
    GoOn,
    Retry,
    MarkToDo,
    MarkDoing,
    MarkDone,
    MarkKnown,
    ToggleDone,
    NextToLearn,
    HoursPerWeek,
    Shortcuts,
    ReportProblem,
    About,
};

/// The window's commands: one action each, with its standard shortcut, in the menus where desktop
/// programs have them. Whoever knows what a command does connects to its action and enables it.
class Commands : public QObject {
    Q_OBJECT
public:
    /// Fills the menu bar.
    explicit Commands(QMenuBar& bar, QObject* parent = nullptr);

    [[nodiscard]] QAction& operator[](Command command) const { return *m_actions.at(command); }
    /// In which they act.
    [[nodiscard]] const QWidget& window() const;
    /// In the order of the menus.
    [[nodiscard]] QList<QAction*> all() const;
    /// What a palette offers: all but itself, and the roadmaps that can be opened. The data of one
    /// that can be checked is what it is called while it is.
    [[nodiscard]] QList<QAction*> offers() const;
    /// The menu whose entries depend on what the learner has.
    [[nodiscard]] QMenu& recent() const { return *m_recent; }

    /// Call it on QEvent::LanguageChange.
    void retranslate();

private:
    void add(QMenu& menu, Command command, const QKeySequence& shortcut = {});

    std::map<Command, QAction*> m_actions;
    QList<Command> m_order;
    QMenu* m_file;
    QMenu* m_recent;
    QMenu* m_edit;
    QMenu* m_view;
    QMenu* m_run;
    QMenu* m_study;
    QMenu* m_help;
};

} // namespace roadloom
