// SPDX-License-Identifier: Apache-2.0
#include "ui/window/WorkCommands.h"

#include "ui/WorkView.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/ReadingActions.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/study/StudyBook.h"

#include <utility>

namespace roadloom {

namespace {

constexpr std::pair<Command, StudyState> marks[] = {
    { Command::MarkToDo, StudyState::ToDo },
    { Command::MarkDoing, StudyState::Doing },
    { Command::MarkDone, StudyState::Done },
    { Command::MarkKnown, StudyState::Known },
};

constexpr std::pair<Command, RoadmapTools::Level> levels[] = {
    { Command::ShowStages, RoadmapTools::Level::Stages },
    { Command::ShowModules, RoadmapTools::Level::Modules },
    { Command::ShowAll, RoadmapTools::Level::All },
};

} // namespace

WorkCommands::WorkCommands(const Commands& commands, const RunController& run)
    : m_commands(commands)
    , m_run(run)
    , m_editing(commands)
{
    connect(&m_run, &RunController::phaseChanged, this, &WorkCommands::enable);
    connect(&m_run, &RunController::sourceChanged, this, &WorkCommands::enable);
    enable();
}

void WorkCommands::attach(WorkView& work)
{
    m_work = &work;
    RoadmapView& roadmap = work.roadmap();
    const auto on = [this](Command command, auto* receiver, auto does) {
        connect(&m_commands[command], &QAction::triggered, receiver, does);
    };
    on(Command::NextPane, &work, &WorkView::switchPane);
    on(Command::ShowConversation, &work, &WorkView::showChat);
    QAction& showsChat = m_commands[Command::ShowConversation];
    connect(&work, &WorkView::chatShown, &showsChat, &QAction::setChecked);
    showsChat.setChecked(work.showsChat());
    on(Command::FilterRoadmap, &roadmap, &RoadmapView::focusFilter);
    on(Command::ToggleDone, &roadmap, [&roadmap] { roadmap.toggleDone(); });
    for (const auto& [command, state] : marks)
        on(command, &roadmap, [&roadmap, state = state] { roadmap.mark(state); });
    for (const auto& [command, level] : levels)
        on(command, &roadmap, [&roadmap, level = level] { roadmap.expandTo(level); });
    connect(&roadmap, &RoadmapView::placeChanged, this, &WorkCommands::enableMarks);
    connect(&roadmap.study(), &StudyBook::stateChanged, this, &WorkCommands::enableMarks);
    connect(&roadmap.study(), &StudyBook::roadmapChanged, this, &WorkCommands::enable);
    connect(&roadmap.study(), &StudyBook::tallyChanged, this, &WorkCommands::enable);
    on(Command::HoursPerWeek, &roadmap, &RoadmapView::chooseHours);
    connect(&roadmap, &RoadmapView::presenceChanged, this, &WorkCommands::enable);
    on(Command::NextToLearn, &roadmap, &RoadmapView::showNextToLearn);
    const ReadingActions& reading = work.chat().reading();
    m_editing.setConversation(&work.chat());
    for (const auto which : { ReadingActions::Copy, ReadingActions::SelectAll }) {
        reading[which].setShortcut({}); // the window has it
        connect(&reading[which], &QAction::enabledChanged, this, &WorkCommands::enable);
    }
    follow(Command::CopyMarkdown, reading[ReadingActions::CopyMarkdown]);
    // First, so that there is something to be found in.
    on(Command::FindInChat, &work, [&work] { work.showChat(true); });
    follow(Command::FindInChat, reading[ReadingActions::Find]);
    takeUndo(roadmap.study());
    enable();
}

void WorkCommands::detach()
{
    m_work = nullptr;
    m_editing.setConversation(nullptr);
    enable();
}

void WorkCommands::setInSight(bool isInSight)
{
    m_isInSight = isInSight;
    enable();
}

/// The command is the action's; its keys hold in the whole window.
void WorkCommands::follow(Command command, QAction& action)
{
    action.setShortcut({});
    connect(&action, &QAction::enabledChanged, this, &WorkCommands::enable);
    connect(&m_commands[command], &QAction::triggered, &action, &QAction::trigger);
}

/// What is taken back is what was done with the roadmap; fields of text have their own.
void WorkCommands::takeUndo(StudyBook& study)
{
    connect(&m_commands[Command::Undo], &QAction::triggered, &study, &StudyBook::undo);
    connect(&m_commands[Command::Redo], &QAction::triggered, &study, &StudyBook::redo);
    connect(&study, &StudyBook::stepsChanged, this, &WorkCommands::enable);
}

void WorkCommands::enable()
{
    const bool seesWork = m_work != nullptr && m_isInSight;
    const RunPhase phase = m_run.phase();
    const bool brokeOff = phase == RunPhase::Stopped || phase == RunPhase::Failed;
    m_commands[Command::Stop].setEnabled(seesWork && m_run.isRunning());
    m_commands[Command::GoOn].setEnabled(seesWork && m_run.canGoOn());
    m_commands[Command::Retry].setEnabled(seesWork && brokeOff && m_run.isWorthRepeating());
    for (const Command command : { Command::NextPane, Command::ShowConversation,
             Command::FindInChat, Command::FilterRoadmap })
        m_commands[command].setEnabled(seesWork);
    for (const auto& [command, level] : levels)
        allow(command, seesWork && m_work->roadmap().hasRoadmap(), tr("Open a roadmap first."));
    enableMarks();
    const StudyBook* const study = seesWork ? &m_work->roadmap().study() : nullptr;
    const StudyTotals totals = study != nullptr ? study->progress().totals() : StudyTotals();
    for (const Command command : { Command::NextToLearn, Command::HoursPerWeek })
        allow(command,
            totals.learnt<totals.concepts, totals.concepts> 0
                ? tr("Nothing is left to learn in this roadmap.")
                : whyNoRoadmap());
    for (const Command command :
        { Command::RenameRoadmap, Command::RemoveRoadmap, Command::ExportRoadmap })
        allow(command, study != nullptr && !study->keptAs().isEmpty(),
            totals.concepts > 0 ? tr("This roadmap is not in the library.") : whyNoRoadmap());
    m_commands[Command::Undo].setEnabled(study != nullptr && study->canUndo());
    m_commands[Command::Redo].setEnabled(study != nullptr && study->canRedo());
    const ReadingActions* const reading = seesWork ? &m_work->chat().reading() : nullptr;
    const auto canRead = [reading](ReadingActions::Which which) {
        return reading != nullptr && (*reading)[which].isEnabled();
    };
    m_editing.enable();
    m_commands[Command::CopyMarkdown].setEnabled(canRead(ReadingActions::CopyMarkdown));
    nameRetry();
}

/// What cannot be done now says in its menu what is missing.
void WorkCommands::allow(Command command, bool isPossible, const QString& whyNot)
{
    QAction& action = m_commands[command];
    action.setEnabled(isPossible);
    action.setStatusTip(isPossible ? QString() : whyNot);
    action.setToolTip(action.statusTip());
}

QString WorkCommands::whyNoRoadmap() const
{
    const bool isComing = m_work != nullptr && m_isInSight && m_run.isRunning();
    return isComing ? tr("The roadmap is still being designed.") : tr("Open a roadmap first.");
}

/// In sight are the states of a concept, one of which it has.
void WorkCommands::enableMarks()
{
    const bool seesWork = m_work != nullptr && m_isInSight;
    const std::optional<StudyState> inFront
        = seesWork ? m_work->roadmap().stateInFront() : std::nullopt;
    const bool hasConcepts = seesWork && m_work->roadmap().study().progress().totals().concepts > 0;
    const QString whyNot
        = hasConcepts ? tr("Choose a concept in the roadmap first.") : whyNoRoadmap();
    allow(Command::ToggleDone, inFront.has_value(), whyNot);
    for (const auto& [command, state] : marks) {
        allow(command, inFront.has_value(), whyNot);
        m_commands[command].setChecked(inFront == state);
    }
}

void WorkCommands::retranslate()
{
    enable();
}

/// Again is called as the card in the conversation calls it.
void WorkCommands::nameRetry()
{
    const bool failedAtOnce = m_run.phase() == RunPhase::Failed && !m_run.canGoOn();
    m_commands[Command::Retry].setText(failedAtOnce ? tr("Try &again") : tr("Start &over"));
}

} // namespace roadloom
