// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/EditCommands.h"

namespace roadloom {

class RunController;
class StudyBook;
class WorkView;

/// The commands that act on the run and the roadmap in front. They are there while the learner sees
/// those: elsewhere nobody would see them act, and "again" would not mean the wish that the form
/// shows.
class WorkCommands : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    WorkCommands(const Commands& commands, const RunController& run);

    /// What they act on from now on.
    void attach(WorkView& work);
    /// Before that goes.
    void detach();
    void setInSight(bool isInSight);

    /// Call it on QEvent::LanguageChange.
    void retranslate();

private:
    void follow(Command command, QAction& action);
    void takeUndo(StudyBook& study);
    void allow(Command command, bool isPossible, const QString& whyNot);
    [[nodiscard]] QString whyNoRoadmap() const;
    void enable();
    void enableMarks();
    void nameRetry();

    const Commands& m_commands;
    const RunController& m_run;
    EditCommands m_editing;
    WorkView* m_work = nullptr; ///< there is none before the first run
    bool m_isInSight = false;
};

} // namespace roadloom
