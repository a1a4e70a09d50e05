// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/DocumentWords.h"
#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// Modules in a list of contents; where there are more, it names the stages alone.
inline constexpr qsizetype mostModulesInContents = 150;

/// A PDF of A4 pages: a first page with title, totals, rationale and contents with page numbers,
/// then each stage with its modules and concepts; below each page its number. Its text can be
/// searched and copied, Chinese as well where there is a font for it. ErrorKind::Internal without
/// fonts.
[[nodiscard]] Result<QByteArray> documentAsPdf(
    const RoadmapDocument& document, const DocumentWords& words);

} // namespace roadloom
