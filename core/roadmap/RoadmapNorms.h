// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/Roadmap.h"

#include <array>

/// What is usual in a roadmap, in numbers: the norms behind rules S7, W1, W2, W4, W5, W6, W8 and
/// W9. The rules check them, the planner keeps them, and curricula are held to them.
namespace roadloom::norms {

struct CountRange {
    qsizetype least;
    qsizetype most;

    [[nodiscard]] constexpr bool holds(qsizetype count) const
    {
        return count >= least && count <= most;
    }
};

inline constexpr CountRange stages { 3, 5 };
inline constexpr CountRange modulesOfStage { 2, 4 };
inline constexpr CountRange conceptsOfModule { 3, 6 };
inline constexpr CountRange conceptsOfStage { modulesOfStage.least * conceptsOfModule.least,
    modulesOfStage.most* conceptsOfModule.most };
inline constexpr CountRange conceptsOfRoadmap { stages.least * conceptsOfStage.least,
    stages.most* conceptsOfStage.most };
inline constexpr CountRange keywordsOfConcept { 2, 5 };

/// What sums of decimal hours may be off by for being binary.
inline constexpr double roundingSlack = 1e-6;

/// How far the stated totals may be from what the concepts add up to.
inline constexpr double totalHoursTolerance = 0.1;
inline constexpr double weeksTolerance = 1.0;

/// Most characters (code points) of a concept's content summary.
inline constexpr qsizetype mostSummaryCharacters = 300;

struct DifficultyNorm {
    Difficulty difficulty;
    double leastHours; ///< of one concept
    double mostHours;
    double share; ///< of all concepts, 0..1

    [[nodiscard]] constexpr bool holdsHours(double hours) const
    {
        return hours >= leastHours - roundingSlack && hours <= mostHours + roundingSlack;
    }
};

/// From easy to hard. Difficulties that are none of these have no norm.
inline constexpr std::array difficulties {
    DifficultyNorm { Difficulty::Easy, 0.5, 2.0, 0.3 },
    DifficultyNorm { Difficulty::Medium, 2.0, 4.0, 0.5 },
    DifficultyNorm { Difficulty::Hard, 4.0, 8.0, 0.2 },
};

/// How far a difficulty's share of the concepts may be from its norm.
inline constexpr double shareTolerance = 0.15;

/// No stage takes more than so many times the hours of another one.
inline constexpr double stageHoursRatio = 1.3;

/// How far a stage's mean difficulty (1 easy, 2 medium, 3 hard) may fall below that of the stage
/// before it.
inline constexpr double difficultyFall = 0.05;

/// Most prerequisites of one concept that stand in other modules.
inline constexpr qsizetype mostForeignPrerequisites = 2;

/// 1 easy, 2 medium, 3 hard; 0 for a word we do not know.
[[nodiscard]] constexpr int difficultyValue(Difficulty difficulty)
{
    for (std::size_t i = 0; i < difficulties.size(); ++i) {
        if (difficulties[i].difficulty == difficulty)
            return int(i) + 1;
    }
    return 0;
}

/// The hardest difficulty value with which a learner of this level should begin.
[[nodiscard]] constexpr int hardestStart(LearnerLevel level)
{
    switch (level) {
    case LearnerLevel::Beginner:
        return 1;
    case LearnerLevel::Intermediate:
        return 2;
    case LearnerLevel::Advanced:
        return 3;
    }
    Q_UNREACHABLE();
}

} // namespace roadloom::norms
