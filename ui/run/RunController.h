// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/RoadmapSource.h"
#include "ui/run/TimedWait.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace roadloom {

enum class RunPhase {
    Idle,
    Understanding,
    Designing,
    Reviewing,
    Editing,
    Asking, ///< the learner has the word
    Done,
    Stopped,
    Failed
};

/// One run after another on a source: what phase it is in, how long it has been on, and its events.
/// Each run has a session id of its own. Destroying it leaves a run that is on.
class RunController : public QObject {
    Q_OBJECT
public:
    /// The source is not owned; a run that is on when it dies counts as stopped.
    explicit RunController(RoadmapSource& source, QObject* parent = nullptr);
    ~RunController() override;
    Q_DISABLE_COPY_MOVE(RunController)

    /// Ends a run that is on, then starts one.
    void start(const LearnerRequest& request);
    /// The last request again, from where it broke off if its source can; nothing before the first
    /// start().
    void goOn();
    /// Tells the events of a run that broke off before, over several turns, as if they came now; in
    /// the end it is as if it had broken off here, with that finished.
    void recall(const LearnerRequest& request, const FinishedWork& finished,
        const QList<AgentEvent>& events);
    /// The last request again, from its beginning.
    void startOver();
    /// The same, but this once the built-in courses answer, where canStandIn().
    void startStandIn();
    /// Nothing if no run is on.
    void stop();
    /// The same, but a service that has the run goes on with it: it can be taken up there later.
    void leave();
    /// Forgets the run that was last; ends one that is on.
    void clear();
    /// While a try that failed waits for its repetition: repeats it now. Otherwise nothing.
    void retryNow();
    /// While the learner has the word: the roadmap is approved, or, with words, to be changed so.
    void answerReview(const QString& wish);

    [[nodiscard]] RunPhase phase() const { return m_phase; }
    [[nodiscard]] bool isRunning() const;
    /// Of the run that is on or was last; stands still when it has ended.
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    /// What the run that is on waits for; nothing when none is on.
    [[nodiscard]] const TimedWait& currentWait() const { return m_wait; }
    /// Whether goOn() would spare the agents something.
    [[nodiscard]] bool canGoOn() const { return !usable().isEmpty(); }
    /// Whether goOn() would take up what a service has of it: told from its first event on.
    [[nodiscard]] bool canTakeUp() const { return usable().task.has_value(); }
    /// While a run is on: a service has it, and goes on with it for a while where it is left.
    [[nodiscard]] bool isAtService() const { return isRunning() && m_finished.task; }
    /// Whether the built-in courses may take the place of who answers.
    [[nodiscard]] bool canStandIn() const { return m_source && m_source->canStandIn(); }
    /// Whether the design is whole, and goOn() would leave it as it is.
    [[nodiscard]] bool canGoOnWithDesign() const { return usable().design.has_value(); }
    /// Whoever answers might say something else to the same request this time.
    [[nodiscard]] bool isWorthRepeating() const { return !m_isFutile; }
    /// Of an unfinished design whose outline goOn() would not ask for again, the stages that it
    /// would not, either, by id. Nothing: it would begin the design anew, if not go on behind it.
    [[nodiscard]] std::optional<QStringList> finishedStages() const;
    /// Nobody stopped it: it broke off before, and was recalled.
    [[nodiscard]] bool isRecalled() const { return m_isRecalled; }
    /// What was said before was let go of to be told once more, and that came to no result: the
    /// run's record still has it.
    [[nodiscard]] bool isRetoldInPart() const { return m_isRetoldInPart; }
    /// Something was completed that goOn() could build on.
    [[nodiscard]] bool hasFinished() const { return m_finished.intent.has_value(); }
    /// Of the design that is complete; empty if none is, or its designer gave none.
    [[nodiscard]] QString rationale() const;
    [[nodiscard]] const LearnerRequest& request() const { return m_request; }
    /// How far the run that is on has come, where its source tells.
    [[nodiscard]] const std::optional<ProgressEvent>& progress() const { return m_progress; }

Q_SIGNALS:
    void phaseChanged(roadloom::RunPhase phase);
    /// Comes before phaseChanged of the phase that the event brings.
    void eventReceived(const roadloom::AgentEvent& event);
    void progressChanged();
    /// A run that was taken up is told from its first event on: what was said of it before comes
    /// once more.
    void retold();
    /// Somebody else answers from the next run on; canGoOn() may be another.
    void sourceChanged();
    /// Also when only its clock starts anew, so it may come with every word. Comes before
    /// eventReceived of the event that ends or restarts it.
    void waitChanged(const roadloom::TimedWait& wait);

private:
    void begin(const LearnerRequest& request, const FinishedWork& finished,
        std::chrono::milliseconds before);
    [[nodiscard]] FinishedWork usable() const;
    [[nodiscard]] bool prepare(const LearnerRequest& request, std::chrono::milliseconds before);
    void take(const AgentEvent& event);
    void recallSome();
    void endRecall();
    void takeWait(const Wait& wait);
    void takeParts(const DesignParts& parts);
    void takeTask(const ServiceTask& task);
    void updateWait(const AgentEvent& event);
    void endWait();
    void setWait(const Wait& wait);
    void enter(RunPhase phase);

    QPointer<RoadmapSource> m_source;
    LearnerRequest m_request;
    FinishedWork m_finished; ///< of runs for this request
    RunPhase m_phase = RunPhase::Idle;
    bool m_isRetoldInPart = false;
    bool m_isFutile = false; ///< the last run, as long as the same one answers
    TimedWait m_wait;
    std::optional<ProgressEvent> m_progress;
    QList<AgentEvent> m_recalled; ///< still to be told
    FinishedWork m_recalledWork; ///< in the end
    bool m_isRecalled = false; ///< the run that was last
    QTimer m_recall; ///< runs while something is recalled
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_before { 0 }; ///< taken by the runs that this one goes on with
    std::chrono::milliseconds m_duration { 0 };
};

} // namespace roadloom
