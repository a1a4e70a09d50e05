// SPDX-License-Identifier: Apache-2.0
#include "core/http/RetryPolicy.h"

#include <algorithm>

namespace roadloom {

std::optional<std::chrono::milliseconds> RetryPolicy::delayBefore(
    int retry, const Error& error, double jitter) const
{
    if (!error.isTransient || retry > mostRetries)
        return std::nullopt;
    std::chrono::milliseconds delay = firstDelay;
    for (int i = 1; i < retry && delay < longestDelay; ++i)
        delay *= 2;
    delay = std::min(delay, longestDelay);
    const auto half = double(delay.count()) / 2;
    const std::chrono::milliseconds spread { qint64(half + half * std::clamp(jitter, 0.0, 1.0)) };
    if (!error.retryAfter)
        return spread;
    if (*error.retryAfter > longestPause)
        return std::nullopt;
    return std::max<std::chrono::milliseconds>(*error.retryAfter, spread);
}

} // namespace roadloom
