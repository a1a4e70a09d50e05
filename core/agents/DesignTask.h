// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/OutlineTask.h"
#include "core/agents/StageTask.h"
#include "core/roadmap/DesignParts.h"
#include "core/roadmap/RoadmapMender.h"
#include "core/roadmap/RoadmapRules.h"
#include "core/stream/RoadmapAssembler.h"

#include <vector>

namespace roadloom {

/// Why a design with these findings is not complete: ErrorKind::BadOutput. The message names the
/// first critical finding, the details list them, one a line.
[[nodiscard]] Error brokenRules(const QList<Finding>& findings);

/// The design of one roadmap in progress: the outline first, then each stage by a question of its
/// own, several at a time. What comes out is the same in whichever order the stages come. One
/// stage that fails is asked for again by itself; if it fails for good, so does the design.
///
/// The first stage that is not complete is in front: it speaks in `chunk`, as does the outline. The
/// others speak in `stageChunk`; what a stage said there to the learner comes once more as a chunk
/// when it is in front. A stage that is not in plain words by then (in a fence, in its JSON) goes
/// on in stageChunk.
///
/// Emits only from the event loop; then either completed or failed, once. Destroy it from a slot
/// connected to it only through deleteLater().
class DesignTask final : public QObject {
    Q_OBJECT
public:
    /// `parallel`: stages designed at the same time, at least 1. What `finished` holds is neither
    /// asked for nor told again, but for its unsaid words, which have their turn.
    DesignTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
        const IntentAnalysis& intent, int parallel,
        const std::optional<DesignParts>& finished = {});
    ~DesignTask() override;

    /// Ends it at once: all connections close, no signal follows.
    void cancel();
    /// Tokens of all tries so far, where the server told.
    [[nodiscard]] ChatUsage usage() const;
    /// Ends the pauses before repetitions.
    void retryNow();

Q_SIGNALS:
    /// `stage` is the id of the stage that speaks; empty for the outline.
    void chunk(const QString& text, const QString& stage);
    void stageChunk(const QString& text, const QString& stage);
    /// Of the outline (`stage` is empty) and of the stage in front.
    void reasoning(const QString& text, const QString& stage);
    void waitChanged(const roadloom::Wait& wait);
    /// What the stage (empty: the outline) said so far is withdrawn.
    void attemptFailed(
        const QString& reason, std::chrono::milliseconds delay, const QString& stage);
    void outlined(const roadloom::RoadmapOutline& outline);
    /// So many more concepts of this stage are complete in what came; of an outline that turns out
    /// to be the whole design, the stage is empty.
    void stageGrew(const QString& stage, int concepts);
    /// There is more of it that need not be asked for again, or told. Not told of the last stage:
    /// whether all fit together is seen only then.
    void advanced(const roadloom::DesignParts& finished);
    /// Something was put right without a model.
    void mended(const roadloom::Mend& mend);
    /// The findings hold warnings only.
    void completed(
        const roadloom::CurriculumDesign& design, const QList<roadloom::Finding>& findings);
    void failed(const roadloom::Error& error);

private:
    /// One stage, at work or complete.
    struct Work {
        StageTask* task = nullptr; ///< a child of the design; null when it is complete
        RoadmapAssembler heard {}; ///< what it said in this try
        QString saidInBackground {}; ///< to the learner, in this try, not yet as a chunk
        Wait wait {};
        bool hasSpoken = false; ///< in this try
        bool isInFront = false; ///< its words come as chunks
        std::optional<Stage> result {};
    };

    void listenTo(AgentTask& task);
    void startOutline();
    void takeOutlineText(const QString& text);
    void takeOutline(const RoadmapOutline& outline);
    void startStages();
    void startStage(qsizetype index);
    void takeText(qsizetype index, const QString& text);
    void takeWait(qsizetype index, const Wait& wait);
    void takeStage(qsizetype index, const Stage& stage);
    void withdraw(qsizetype index, const QString& reason, std::chrono::milliseconds delay);
    void bringForward();
    void tellParts();
    void join();
    void finish(CurriculumDesign design);
    void tell(const QList<Mend>& mends);
    void fail(const Error& error);
    void drop(AgentTask* task);
    void dropAll();
    [[nodiscard]] const QString& idOf(qsizetype index) const;
    [[nodiscard]] QList<AgentTask*> tasks() const;

    AgentSetup m_setup;
    ReplyMode m_mode;
    LearnerRequest m_request;
    IntentAnalysis m_intent;
    qsizetype m_parallel;
    OutlineTask* m_outlineTask = nullptr; ///< a child, until it is complete
    RoadmapAssembler m_outlineHeard; ///< what it said in this try
    DesignParts m_finished; ///< the outline as soon as it is there; the stages
    std::vector<Work> m_works; ///< of the first stages, as many as were begun
    qsizetype m_front = 0; ///< the first stage that is not complete
    bool m_isOver = false;
    ChatUsage m_usage; ///< of tasks that are no more
};

} // namespace roadloom
