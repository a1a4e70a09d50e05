// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/StudyTime.h"

#include "core/roadmap/RoadmapNorms.h"

#include <algorithm>
#include <cmath>

namespace roadloom {

double weeksNeeded(double hours, double hoursPerWeek)
{
    return std::max(1.0, std::ceil(hours / std::max(1.0, hoursPerWeek) - norms::roundingSlack));
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
