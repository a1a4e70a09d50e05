// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"

#include <optional>

/// How hours of study become weeks, and days hours: what rules W2 and W3 reckon with.
namespace roadloom {

/// Hours a week where nobody told otherwise.
inline constexpr int usualHoursPerWeek = 10;

/// What the learner has, at least 1; the usual ones without a request.
[[nodiscard]] int hoursPerWeekOf(const LearnerRequest* request);

/// Rounded up, at least 1. `hours` must be finite; hours a week below 1 count as 1.
[[nodiscard]] double weeksNeeded(double hours, double hoursPerWeek);

/// The same as a number of weeks for a roadmap; what no int can hold is the greatest one,
/// and what is no number is 1.
[[nodiscard]] int recommendedWeeks(double hours, int hoursPerWeek);

/// To two decimals, so that a sum of decimals is written as one.
[[nodiscard]] double roundedHours(double hours);

/// Hours of study from `today` to the deadline, both days included, spread evenly over each week's
/// seven days. Nothing without a deadline or a valid today.
[[nodiscard]] std::optional<double> hoursUntilDeadline(
    const LearningPreferences& wish, const QDate& today);

} // namespace roadloom
