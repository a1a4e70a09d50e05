// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/DocumentWords.h"
#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// A flashcard for each concept, as Anki (2.1.55 or newer) imports text: on the front its name and
/// where in the roadmap it stands, on the back its description and the learner's note. Tags are its
/// stage, keywords and state. Each card has an id that stays, so that a second import brings the
/// cards up to date instead of doubling them, and their schedules stay.
/// Source: the Anki manual, "Importing text files", "File headers".
[[nodiscard]] QByteArray documentAsAnkiText(
    const RoadmapDocument& document, const DocumentWords& words);

} // namespace roadloom
