// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/DocumentWords.h"
#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// The roadmap as an indented tree with hours, for a terminal; ends with a line break. Names are
/// made harmless (plainLine).
[[nodiscard]] QString roadmapAsText(const Roadmap& roadmap);

/// The same with the learner's progress: how much is learnt, and what state each concept is in, as
/// a sign before its name and, but where there is all to do, a word behind it. The words are those
/// of the user's language.
[[nodiscard]] QString studyAsText(const RoadmapDocument& document, const DocumentWords& words);

} // namespace roadloom
