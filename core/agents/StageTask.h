// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/AgentTask.h"
#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/RoadmapOutline.h"
#include "core/roadmap/StageExpansion.h"

namespace roadloom {

/// The concepts of one stage of an outline in progress. Where single concepts of an answer cannot
/// be read, only those are asked for again; what still cannot be read then is left out. A stage
/// that is far shorter than planned is asked for once more, and then taken as it is. Of two answers
/// the better one counts: the task fails only if no concept of either can be read.
class StageTask final : public AgentTask {
    Q_OBJECT
public:
    /// `stage` is the stage's index in the outline.
    StageTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
        const IntentAnalysis& intent, const RoadmapOutline& outline, qsizetype stage);

Q_SIGNALS:
    void completed(const roadloom::Stage& stage);

private:
    std::optional<Error> accept(const json::value& answer, QStringList& mends) override;
    void deliver() override;
    [[nodiscard]] RepairTurn repairTurn(const Error& problem) const override;
    void acceptRest(const json::value& rest, QStringList& mends) override;

    [[nodiscard]] bool settles(QStringList& mends) override;

    void leaveOutBroken(QStringList& mends);

    RoadmapOutline m_outline;
    qsizetype m_index;
    Stage m_stage; ///< the best so far
    QList<BrokenConcept> m_broken; ///< missing from m_stage
    QStringList m_stageMends; ///< of m_stage
    bool m_asksForAll = false; ///< in the repair turn
};

} // namespace roadloom
