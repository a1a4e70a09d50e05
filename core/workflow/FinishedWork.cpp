// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/FinishedWork.h"

namespace roadloom {

FinishedWork FinishedWork::withoutTask() const
{
    FinishedWork others = *this;
    others.task.reset();
    return others;
}

FinishedWork FinishedWork::taskAt(const QUrl& service) const
{
    return task && task->isAt(service) ? FinishedWork { .task = task } : FinishedWork();
}

void FinishedWork::take(const AgentEvent& event)
{
    const auto* complete = std::get_if<CompleteEvent>(&event);
    if (complete == nullptr)
        return;
    std::visit(
        Overload {
            // A design that another analysis led to is no longer of this run.
            [this](const IntentAnalysis& result) { *this = { .intent = result, .task = task }; },
            [this](const CurriculumDesign& result) {
                parts.reset();
                design = result;
                validation.reset();
                edits = 0;
            },
            [this](const RoadmapEdit& edit) {
                if (!design)
                    return;
                design->framework = edit.framework;
                validation.reset();
                ++edits;
            },
            [this](const Validation& result) {
                if (design)
                    validation = result;
            },
        },
        complete->result);
}

void FinishedWork::take(const DesignParts& advanced)
{
    if (intent && !design)
        parts = advanced;
}

void FinishedWork::take(const ServiceTask& given)
{
    if (given.id.isEmpty())
        task.reset();
    else
        *this = { .task = given };
}

QList<AgentEvent> eventsOf(const FinishedWork& finished)
{
    QList<AgentEvent> events;
    if (finished.intent)
        events.append(CompleteEvent { *finished.intent, AgentId::IntentAnalyzer });
    if (finished.design)
        events.append(CompleteEvent { *finished.design, AgentId::CurriculumArchitect });
    if (finished.validation)
        events.append(CompleteEvent { *finished.validation, AgentId::StructureValidator });
    return events;
}

} // namespace roadloom
