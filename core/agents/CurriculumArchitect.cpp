// SPDX-License-Identifier: Apache-2.0
#include "core/agents/CurriculumArchitect.h"

namespace roadloom {

CurriculumArchitect::CurriculumArchitect(const AgentSetup& setup)
    : m_setup(setup)
{
}

std::unique_ptr<DesignTask> CurriculumArchitect::design(const LearnerRequest& request,
    const IntentAnalysis& intent, int parallel, const std::optional<DesignParts>& finished) const
{
    return std::make_unique<DesignTask>(
        m_setup, ReplyMode::Whole, request, intent, parallel, finished);
}

std::unique_ptr<DesignTask> CurriculumArchitect::designStream(const LearnerRequest& request,
    const IntentAnalysis& intent, int parallel, const std::optional<DesignParts>& finished) const
{
    return std::make_unique<DesignTask>(
        m_setup, ReplyMode::Stream, request, intent, parallel, finished);
}

} // namespace roadloom
