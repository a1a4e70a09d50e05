// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/AgentTask.h"
#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/RoadmapOutline.h"

namespace roadloom {

/// The outline of one roadmap in progress: its stages and modules, without their concepts.
class OutlineTask final : public AgentTask {
    Q_OBJECT
public:
    OutlineTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
        const IntentAnalysis& intent);

Q_SIGNALS:
    void completed(const roadloom::RoadmapOutline& outline);
    /// Instead of completed: the model was ahead of us and stated the roadmap with its concepts.
    void wholeDesignCompleted(const roadloom::CurriculumDesign& design);

private:
    std::optional<Error> accept(const json::value& answer, QStringList& mends) override;
    void deliver() override;

    ArchitectAnswer m_answer;
};

} // namespace roadloom
