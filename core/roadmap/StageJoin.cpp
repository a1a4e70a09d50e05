// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/StageJoin.h"

#include "core/roadmap/PrerequisiteMends.h"
#include "core/roadmap/StudyTime.h"
#include "core/roadmap/UniqueIds.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace roadloom {

namespace {

/// Ids that nothing else in the joined roadmap has.
struct JoinedIds {
    UniqueIds modules;
    UniqueIds concepts;

    void reserve(const Stage& stage)
    {
        for (const Module& module : stage.modules) {
            modules.reserve(module.id);
            for (const Concept& item : module.concepts)
                concepts.reserve(item.id);
        }
    }

    void claim(Stage& stage)
    {
        QHash<QString, QString> renamed; ///< to the first in this stage that had the id
        for (Module& module : stage.modules) {
            module.id = modules.claim(module.id);
            for (Concept& item : module.concepts) {
                const QString id = concepts.claim(item.id);
                if (!renamed.contains(item.id))
                    renamed.insert(item.id, id);
                item.id = id;
            }
        }
        followRenaming(stage, renamed);
    }

private:
    /// What was named like the concept itself can only be the one of an earlier stage.
    static void followRenaming(Stage& stage, const QHash<QString, QString>& renamed)
    {
        for (Module& module : stage.modules) {
            for (Concept& item : module.concepts) {
                for (QString& prerequisite : item.prerequisites) {
                    const QString id = renamed.value(prerequisite, prerequisite);
                    if (id != item.id)
                        prerequisite = id;
                }
            }
        }
    }
};

/// A stage that is designed by itself knows of earlier ones only their modules: what needs a module
/// needs its last concept, unless a concept has that id.
void followModules(Roadmap& roadmap)
{
    QSet<QString> concepts;
    for (const Stage& stage : std::as_const(roadmap).stages) {
        for (const Module& module : stage.modules) {
            for (const Concept& item : module.concepts)
                concepts.insert(item.id);
        }
    }
    QHash<QString, QString> lastConcepts; ///< by module id, of the stages so far
    for (Stage& stage : roadmap.stages) {
        for (Module& module : stage.modules) {
            for (Concept& item : module.concepts) {
                for (QString& prerequisite : item.prerequisites)
                    prerequisite = lastConcepts.value(prerequisite, prerequisite);
                item.prerequisites.removeDuplicates();
            }
        }
        for (const Module& module : stage.modules) {
            if (!module.concepts.isEmpty() && !concepts.contains(module.id))
                lastConcepts.insert(module.id, module.concepts.last().id);
        }
    }
}

} // namespace

CurriculumDesign joinStages(const RoadmapOutline& outline, const QList<Stage>& stages,
    const LearnerRequest& request, QList<Mend>* mends)
{
    CurriculumDesign design;
    design.designRationale = outline.designRationale;
    Roadmap& roadmap = design.framework;
    roadmap.id = outline.id;
    roadmap.title = outline.title;
    roadmap.extras = outline.extras;
    JoinedIds ids;
    for (const StageOutline& planned : outline.stages) {
        const auto found = std::ranges::find(stages, planned.id, &Stage::id);
        if (found == stages.end())
            continue;
        roadmap.stages.append(*found);
        roadmap.stages.last().order = planned.order;
        ids.reserve(*found);
    }
    for (Stage& stage : roadmap.stages)
        ids.claim(stage);
    followModules(roadmap);
    Mends dropped;
    dropNeedsOfLaterStages(roadmap, dropped);
    if (mends != nullptr)
        mends->append(dropped.take());
    const double hours = hoursOf(roadmap);
    roadmap.totalEstimatedHours = roundedHours(hours);
    roadmap.recommendedCompletionWeeks = recommendedWeeks(hours, hoursPerWeekOf(&request));
    return design;
}

} // namespace roadloom
