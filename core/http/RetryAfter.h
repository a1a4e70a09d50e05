// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace roadloom {

/// How long a Retry-After field asks to wait: seconds, or an HTTP date (RFC 9110, section 10.2.3).
/// A date that has passed is 0; at most a day counts. Nothing for anything else.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(
    QByteArrayView field, const QDateTime& now);

} // namespace roadloom
