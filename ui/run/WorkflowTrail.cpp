// SPDX-License-Identifier: Apache-2.0
#include "ui/run/WorkflowTrail.h"

namespace roadloom {

namespace {

std::optional<WorkStep> stepOf(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Understanding:
        return WorkStep::Analyse;
    case RunPhase::Designing:
        return WorkStep::Design;
    case RunPhase::Reviewing:
        return WorkStep::Check;
    case RunPhase::Editing:
        return WorkStep::Mend;
    case RunPhase::Asking:
    case RunPhase::Done:
        return WorkStep::Finish;
    case RunPhase::Idle:
    case RunPhase::Stopped:
    case RunPhase::Failed:
        break;
    }
    return std::nullopt;
}

std::optional<WorkflowTrail::State> endOf(RunPhase phase)
{
    if (phase == RunPhase::Stopped)
        return WorkflowTrail::State::Stopped;
    if (phase == RunPhase::Failed)
        return WorkflowTrail::State::Failed;
    return std::nullopt;
}

} // namespace

void WorkflowTrail::take(RunPhase phase)
{
    if (phase == RunPhase::Idle || phase == RunPhase::Understanding)
        *this = {};
    const std::optional<WorkStep> step = stepOf(phase);
    leave(endOf(phase));
    m_isDone = phase == RunPhase::Done;
    if (!step)
        return;
    Place& place = at(*step);
    place = { .isSeen = true, .isCurrent = !m_isDone };
    if (*step == WorkStep::Check)
        ++m_rounds;
    // A run that goes on where another broke off has passed what comes before.
    if (*step != WorkStep::Analyse)
        at(WorkStep::Analyse) = { .isSeen = true };
    // The learner's wish leads back to mending.
    if (*step != WorkStep::Finish)
        at(WorkStep::Finish) = {};
    if (*step == WorkStep::Check || *step == WorkStep::Mend)
        at(WorkStep::Design) = { .isSeen = true };
}

void WorkflowTrail::leave(std::optional<State> end)
{
    for (Place& place : m_places) {
        if (place.isCurrent)
            place.end = end;
        place.isCurrent = false;
    }
}

WorkflowTrail::State WorkflowTrail::state(WorkStep step) const
{
    const Place& place = m_places[std::size_t(step)];
    if (place.isCurrent)
        return State::Current;
    if (place.end)
        return *place.end;
    if (place.isSeen)
        return State::Passed;
    return m_isDone ? State::LeftOut : State::ToCome;
}

} // namespace roadloom
