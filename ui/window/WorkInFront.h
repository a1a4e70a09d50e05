// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/run/RunController.h"
#include "ui/window/EndRunQuestion.h"
#include "ui/window/KeptRoadmaps.h"
#include "ui/window/UnfinishedRuns.h"
#include "ui/window/WindowTitle.h"
#include "ui/window/WorkCommands.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QMainWindow;
class QStackedWidget;

namespace roadloom {

enum class Cure;
class WorkView;

/// The one run or roadmap that the window has in front, with its view: begins it, opens and keeps
/// it, and asks before another takes its place. The view is there from the first one on.
class WorkInFront : public QObject {
    Q_OBJECT
public:
    /// Its view is one of the pages, and comes forward when something begins or is opened; dialogs
    /// are over the window. All must outlive it.
    WorkInFront(RoadmapSource& source, const WindowStores& stores, const Commands& commands,
        QStackedWidget& pages, QMainWindow& window);
    ~WorkInFront() override;
    Q_DISABLE_COPY_MOVE(WorkInFront)

    [[nodiscard]] const RunController& run() const { return m_run; }
    [[nodiscard]] KeptRoadmaps& kept() { return m_kept; }
    [[nodiscard]] UnfinishedRuns& unfinished() { return m_unfinished; }
    /// Null before the first one, and after leave().
    [[nodiscard]] WorkView* view() const { return m_view; }

    /// The roadmap in front, as the library calls it; empty as long as it is only expected.
    [[nodiscard]] QString roadmap() const;
    /// The one that the run which is on has brought; empty if there is none.
    [[nodiscard]] QString roadmapOfRun() const;
    /// As it is shown, or still to come; whole or not.
    [[nodiscard]] bool hasRoadmap() const;
    [[nodiscard]] bool hasWholeRoadmap() const;
    /// With the title that is shown; nothing while none is whole.
    [[nodiscard]] std::optional<Roadmap> wholeRoadmap() const;
    /// Of an unfinished one, or one that another program has deleted.
    [[nodiscard]] bool wouldLoseDesign() const;

    /// Done at once where there is nothing to lose, else if the learner agrees. Returns at once.
    void askBefore(EndRunFor reason, const std::function<void()>& then);

    void begin(const LearnerRequest& request);
    void stop() { m_run.stop(); }
    /// The same, as far as it is on here.
    void leaveRun();
    /// Nothing is done while a run is on.
    void goOn();
    void startOver();
    /// The same, but this once the built-in courses answer.
    void startStandIn();

    /// Both ask before. What is in front already comes forward as it is.
    void openRoadmap(const QString& id);
    void openUnfinished(const QString& run);
    /// As the library has it, also where it is in front.
    void openAnew(const QString& id);
    /// The one that was in front when the window was closed: soon, and its place at once.
    void restore();

    void removeRoadmap(const QString& id);
    void renameRoadmap(const QString& id, const QString& title);
    /// What the learner has typed and not left yet is kept.
    void collectTyped();
    /// How much room the conversation has, for the next start.
    void rememberShare();

    void show();
    /// With all that it shows, and its run.
    void leave();

    /// Call it on QEvent::LanguageChange.
    void retranslate();

Q_SIGNALS:
    /// A run with the wish of begin().
    void begun();
    /// What is made now is for that goal, and not there yet.
    void awaited(const QString& goal);
    /// The roadmap that it brought is on the disk.
    void written();
    /// What is in front, or what became of it.
    void changed();
    /// It was left while the learner saw it.
    void emptied();
    void cureRequested(roadloom::Cure cure);
    void linkChosen(const QUrl& address);
    /// A sentence for the learner; empty: what was said before is over.
    void said(const QString& sentence);
    /// Something is lost, or may be.
    void warned(const QString& sentence);
    /// What warned() told is over.
    void settled(const QString& warning);

private:
    void connectKept();
    void connectUnfinished();
    void connectView();
    void takeDeleted();
    void keepAnew();
    [[nodiscard]] bool isDeletedInFront() const;
    [[nodiscard]] WorkView& makeView();
    void start(const LearnerRequest& request);
    void startAnother(void (RunController::*how)());
    void expectAnother();
    void takeMade(const Roadmap& roadmap);
    void takeOpened(const KeptRoadmap& kept);
    void takeUnfinished(const RecordedRun& run);
    void takeWords(const RecordedRun& run);

    const Commands& m_commands;
    QStackedWidget& m_pages;
    WindowMemory* m_memory;
    RunController m_run;
    EndRunQuestion m_endRun;
    KeptRoadmaps m_kept;
    UnfinishedRuns m_unfinished;
    WorkCommands m_workCommands;
    WindowTitle m_title;
    /// What the library was given, or gave.
    struct Work {
        KeptRoadmap kept; ///< as it was then; the book has the study
        bool isDeleted = false; ///< by another program, since then
    };
    std::optional<Work> m_whole; ///< the roadmap in front, if it is whole
    QStringList m_failures; ///< warned() of, that the library may catch up with
    QString m_inBin; ///< warned(), as long as it is there
    WorkView* m_view = nullptr; ///< the pages own it
    bool m_saysStep = false; ///< what was said last is a step of study that was moved
    QTimer m_sharing; ///< runs until the share is written, rather than with each pixel
};

} // namespace roadloom
