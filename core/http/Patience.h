// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace roadloom {

/// How long each part of an exchange may take before it counts as dead; 0 = no limit
/// (save for the tail).
struct Patience {
    /// Until the request is out: name, connection, proxy, TLS.
    std::chrono::milliseconds connecting { 15'000 };
    /// From then until the first word. Slow machines load a model and read the prompt meanwhile.
    std::chrono::milliseconds firstWord { 300'000 };
    /// Between words. Keep-alives (comments, pings) are none.
    std::chrono::milliseconds silence { 300'000 };
    /// For the rest once the outcome is known: usage and [DONE] after a finish reason, the body
    /// after an error status.
    std::chrono::milliseconds tail { 10'000 };

    bool operator==(const Patience&) const = default;
};

} // namespace roadloom
