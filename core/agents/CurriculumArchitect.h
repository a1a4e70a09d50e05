// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/DesignTask.h"

namespace roadloom {

/// The second agent: turns an analysed wish into stages, modules and concepts. The work is
/// DesignTask's.
class CurriculumArchitect {
public:
    explicit CurriculumArchitect(const AgentSetup& setup);

    /// With what is finished already. Each answer comes as one chunk, at its end, unless the server
    /// streams all the same.
    [[nodiscard]] std::unique_ptr<DesignTask> design(const LearnerRequest& request,
        const IntentAnalysis& intent, int parallel = 1,
        const std::optional<DesignParts>& finished = {}) const;
    /// Words come as the model speaks.
    [[nodiscard]] std::unique_ptr<DesignTask> designStream(const LearnerRequest& request,
        const IntentAnalysis& intent, int parallel = 1,
        const std::optional<DesignParts>& finished = {}) const;

private:
    AgentSetup m_setup;
};

} // namespace roadloom
