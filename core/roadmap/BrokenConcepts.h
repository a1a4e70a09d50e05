// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <QList>
#include <QString>

namespace roadloom {

/// A concept in a model's answer that cannot be read, or whose name shows nothing.
struct BrokenConcept {
    qsizetype module = 0; ///< its place in the stage
    qsizetype position = 0; ///< among the concepts of its module, broken ones counted
    QString id; ///< may be empty
    QString json; ///< at most 4000 characters
    QString problems; ///< one a line
};

/// The concept_id that it states; empty if it states none.
[[nodiscard]] QString conceptIdIn(const json::value& item);

/// Takes the broken concepts out of a stage, so that the others can be read. What is no module, or
/// no list of concepts, goes as well; modules may end up without concepts.
[[nodiscard]] QList<BrokenConcept> takeOutBrokenConcepts(json::object& stage);

/// The same for all stages of a roadmap, which the answer is or holds as its framework; returns how
/// many concepts went.
[[nodiscard]] qsizetype takeOutBrokenConceptsOfRoadmap(json::value& answer);

} // namespace roadloom
