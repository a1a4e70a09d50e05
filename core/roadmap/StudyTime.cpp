// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/StudyTime.h"

#include "core/roadmap/RoadmapNorms.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace roadloom {

double weeksNeeded(double hours, double hoursPerWeek)
{
    return std::max(1.0, std::ceil(hours / std::max(1.0, hoursPerWeek) - norms::roundingSlack));
}

int hoursPerWeekOf(const LearnerRequest* request)
{
    return request != nullptr ? std::max(1, request->preferences.availableHoursPerWeek)
                              : usualHoursPerWeek;
}

int recommendedWeeks(double hours, int hoursPerWeek)
{
    if (std::isnan(hours))
        return 1;
    constexpr int most = std::numeric_limits<int>::max();
    return int(std::min(double(most), weeksNeeded(hours, hoursPerWeek)));
}

double roundedHours(double hours)
{
    constexpr double hundredths = 100.0;
    const double rounded = std::round(hours * hundredths) / hundredths;
    return std::isfinite(rounded) ? rounded : hours;
}

std::optional<double> hoursUntilDeadline(const LearningPreferences& wish, const QDate& today)
{
    if (!wish.targetDeadline || !wish.targetDeadline->isValid() || !today.isValid())
        return std::nullopt;
    constexpr double daysPerWeek = 7.0;
    const qint64 days = std::max<qint64>(0, today.daysTo(*wish.targetDeadline) + 1);
    return double(days) / daysPerWeek * std::max(1, wish.availableHoursPerWeek);
}

} // namespace roadloom
