// SPDX-License-Identifier: Apache-2.0
#include "SampleRoadmap.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

Module sampleModule(int stage, int module, int concepts, QString& before)
{
    const QString path = u"%1-%2"_s.arg(stage).arg(module);
    Module made { .id = u"module-"_s + path,
        .name = u"Module "_s + path,
        .description = {},
        .concepts = {},
        .extras = {} };
    for (int i = 1; i <= concepts; ++i) {
        Concept item;
        item.id = u"concept-%1-%2"_s.arg(path).arg(i);
        item.name = u"Concept %1-%2"_s.arg(path).arg(i);
        item.description = u"What concept %1 of module %2 is about."_s.arg(i).arg(path);
        item.estimatedHours = 1.5;
        item.difficulty = Difficulty((stage - 1) % 3);
        item.keywords = { u"practice"_s, u"theory"_s };
        if (!before.isEmpty())
            item.prerequisites = { before };
        before = item.id;
        made.concepts.append(item);
    }
    return made;
}

} // namespace

Roadmap sampleRoadmap(int stages, int modules, int concepts)
{
    Roadmap roadmap;
    roadmap.id = u"sample"_s;
    roadmap.title = u"A sample roadmap"_s;
    QString before;
    for (int i = 1; i <= stages; ++i) {
        Stage stage;
        stage.id = u"stage-%1"_s.arg(i);
        stage.name = u"Stage %1"_s.arg(i);
        stage.order = i;
        for (int j = 1; j <= modules; ++j)
            stage.modules.append(sampleModule(i, j, concepts, before));
        roadmap.stages.append(stage);
    }
    roadmap.totalEstimatedHours = hoursOf(roadmap);
    roadmap.recommendedCompletionWeeks = 6;
    return roadmap;
}

CurriculumDesign sampleDesign()
{
    CurriculumDesign design;
    design.framework = sampleRoadmap(3, 2, 3);
    design.designRationale = u"From the simple to the useful."_s;
    return design;
}

IntentAnalysis sampleIntent()
{
    IntentAnalysis intent;
    intent.parsedGoal = u"Build and deploy a small web service in Python"_s;
    intent.keyTechnologies = { u"Python"_s, u"HTTP"_s, u"SQL"_s };
    intent.difficultyProfile = u"From zero to working knowledge"_s;
    intent.timeConstraint = u"10 hours a week"_s;
    intent.recommendedFocus = { u"One small project"_s, u"Tests from the start"_s };
    intent.skillGapAnalysis = { u"No programming yet"_s };
    return intent;
}

} // namespace roadloom
