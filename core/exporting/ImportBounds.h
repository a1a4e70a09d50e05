// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// What one part of an imported roadmap may be: far more than a roadmap has, but what windows can
/// show and pages hold. Notes are the learner's own, and are bounded by their file alone.
namespace importLimits {
inline constexpr double hours = 1000.0; ///< of a concept
inline constexpr qsizetype nameCharacters = 1000; ///< UTF-16 units
inline constexpr qsizetype textCharacters = 50000; ///< of a description or the rationale
inline constexpr qsizetype keywords = 100; ///< of a concept
inline constexpr qsizetype extraBytes = qsizetype(64) * 1024; ///< of what is kept unread, as JSON
} // namespace importLimits

/// Cuts what is beyond these. Returns what was cut, in translated sentences; empty: nothing.
[[nodiscard]] QStringList boundDocument(RoadmapDocument& document);

} // namespace roadloom
