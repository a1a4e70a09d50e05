// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/CurriculumArchitect.h"
#include "core/agents/IntentAnalyzer.h"
#include "core/workflow/RoadmapReview.h"
#include "core/workflow/RoadmapSource.h"
#include "core/workflow/RunProgress.h"
#include "core/workflow/RunRecorder.h"

#include <QElapsedTimer>

namespace roadloom {

/// How a run of agents goes about its work.
struct RunPlan {
    ReplyMode mode = ReplyMode::Stream;
    int parallel = 1; ///< stages designed at the same time, 1 to 6
    int rounds = 3; ///< of review and mending, at most; 0: the rules alone judge
    bool asksLearner = false; ///< the learner has the last word on the roadmap
};

/// A roadmap from a model: the intent analyzer, then the curriculum architect, then rounds of
/// validator and editor, then perhaps the learner. With a recorder, no agent starts before what
/// others have completed is durable.
class LlmSource final : public RoadmapSource {
    Q_OBJECT
public:
    /// `title` is what title() says. The recorder must outlive this; it is told nothing here.
    LlmSource(const AgentSetup& setup, const RunPlan& plan, QString title,
        RunRecorder* recorder = nullptr);

    void start(const LearnerRequest& request) override;
    void goOn(const LearnerRequest& request, const FinishedWork& finished) override;
    [[nodiscard]] FinishedWork usable(const FinishedWork& finished) const override;
    void cancel() override;
    void retryNow() override;
    void answerReview(const QString& wish) override;
    [[nodiscard]] bool isRunning() const override;
    [[nodiscard]] ChatUsage usage() const override;
    [[nodiscard]] QString title() const override;

private:
    /// Does it from the event loop, if this run is still on by then.
    void later(void (LlmSource::*step)());
    /// Does it when all that was told is durable, if this run is still on by then.
    template <class Step>
    void whenRecorded(Step step);
    void proceed();
    void noteParts(const DesignParts& parts);
    void startAnalysis();
    void takeIntent(const IntentAnalysis& intent);
    void startDesign();
    void takeDesign(const CurriculumDesign& design, const QList<Finding>& findings);
    void judge(const QList<Finding>& findings);
    RoadmapReview& startReview();
    void takeReviewed(const CurriculumDesign& design);
    void askLearner();
    void finish();
    void fail(const Error& error, AgentId agent);
    void dropWork();

    /// Emits, while a run is on. False if the run that it belongs to is over then: a slot may have
    /// ended it, and may have started another.
    bool tell(const AgentEvent& event);
    bool tellFindings(const QList<Finding>& findings);
    bool tellProgress();
    [[nodiscard]] RunProgress::Time elapsed() const;

    AgentSetup m_setup;
    RunPlan m_plan;
    QString m_title;
    RunRecorder* m_recorder;

    bool m_isRunning = false;
    quint64 m_run = 0; ///< grows with each start and cancel, so that stale work knows itself
    LearnerRequest m_request;
    FinishedWork m_finished; ///< when it started
    IntentAnalysis m_intent;
    CurriculumDesign m_design;
    ChatUsage m_usage; ///< of agents that have ended
    RunProgress m_progress;
    QElapsedTimer m_clock;
    // Children; at most one is at work.
    IntentTask* m_analysis = nullptr;
    DesignTask* m_designing = nullptr;
    RoadmapReview* m_review = nullptr;
    bool m_asksLearner = false; ///< the run waits for answerReview()
};

} // namespace roadloom
