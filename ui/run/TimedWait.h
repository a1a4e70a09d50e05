// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Wait.h"

namespace roadloom {

/// What a run waits for, and since when: for NextWord, since the last word.
struct TimedWait {
    using Clock = std::chrono::steady_clock;

    Wait wait;
    Clock::time_point since = Clock::now();

    [[nodiscard]] std::chrono::milliseconds elapsed() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - since);
    }
};

} // namespace roadloom

Q_DECLARE_METATYPE(roadloom::TimedWait)
