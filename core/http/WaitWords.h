// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Wait.h"

#include <QString>

namespace roadloom {

/// What a learner is told of a wait for one's turn (WaitFor::Turn) that has lasted so long:
/// "Place 3 in line, about 2 min", "You are next in line". Translated.
[[nodiscard]] QString turnText(const Wait& wait, std::chrono::milliseconds soFar = {});

} // namespace roadloom
