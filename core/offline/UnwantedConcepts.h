// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/CurriculumLibrary.h"

#include <QSet>

/// What a goal that excludes something ("without JavaScript") takes out of the library.
namespace roadloom {

/// Concepts of the subject whose name, topic or keywords mention the term, which must be normalised
/// (see GoalText.h).
[[nodiscard]] QSet<int> conceptsAbout(
    const CurriculumLibrary& library, int subject, const QString& term);

[[nodiscard]] QSet<int> conceptsOf(const CurriculumLibrary& library, int subject);

/// The concepts and everything that builds on them.
[[nodiscard]] QSet<int> withAllThatNeeds(const CurriculumLibrary& library, QSet<int> concepts);

} // namespace roadloom
