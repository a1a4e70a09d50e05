// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapEdit.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/roadmap/RoadmapOutline.h"
#include "core/roadmap/Validation.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

/// What each agent answers when a roadmap is made that is known beforehand.
namespace roadloom::test {

inline QString inFence(const json::object& result)
{
    return QLatin1String("\n\n```json\n") + QString::fromUtf8(writeJson(result))
        + QLatin1String("\n```");
}

inline QString intentAnswer()
{
    return QStringLiteral("You want to build web sites.") + inFence(toJson(sample::intent()));
}

/// The outline that leads to this roadmap.
inline RoadmapOutline outlineOf(const Roadmap& roadmap)
{
    RoadmapOutline outline;
    outline.id = roadmap.id;
    outline.title = roadmap.title;
    outline.designRationale = QStringLiteral("From easy to hard.");
    for (const Stage& stage : roadmap.stages) {
        StageOutline planned { .id = stage.id,
            .name = stage.name,
            .description = stage.description,
            .order = stage.order,
            .modules = {} };
        for (const Module& module : stage.modules)
            planned.modules.append({ .id = module.id,
                .name = module.name,
                .description = module.description,
                .plannedConcepts = int(module.concepts.size()) });
        outline.stages.append(planned);
    }
    return outline;
}

inline QString outlineAnswer(const Roadmap& roadmap = sample::perfectRoadmap())
{
    return QStringLiteral("Three stages lead there.") + inFence(toJson(outlineOf(roadmap)));
}

/// The JSON of one stage of the roadmap.
inline json::object stageResult(const Roadmap& roadmap, qsizetype stage)
{
    return toJson(roadmap).at("stages").as_array().at(std::size_t(stage)).as_object();
}

inline QString stageAnswer(const Roadmap& roadmap, qsizetype stage)
{
    return QStringLiteral("Stage %1 in words.").arg(stage + 1)
        + inFence(stageResult(roadmap, stage));
}

/// A review without objections, or with these.
inline QString validationAnswer(const QList<ValidationIssue>& issues = {})
{
    Validation validation;
    for (const Dimension dimension :
        { Dimension::KnowledgeCompleteness, Dimension::KnowledgeProgression,
            Dimension::StageCoherence, Dimension::ModuleClarity, Dimension::UserAlignment })
        validation.dimensionScores.append(
            { .dimension = dimension, .score = 90.0, .rationale = QStringLiteral("Fine.") });
    validation.issues = issues;
    validation.summary = QStringLiteral("A sound roadmap.");
    return QStringLiteral("I have looked at it.") + inFence(toJson(validation));
}

inline ValidationIssue issueAt(const QString& location, Severity severity = Severity::Critical)
{
    return { .severity = severity,
        .location = location,
        .issue = QStringLiteral("Something is missing."),
        .suggestion = QStringLiteral("Add it.") };
}

inline QString editAnswer(const Roadmap& roadmap)
{
    RoadmapEdit edit;
    edit.framework = roadmap;
    edit.modificationSummary = QStringLiteral("Added what was missing.");
    return QStringLiteral("I have mended it.") + inFence(toJson(edit));
}

} // namespace roadloom::test
