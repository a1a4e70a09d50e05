// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"
#include "core/roadmap/StudyState.h"

#include <optional>

namespace roadloom {

/// What a line says in brackets at its end: "(2 h, easy)", "（1.5 小时，困难）".
struct OutlineFacts {
    std::optional<double> hours {};
    std::optional<Difficulty> difficulty {};
};

/// Takes the brackets at the end of a line off it, if all in them is such facts.
[[nodiscard]] OutlineFacts takeOutlineFacts(QString& line);

} // namespace roadloom
