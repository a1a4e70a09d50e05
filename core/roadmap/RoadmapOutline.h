// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

#include <optional>
#include <variant>

/// The architect's outline: the stages and modules of a roadmap before their concepts are designed,
/// one stage at a time. It is what progress is reckoned by, and what holds the parts together.
namespace roadloom {

struct ModuleOutline {
    QString id; ///< may be blank or repeated: modules are told apart by their place as well
    QString name;
    QString description;
    int plannedConcepts = 4; ///< 1..60
    json::object extras {}; ///< unknown members, written back

    bool operator==(const ModuleOutline&) const = default;
};

struct StageOutline {
    QString id; ///< unique in the outline, at most outlineLimits::idLength characters
    QString name;
    QString description;
    int order = 1; ///< 1..n without gaps
    QList<ModuleOutline> modules; ///< 1..24
    json::object extras {}; ///< unknown members, written back

    bool operator==(const StageOutline&) const = default;
};

struct RoadmapOutline {
    QString id;
    QString title;
    QList<StageOutline> stages; ///< 1..24, in their order
    std::optional<double> totalEstimatedHours; ///< as the architect guesses
    std::optional<int> recommendedCompletionWeeks;
    QString designRationale; ///< may be empty
    json::object extras; ///< unknown members, written back

    bool operator==(const RoadmapOutline&) const = default;
};

namespace outlineLimits {
inline constexpr qsizetype stages = 24;
inline constexpr qsizetype idLength = 200;
inline constexpr qsizetype modulesOfStage = 24;
inline constexpr int conceptsOfModule = 60;
/// So many that all stages together stay within what a roadmap may hold.
inline constexpr qsizetype conceptsOfStage = 800;
} // namespace outlineLimits

/// How many concepts are to be designed.
[[nodiscard]] int plannedConcepts(const StageOutline& stage);
[[nodiscard]] int plannedConcepts(const RoadmapOutline& outline);

/// Accepts `{"outline":{…}}`, `{"framework":{…}}` and the bare outline; a `design_rationale` may
/// stand inside or beside it. Stages come back in their order, numbered anew from 1. A name in
/// which there is nothing to see is a missing name. On failure an ErrorKind::BadOutput whose
/// details name each path.
/// With `mends` as in readCurriculumDesign().
[[nodiscard]] Result<RoadmapOutline> readRoadmapOutline(
    const json::value& value, QStringList* mends = nullptr);
/// The bare outline.
[[nodiscard]] json::object toJson(const RoadmapOutline& outline);

/// Whether an answer, in any of these forms, is a whole design already: all its modules have a list
/// of concepts, and somewhere there is one. Models do not always keep to two steps.
[[nodiscard]] bool isWholeDesign(const json::value& value);

using ArchitectAnswer = std::variant<RoadmapOutline, CurriculumDesign>;

/// Reads whichever of the two an answer is.
[[nodiscard]] Result<ArchitectAnswer> readArchitectAnswer(
    const json::value& value, QStringList* mends = nullptr);

QDebug operator<<(QDebug debug, const RoadmapOutline& outline);

} // namespace roadloom
