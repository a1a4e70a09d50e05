// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/DocumentWords.h"
#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// The design as a Markdown document (CommonMark): title, totals, rationale, stages as second-level
/// and modules as third-level headings, concepts as a list with hours, difficulty, what they need
/// and their descriptions. Texts are made harmless and escaped, so that they cannot become markup.
/// Its words are in the language of the roadmap's title.
[[nodiscard]] QString designAsMarkdown(const CurriculumDesign& design);

/// The same with what the learner did: before each concept a box that is ticked if it is learnt,
/// behind it the keywords and, as a quotation, the note, which is Markdown itself. The ids, and
/// states that a box cannot tell, stand in comments that no reader sees; readMarkdownOutline()
/// understands them. What does not come back: line breaks in descriptions and the rationale, dates,
/// the wish, and what servers say of study aids.
[[nodiscard]] QString documentAsMarkdown(
    const RoadmapDocument& document, const DocumentWords& words);

} // namespace roadloom
