// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/Roadmap.h"
#include "core/roadmap/RoadmapRules.h"

#include <array>

/// Roadmaps for tests. The perfect one breaks no rule for the request, intent and day that stand
/// beside it: 3 stages, 6 modules, 24 concepts, 66 hours, 7 weeks at 10 hours.
namespace roadloom::sample {

struct ConceptSketch {
    Difficulty difficulty;
    double hours;
};

using ModuleSketch = std::array<ConceptSketch, 4>;

inline constexpr ConceptSketch easy { Difficulty::Easy, 2.0 };
inline constexpr ConceptSketch medium { Difficulty::Medium, 3.0 };
inline constexpr ConceptSketch light { Difficulty::Medium, 2.0 };
inline constexpr ConceptSketch heavy { Difficulty::Medium, 4.0 };
inline constexpr ConceptSketch hard { Difficulty::Hard, 4.0 };

/// Three stages of two modules, each harder than the one before.
inline constexpr std::array<std::array<ModuleSketch, 2>, 3> perfectSketch { {
    { { { easy, easy, easy, easy }, { easy, medium, heavy, heavy } } },
    { { { easy, easy, medium, medium }, { medium, medium, medium, hard } } },
    { { { light, light, light, hard }, { light, light, hard, hard } } },
} };

/// The roadmap's concept with this id; it must exist.
inline Concept& conceptWithId(Roadmap& roadmap, const QString& id)
{
    for (Stage& stage : roadmap.stages) {
        for (Module& module : stage.modules) {
            for (Concept& item : module.concepts) {
                if (item.id == id)
                    return item;
            }
        }
    }
    qFatal("there is no concept %s", qPrintable(id));
}

inline Concept& firstConcept(Roadmap& roadmap)
{
    return roadmap.stages.first().modules.first().concepts.first();
}

inline Concept& lastConcept(Roadmap& roadmap)
{
    return roadmap.stages.last().modules.last().concepts.last();
}

inline Concept makeConcept(const QString& number, const ConceptSketch& sketch)
{
    Concept item;
    item.id = QStringLiteral("c-%1").arg(number);
    item.name = QStringLiteral("Topic %1").arg(number);
    item.description
        = QStringLiteral("What topic %1 is for and how to use it in Python.").arg(number);
    item.estimatedHours = sketch.hours;
    item.difficulty = sketch.difficulty;
    item.keywords = { QStringLiteral("python"), QStringLiteral("topic %1").arg(number) };
    return item;
}

/// Each concept needs the one before it.
inline Roadmap perfectRoadmap()
{
    Roadmap roadmap;
    roadmap.id = QStringLiteral("python-web");
    roadmap.title = QStringLiteral("Web development with Python");
    QString before;
    for (const auto& stageSketch : perfectSketch) {
        Stage stage;
        stage.order = int(roadmap.stages.size()) + 1;
        stage.id = QStringLiteral("stage-%1").arg(stage.order);
        stage.name = QStringLiteral("Stage %1").arg(stage.order);
        stage.description = QStringLiteral("Step %1 on the way.").arg(stage.order);
        for (const ModuleSketch& moduleSketch : stageSketch) {
            Module module;
            const QString number
                = QStringLiteral("%1-%2").arg(stage.order).arg(stage.modules.size() + 1);
            module.id = QStringLiteral("mod-%1").arg(number);
            module.name = QStringLiteral("Module %1").arg(number);
            module.description = QStringLiteral("What belongs together in %1.").arg(number);
            for (const ConceptSketch& sketch : moduleSketch) {
                Concept item = makeConcept(
                    QStringLiteral("%1-%2").arg(number).arg(module.concepts.size() + 1), sketch);
                if (!before.isEmpty())
                    item.prerequisites = { before };
                before = item.id;
                module.concepts.append(item);
            }
            stage.modules.append(module);
        }
        roadmap.stages.append(stage);
    }
    lastConcept(roadmap).name = QStringLiteral("Capstone: a small shop with Flask");
    roadmap.totalEstimatedHours = hoursOf(roadmap);
    roadmap.recommendedCompletionWeeks = 7;
    return roadmap;
}

/// The first day of learning.
inline QDate firstDay()
{
    return { 2026, 3, 2 };
}

inline LearnerRequest request()
{
    LearnerRequest request;
    request.userId = QStringLiteral("test-user");
    request.sessionId = QStringLiteral("test-session");
    request.preferences.learningGoal = QStringLiteral("Web development with Python");
    request.preferences.targetDeadline = firstDay().addDays(48); // the last of seven weeks
    return request;
}

inline IntentAnalysis intent()
{
    IntentAnalysis intent;
    intent.parsedGoal = QStringLiteral("Web development with Python");
    intent.keyTechnologies = { QStringLiteral("Python"), QStringLiteral("Flask") };
    intent.difficultyProfile = QStringLiteral("From the beginnings");
    intent.timeConstraint = QStringLiteral("Seven weeks of 10 hours");
    intent.recommendedFocus = { QStringLiteral("Practice") };
    return intent;
}

/// `count` concepts without prerequisites in modules of five, stages of four modules.
inline Roadmap largeRoadmap(qsizetype count)
{
    Roadmap roadmap = perfectRoadmap();
    roadmap.stages.clear();
    for (qsizetype i = 0; i < count; ++i) {
        const QString number = QString::number(i);
        if (i % 20 == 0) {
            Stage stage;
            stage.order = int(roadmap.stages.size()) + 1;
            stage.id = QStringLiteral("stage-%1").arg(stage.order);
            stage.name = stage.id;
            roadmap.stages.append(stage);
        }
        if (i % 5 == 0) {
            Module module;
            module.id = QStringLiteral("mod-%1").arg(number);
            module.name = module.id;
            roadmap.stages.last().modules.append(module);
        }
        roadmap.stages.last().modules.last().concepts.append(makeConcept(number, easy));
    }
    return roadmap;
}

} // namespace roadloom::sample
