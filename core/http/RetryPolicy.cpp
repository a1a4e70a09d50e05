// SPDX-License-Identifier: Apache-2.0
#include "core/http/RetryPolicy.h"

#include <algorithm>

namespace roadloom {

namespace {

using std::chrono::milliseconds;

/// Doubled with each try up to the longest, and spread over its second half.
milliseconds spreadDelay(milliseconds first, milliseconds longest, int retry, double jitter)
{
    milliseconds delay = first;
    for (int i = 1; i < retry && delay < longest; ++i)
        delay *= 2;
    const auto half = double(std::min(delay, longest).count()) / 2;
    return milliseconds { qint64(half + half * std::clamp(jitter, 0.0, 1.0)) };
}

} // namespace

std::optional<milliseconds> RetryPolicy::delayBefore(
    int retry, const Error& error, double jitter) const
{
    if (!error.isTransient || retry > mostRetries || error.retryAfter > longestPause)
        return std::nullopt;
    return std::max<milliseconds>(error.retryAfter.value_or(std::chrono::seconds(0)),
        spreadDelay(firstDelay, longestDelay, retry, jitter));
}

std::optional<milliseconds> RetryPolicy::delayBeforeReturn(
    int retry, milliseconds absence, const Error& error, double jitter) const
{
    if (mostRetries == 0 || absence >= longestAbsence || error.retryAfter > longestPause)
        return std::nullopt;
    return std::max<milliseconds>(error.retryAfter.value_or(std::chrono::seconds(0)),
        spreadDelay(firstDelay, longestDelayOfReturn, retry, jitter));
}

} // namespace roadloom
