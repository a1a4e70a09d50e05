// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

namespace roadloom {

/// The design as a Markdown document (CommonMark): title, totals, rationale, stages as second-level
/// and modules as third-level headings, concepts as a list with hours, difficulty, what they need
/// and their descriptions. Texts are made harmless and escaped, so that they cannot become markup.
[[nodiscard]] QString designAsMarkdown(const CurriculumDesign& design);

} // namespace roadloom
