// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/RunProgress.h"

#include <algorithm>
#include <cmath>

namespace roadloom {

namespace {

using std::chrono::seconds;

constexpr double intentEnd = 8.0;
constexpr double outlineEnd = 16.0;
constexpr double reviewedDesignEnd = 80.0;
constexpr double last = 97.0; // percent, while anything is left to do
constexpr double leastShareToRate = 0.05; // of a step; less says nothing about its speed

double shareOf(int complete, int planned)
{
    return planned > 0 ? std::min(double(complete) / double(planned), 1.0) : 0.0;
}

} // namespace

RunProgress::RunProgress(bool hasReview)
    : m_designEnd(hasReview ? reviewedDesignEnd : last)
{
}

void RunProgress::begin()
{
    enter(WorkflowStep::IntentAnalysis, intentEnd, Time(0));
}

void RunProgress::noteIntent(Time now)
{
    m_shortStep = now;
    setShareOfStep(1.0);
    enter(WorkflowStep::CurriculumDesign, outlineEnd, now);
}

void RunProgress::noteOutline(const RoadmapOutline& outline, Time now)
{
    setShareOfStep(1.0);
    enter(WorkflowStep::CurriculumDesign, m_designEnd, now);
    for (const StageOutline& stage : outline.stages) {
        const int planned = plannedConcepts(stage);
        m_stages.insert(stage.id, { .planned = planned });
        m_planned += planned;
    }
}

void RunProgress::noteConcepts(const QString& stage, int more, Time now)
{
    const auto found = m_stages.find(stage);
    if (found == m_stages.end())
        return;
    found->complete += more;
    int complete = 0;
    for (const StageShare& share : std::as_const(m_stages))
        complete += std::min(share.complete, share.planned);
    const double share = shareOf(complete, m_planned);
    setShareOfStep(share);
    if (share >= leastShareToRate)
        m_remaining = std::chrono::ceil<seconds>((now - m_stepTime) * ((1.0 - share) / share)
            + (m_designEnd < last ? m_shortStep : Time(0)));
}

void RunProgress::noteStageWithdrawn(const QString& stage)
{
    if (const auto found = m_stages.find(stage); found != m_stages.end())
        found->complete = 0;
    m_remaining.reset();
}

void RunProgress::noteDesign(Time now)
{
    setShareOfStep(1.0);
    m_percent = std::max(m_percent, m_designEnd);
    m_stepTime = now;
}

/// How often the roadmap will be reviewed and edited cannot be known, so each step takes half of
/// what is left.
void RunProgress::noteValidationBegins(Time now)
{
    enter(WorkflowStep::StructureValidation, (m_percent + last) / 2, now);
    m_remaining = std::chrono::ceil<seconds>(m_shortStep);
}

void RunProgress::noteEditBegins(int plannedConcepts, Time now)
{
    setShareOfStep(1.0);
    m_editPlanned = plannedConcepts;
    m_edited = 0;
    enter(WorkflowStep::RoadmapEdit, (m_percent + last) / 2, now);
}

void RunProgress::noteEditedConcepts(int more, Time now)
{
    m_edited += more;
    const double share = shareOf(m_edited, m_editPlanned);
    setShareOfStep(share);
    if (share >= leastShareToRate)
        m_remaining = std::chrono::ceil<seconds>(
            (now - m_stepTime) * ((1.0 - share) / share) + m_shortStep);
}

void RunProgress::noteHumanReview()
{
    enter(WorkflowStep::HumanReview, m_percent, m_stepTime);
}

void RunProgress::noteEnd()
{
    m_step = WorkflowStep::Completed;
    m_percent = 100.0;
    m_remaining.reset();
}

std::optional<ProgressEvent> RunProgress::next()
{
    const ProgressEvent event {
        .step = m_step, .percent = int(std::floor(m_percent)), .remaining = m_remaining
    };
    const bool isNew = !m_told || m_told->step != event.step || m_told->percent != event.percent;
    if (!isNew)
        return std::nullopt;
    m_told = event;
    return event;
}

void RunProgress::enter(WorkflowStep step, double end, Time now)
{
    m_step = step;
    m_stepBegin = m_percent;
    m_stepEnd = std::max(end, m_percent);
    m_stepTime = now;
    m_remaining.reset();
}

void RunProgress::setShareOfStep(double share)
{
    m_percent = std::max(m_percent, m_stepBegin + (m_stepEnd - m_stepBegin) * share);
}

} // namespace roadloom
