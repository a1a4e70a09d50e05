// SPDX-License-Identifier: Apache-2.0
#include "ui/window/Commands.h"

#include "ui/roadmap/RoadmapTools.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace roadloom {

Commands::Commands(QMenuBar& bar, QObject* parent)
    : QObject(parent)
    , m_file(bar.addMenu(QString()))
    , m_recent(new QMenu(&bar))
    , m_edit(bar.addMenu(QString()))
    , m_view(bar.addMenu(QString()))
    , m_run(bar.addMenu(QString()))
    , m_study(bar.addMenu(QString()))
    , m_help(bar.addMenu(QString()))
{
    add(*m_file, Command::NewGoal, QKeySequence::New);
    m_file->addMenu(m_recent);
    add(*m_file, Command::History, Qt::CTRL | Qt::Key_H);
    m_file->addSeparator();
    add(*m_file, Command::RenameRoadmap, Qt::Key_F2);
    add(*m_file, Command::RemoveRoadmap);
    add(*m_file, Command::ImportRoadmap);
    add(*m_file, Command::ExportRoadmap);
    add(*m_file, Command::RestoreBackup);
    m_file->addSeparator();
    add(*m_file, Command::Share);
    add(*m_file, Command::HandOut);
    add(*m_file, Command::Join);
    add(*m_file, Command::HandIn);
    m_file->addSeparator();
    add(*m_file, Command::Settings, Qt::CTRL | Qt::Key_Comma);
    m_file->addSeparator();
    add(*m_file, Command::Quit, Qt::CTRL | Qt::Key_Q);

    add(*m_edit, Command::Undo, QKeySequence::Undo);
    add(*m_edit, Command::Redo, QKeySequence::Redo);
    m_edit->addSeparator();
    add(*m_edit, Command::Cut, QKeySequence::Cut);
    add(*m_edit, Command::Copy, QKeySequence::Copy);
    add(*m_edit, Command::CopyMarkdown, Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    add(*m_edit, Command::Paste, QKeySequence::Paste);
    add(*m_edit, Command::SelectAll, QKeySequence::SelectAll);
    m_edit->addSeparator();
    add(*m_edit, Command::FindInChat, QKeySequence::Find);
    add(*m_edit, Command::FilterRoadmap, Qt::CTRL | Qt::SHIFT | Qt::Key_F);

    add(*m_view, Command::Palette, Qt::CTRL | Qt::Key_K);
    add(*m_view, Command::NextPane, Qt::Key_F6);
    add(*m_view, Command::ShowConversation, Qt::Key_F9);
    m_view->addSeparator();
    add(*m_view, Command::ShowStages);
    add(*m_view, Command::ShowModules);
    add(*m_view, Command::ShowAll);
    m_view->addSeparator();
    add(*m_view, Command::LargerText, QKeySequence::ZoomIn);
    add(*m_view, Command::SmallerText, QKeySequence::ZoomOut);
    add(*m_view, Command::NormalText, Qt::CTRL | Qt::Key_0);
    m_view->addSeparator();
    add(*m_view, Command::FullScreen, Qt::Key_F11);

    // Not Escape, which clears and closes: pressed once too often it would end minutes of work.
    add(*m_run, Command::Stop, Qt::CTRL | Qt::Key_Period);
    add(*m_run, Command::GoOn, Qt::SHIFT | Qt::Key_F5);
    add(*m_run, Command::Retry, QKeySequence::Refresh);

    add(*m_study, Command::MarkToDo, Qt::CTRL | Qt::Key_1);
    add(*m_study, Command::MarkDoing, Qt::CTRL | Qt::Key_2);
    add(*m_study, Command::MarkDone, Qt::CTRL | Qt::Key_3);
    add(*m_study, Command::MarkKnown, Qt::CTRL | Qt::Key_4);
    add(*m_study, Command::ToggleDone, Qt::CTRL | Qt::Key_D);
    m_study->addSeparator();
    add(*m_study, Command::NextToLearn, Qt::CTRL | Qt::Key_J);
    m_study->addSeparator();
    add(*m_study, Command::HoursPerWeek);

    add(*m_help, Command::Shortcuts, QKeySequence::HelpContents);
    add(*m_help, Command::ReportProblem);
    add(*m_help, Command::About);

    for (QMenu* const menu : { m_file, m_view, m_study }) // why something cannot be done now
        menu->setToolTipsVisible(true);
    auto* const states = new QActionGroup(this);
    for (const Command state :
        { Command::MarkToDo, Command::MarkDoing, Command::MarkDone, Command::MarkKnown }) {
        (*this)[state].setCheckable(true);
        states->addAction(&(*this)[state]);
    }
    (*this)[Command::Settings].setMenuRole(QAction::PreferencesRole);
    (*this)[Command::Quit].setMenuRole(QAction::QuitRole);
    (*this)[Command::About].setMenuRole(QAction::AboutRole);
    (*this)[Command::FullScreen].setCheckable(true);
    (*this)[Command::ShowConversation].setCheckable(true);
    (*this)[Command::ShowConversation].setChecked(true);
    // Desktops differ; both are known.
    (*this)[Command::Redo].setShortcuts(
        { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y) });
    // A keyboard where + needs Shift sends Ctrl+=.
    (*this)[Command::LargerText].setShortcuts(
        { QKeySequence(QKeySequence::ZoomIn), QKeySequence(Qt::CTRL | Qt::Key_Equal) });
    retranslate();
}

void Commands::add(QMenu& menu, Command command, const QKeySequence& shortcut)
{
    QAction* const action = menu.addAction(QString());
    action->setShortcut(shortcut);
    m_actions.emplace(command, action);
    m_order.append(command);
}

const QWidget& Commands::window() const
{
    return *m_recent->parentWidget()->window();
}

QList<QAction*> Commands::all() const
{
    QList<QAction*> actions;
    for (const Command command : m_order)
        actions.append(m_actions.at(command));
    return actions;
}

QList<QAction*> Commands::offers() const
{
    QList<QAction*> actions = all();
    actions.removeOne(m_actions.at(Command::Palette));
    return actions + m_recent->actions();
}

void Commands::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_recent->setTitle(tr("&Open roadmap"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_run->setTitle(tr("&Run"));
    m_study->setTitle(tr("Stud&y"));
    m_help->setTitle(tr("&Help"));
    const auto name
        = [this](Command command, const QString& text) { m_actions.at(command)->setText(text); };
    name(Command::NewGoal, tr("&New goal"));
    name(Command::History, tr("A&ll roadmaps…"));
    name(Command::RenameRoadmap, tr("&Rename roadmap…"));
    name(Command::RemoveRoadmap, tr("R&emove roadmap…"));
    name(Command::ImportRoadmap, tr("&Import roadmap…"));
    name(Command::ExportRoadmap, tr("E&xport roadmap…"));
    name(Command::RestoreBackup, tr("Restore a &backup…"));
    name(Command::Share, tr("S&hare with the class…"));
    name(Command::HandOut, tr("Hand this roadmap to the &class"));
    name(Command::Join, tr("&Join a class…"));
    name(Command::HandIn, tr("Hand this roadmap &to the teacher"));
    name(Command::Settings, tr("&Settings…"));
    name(Command::Quit, tr("&Quit"));
    name(Command::Undo, tr("&Undo"));
    name(Command::Redo, tr("&Redo"));
    name(Command::Cut, tr("Cu&t"));
    name(Command::Copy, tr("&Copy"));
    name(Command::CopyMarkdown, tr("Copy as &Markdown"));
    name(Command::Paste, tr("&Paste"));
    name(Command::SelectAll, tr("Select &all"));
    name(Command::FindInChat, tr("&Find in conversation…"));
    name(Command::FilterRoadmap, tr("Filter &roadmap…"));
    name(Command::Palette, tr("&Commands…"));
    name(Command::NextPane, tr("Next &pane"));
    name(Command::ShowStages, RoadmapTools::nameOf(RoadmapTools::Level::Stages));
    name(Command::ShowModules, RoadmapTools::nameOf(RoadmapTools::Level::Modules));
    name(Command::ShowAll, RoadmapTools::nameOf(RoadmapTools::Level::All));
    name(Command::ShowConversation, tr("Show con&versation"));
    name(Command::LargerText, tr("&Larger text"));
    name(Command::SmallerText, tr("S&maller text"));
    name(Command::NormalText, tr("&Normal text size"));
    name(Command::FullScreen, tr("&Full screen"));
    name(Command::Stop, tr("S&top"));
    name(Command::GoOn, tr("&Go on"));
    name(Command::Retry, tr("Try &again"));
    name(Command::MarkToDo, tr("Mark as &to do"));
    name(Command::MarkDoing, tr("Mark as &in progress"));
    name(Command::MarkDone, tr("Mark as &done"));
    name(Command::MarkKnown, tr("Mark as &known before"));
    name(Command::ToggleDone, tr("Mark or unmark as d&one"));
    name(Command::NextToLearn, tr("Next concept to &learn"));
    name(Command::HoursPerWeek, tr("&Hours a week…"));
    name(Command::Shortcuts, tr("&Keyboard shortcuts"));
    name(Command::ReportProblem, tr("Report a &problem…"));
    name(Command::About, tr("&About Roadloom"));
    (*this)[Command::ShowConversation].setData(tr("Hide conversation"));
    (*this)[Command::FullScreen].setData(tr("Leave full screen"));
}

} // namespace roadloom
