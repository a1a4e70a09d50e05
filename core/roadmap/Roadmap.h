// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <QList>
#include <QStringList>

#include <optional>

/// A roadmap is stages > modules > concepts. Field names and meanings follow the generation
/// stream's data model; hours are decimal hours of study.
namespace roadloom {

/// `Other` stands for a word we do not know; the word itself is kept in the owner's extras under
/// the member's name and is written back.
enum class Difficulty { Easy, Medium, Hard, Other };
enum class ContentStatus { Pending, Generating, Completed, Failed, Other };

/// State of a concept's study aids as servers report it.
struct ConceptContent {
    ContentStatus tutorialStatus = ContentStatus::Pending; ///< wire: content_status
    QString contentRef; ///< empty: none
    QString contentVersion = QStringLiteral("v1");
    QString contentSummary; ///< at most 300 characters; empty: none
    QString tutorialId; ///< empty: none
    ContentStatus resourcesStatus = ContentStatus::Pending;
    QString resourcesId; ///< empty: none
    int resourcesCount = 0;
    ContentStatus quizStatus = ContentStatus::Pending;
    QString quizId; ///< empty: none
    int quizQuestionsCount = 0;

    bool operator==(const ConceptContent&) const = default;
};

/// What is learned in one go.
struct Concept {
    QString id; ///< unique in the roadmap; may hold any character, ':' included
    QString name;
    QString description;
    double estimatedHours = 1.0; ///< at least 0.5
    QStringList prerequisites; ///< ids of concepts of the same roadmap
    Difficulty difficulty = Difficulty::Medium;
    QStringList keywords;
    ConceptContent content;
    json::object extras; ///< unknown members, written back

    bool operator==(const Concept&) const = default;
};

struct Module {
    QString id;
    QString name;
    QString description;
    QList<Concept> concepts;
    json::object extras;

    bool operator==(const Module&) const = default;
};

struct Stage {
    QString id;
    QString name;
    QString description;
    int order = 1; ///< from 1
    QList<Module> modules;
    json::object extras;

    bool operator==(const Stage&) const = default;
};

struct Roadmap {
    QString id;
    QString title;
    QList<Stage> stages;
    double totalEstimatedHours = 0.0;
    int recommendedCompletionWeeks = 0;
    json::object extras;

    bool operator==(const Roadmap&) const = default;
};

/// The curriculum architect's whole result.
struct CurriculumDesign {
    Roadmap framework;
    QString designRationale; ///< may be empty
    json::object extras;

    bool operator==(const CurriculumDesign&) const = default;
};

/// Sums of concept hours; never on the wire for stages and modules.
[[nodiscard]] double hoursOf(const Module& module);
[[nodiscard]] double hoursOf(const Stage& stage);
[[nodiscard]] double hoursOf(const Roadmap& roadmap);
[[nodiscard]] qsizetype conceptCount(const Stage& stage);
[[nodiscard]] qsizetype conceptCount(const Roadmap& roadmap);

/// Calls visit(stage, module, concept) for each concept in reading order.
template <class Visit>
void forEachConcept(const Roadmap& roadmap, Visit visit)
{
    for (const Stage& stage : roadmap.stages) {
        for (const Module& module : stage.modules) {
            for (const Concept& item : module.concepts)
                visit(stage, module, item);
        }
    }
}

QDebug operator<<(QDebug debug, const Concept& item);
QDebug operator<<(QDebug debug, const Roadmap& roadmap);

} // namespace roadloom
