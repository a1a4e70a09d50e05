// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/WorkflowStep.h"

#include "core/base/EnumWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr std::array stepNames {
    EnumWord<WorkflowStep> { WorkflowStep::IntentAnalysis, "intent_analysis"_L1 },
    EnumWord<WorkflowStep> { WorkflowStep::CurriculumDesign, "curriculum_design"_L1 },
    EnumWord<WorkflowStep> { WorkflowStep::StructureValidation, "structure_validation"_L1 },
    EnumWord<WorkflowStep> { WorkflowStep::RoadmapEdit, "roadmap_edit"_L1 },
    EnumWord<WorkflowStep> { WorkflowStep::HumanReview, "human_review"_L1 },
    EnumWord<WorkflowStep> { WorkflowStep::Completed, "completed"_L1 },
};

} // namespace

QString stepName(WorkflowStep step)
{
    return wordFor(step, stepNames);
}

std::optional<WorkflowStep> stepFromName(QStringView name)
{
    return valueFor(name, stepNames);
}

QString stepTitle(WorkflowStep step)
{
    switch (step) {
    case WorkflowStep::IntentAnalysis:
        return QCoreApplication::translate("WorkflowStep", "Analysing your goal");
    case WorkflowStep::CurriculumDesign:
        return QCoreApplication::translate("WorkflowStep", "Designing your roadmap");
    case WorkflowStep::StructureValidation:
        return QCoreApplication::translate("WorkflowStep", "Checking the roadmap");
    case WorkflowStep::RoadmapEdit:
        return QCoreApplication::translate("WorkflowStep", "Mending what the check found");
    case WorkflowStep::HumanReview:
        return QCoreApplication::translate("WorkflowStep", "Waiting for your answer");
    case WorkflowStep::Completed:
        return QCoreApplication::translate("WorkflowStep", "Done");
    }
    Q_UNREACHABLE();
}

} // namespace roadloom
