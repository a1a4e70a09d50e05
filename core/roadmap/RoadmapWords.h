// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

/// Figures of a roadmap in words, in the user's language and locale.
namespace roadloom {

/// The bare number, with at most two decimals: "2", "1.5".
[[nodiscard]] QString hoursNumber(double hours);

/// Hours of study: "2 h", "1.5 h".
[[nodiscard]] QString hoursText(double hours);

/// "easy"
[[nodiscard]] QString difficultyText(Difficulty difficulty);

/// "12 concepts, 30.5 h, about 4 weeks"
[[nodiscard]] QString totalsText(const Roadmap& roadmap);

} // namespace roadloom
