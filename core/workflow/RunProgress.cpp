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
constexpr double learnersBegin = 90.0; // where the learner has the last word
constexpr double last = 97.0; // percent, while anything is left to do
constexpr double usualConcepts = 24.0; // of a roadmap that no outline has planned
constexpr double leastShareToRate = 0.05; // of a step; less says nothing about its speed

double shareOf(int complete, int planned)
{
    return planned > 0 ? std::min(double(complete) / double(planned), 1.0) : 0.0;
}

/// How long the rest takes at the rate at which the share was done.
RunProgress::Time timeFor(double rest, double share, RunProgress::Time spent)
{
    return std::chrono::ceil<RunProgress::Time>(
        std::chrono::duration<double, std::milli>(double(spent.count()) * rest / share));
}

} // namespace

RunProgress::RunProgress(const AfterDesign& after)
    : m_reviewEnd(after.learner ? learnersBegin : last)
    , m_designEnd(after.review ? reviewedDesignEnd : m_reviewEnd)
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
    m_percent = std::max(m_percent, outlineEnd);
    enter(WorkflowStep::CurriculumDesign, m_designEnd, now);
    for (const StageOutline& stage : outline.stages) {
        const int planned = plannedConcepts(stage);
        m_stages.insert(stage.id, { .planned = planned });
        m_planned += planned;
    }
}

void RunProgress::noteStageThere(const QString& stage)
{
    StageShare& share = m_stages[stage];
    share.complete = share.planned;
    m_shareThere = designShare();
    setShareOfStep(m_shareThere);
}

double RunProgress::designShare() const
{
    int complete = 0;
    for (const StageShare& share : m_stages)
        complete += std::min(share.complete, share.planned);
    return shareOf(complete, m_planned);
}

void RunProgress::noteConcepts(const QString& stage, int more, Time now)
{
    if (stage.isEmpty()) {
        noteUnplanned(more);
        return;
    }
    const auto found = m_stages.find(stage);
    if (found == m_stages.end())
        return;
    found->complete += more;
    const double share = designShare();
    setShareOfStep(share);
    if (const double own = share - m_shareThere; own >= leastShareToRate)
        setRemaining(timeFor(1.0 - share, own, now - m_stepTime));
}

/// Half of the way to the end of the design with as many concepts as usual, and never all of it.
void RunProgress::noteUnplanned(int more)
{
    if (m_planned > 0)
        return;
    m_unplanned += more;
    m_stepEnd = m_designEnd;
    setShareOfStep(m_unplanned / (m_unplanned + usualConcepts));
}

void RunProgress::noteStageWithdrawn(const QString& stage, Time now)
{
    m_remaining.reset();
    if (const auto found = m_stages.find(stage); found != m_stages.end())
        found->complete = 0;
    if (!stage.isEmpty())
        return;
    m_unplanned = 0;
    m_stepTime = now;
}

void RunProgress::noteDesign(Time now)
{
    setShareOfStep(1.0);
    m_percent = std::max(m_percent, m_designEnd);
    m_stepTime = now;
    m_remaining.reset();
}

/// How often the roadmap will be reviewed and edited cannot be known, so each step takes half of
/// what is left.
void RunProgress::noteValidationBegins(Time now)
{
    enter(WorkflowStep::StructureValidation, (m_percent + m_reviewEnd) / 2, now);
    setRemaining(m_shortStep);
}

void RunProgress::noteEditBegins(int plannedConcepts, Time now)
{
    setShareOfStep(1.0);
    m_editPlanned = plannedConcepts;
    m_edited = 0;
    enter(WorkflowStep::RoadmapEdit, (m_percent + m_reviewEnd) / 2, now);
}

void RunProgress::noteEditedConcepts(int more, Time now)
{
    m_edited += more;
    const double share = shareOf(m_edited, m_editPlanned);
    setShareOfStep(share);
    if (share >= leastShareToRate)
        setRemaining(timeFor(1.0 - share, share, now - m_stepTime));
}

void RunProgress::noteEditWithdrawn(Time now)
{
    m_edited = 0;
    m_stepTime = now;
    m_remaining.reset();
}

void RunProgress::noteHumanReview()
{
    // What reviews might have come is settled now, and nobody reviews what is made of a wish.
    m_percent = std::max(m_percent, learnersBegin);
    m_reviewEnd = last;
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
    if (m_told == event)
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

void RunProgress::setRemaining(Time time)
{
    m_remaining.reset();
    if (time > Time(0))
        m_remaining = std::chrono::ceil<seconds>(time);
}

} // namespace roadloom
