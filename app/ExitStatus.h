// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"

namespace roadloom {

/// What the process tells its caller. Stable: scripts rely on the numbers.
enum class ExitStatus {
    Success = 0, ///< a valid roadmap
    UnexpectedFailure = 1,
    WrongUsage = 2, ///< wrong options or request
    NoAnswer = 3, ///< no complete answer came
    InvalidAnswer = 4, ///< a complete answer that is no valid roadmap
    NotCovered = 5, ///< nothing offline fits the goal
    Interrupted = 130,
};

[[nodiscard]] ExitStatus exitStatusFor(ErrorKind kind);

} // namespace roadloom
