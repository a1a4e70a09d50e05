// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"

#include <optional>

/// How hours of study become weeks, and days hours: what rules W2 and W3 reckon with.
namespace roadloom {

/// Rounded up, at least 1. `hours` must be finite; hours a week below 1 count as 1.
[[nodiscard]] double weeksNeeded(double hours, double hoursPerWeek);

/// Hours of study from `today` to the deadline, both days included, spread evenly over each week's
/// seven days. Nothing without a deadline or a valid today.
[[nodiscard]] std::optional<double> hoursUntilDeadline(
    const LearningPreferences& wish, const QDate& today);

} // namespace roadloom
