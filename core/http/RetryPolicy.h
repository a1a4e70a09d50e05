// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"

#include <chrono>
#include <optional>

namespace roadloom {

/// When a failed request is tried again, and when it is not worth it.
struct RetryPolicy {
    int mostRetries = 4; ///< 0 to 4
    std::chrono::milliseconds firstDelay { 1000 }; ///< doubles with each further try
    std::chrono::milliseconds longestDelay { 30'000 };
    /// A server that asks for a longer pause than this is not waited for.
    std::chrono::milliseconds longestPause { 120'000 };
    /// A stream that can be taken up where it broke is worth more: it is for so long that this is
    /// tried, after delays that grow no further than the second.
    std::chrono::milliseconds longestAbsence { 300'000 };
    std::chrono::milliseconds longestDelayOfReturn { 15'000 };

    /// How long to wait before the `retry`-th repetition (from 1); nothing: give up, because the
    /// error would come again (see Error::isTransient) or there were enough tries. `jitter`, 0 to
    /// 1, spreads many programs over the second half of the delay. A pause that the server asks for
    /// is kept at least.
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayBefore(
        int retry, const Error& error, double jitter) const;
    /// The same before the `retry`-th try to take up a stream, `absence` after it broke, whatever
    /// the error was. Nothing, too, where nothing is to be tried again.
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayBeforeReturn(
        int retry, std::chrono::milliseconds absence, const Error& error, double jitter) const;
};

} // namespace roadloom
