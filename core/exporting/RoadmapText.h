// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

namespace roadloom {

/// The roadmap as an indented tree with hours, for a terminal; ends with a line break. Names are
/// made harmless (plainLine).
[[nodiscard]] QString roadmapAsText(const Roadmap& roadmap);

/// Hours for people in the user's locale, with at most one decimal: "2 h", "1.5 h".
[[nodiscard]] QString hoursText(double hours);

/// The difficulty in the user's language: "easy".
[[nodiscard]] QString difficultyText(Difficulty difficulty);

/// "12 concepts, 30.5 h in about 4 weeks".
[[nodiscard]] QString totalsText(const Roadmap& roadmap);

} // namespace roadloom
