// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

namespace roadloom {

/// The roadmap as an indented tree with hours, for a terminal; ends with a line break. Names are
/// made harmless (plainLine).
[[nodiscard]] QString roadmapAsText(const Roadmap& roadmap);

} // namespace roadloom
