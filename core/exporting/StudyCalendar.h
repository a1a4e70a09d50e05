// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/DocumentWords.h"
#include "core/exporting/StudyPlan.h"

namespace roadloom {

struct CalendarOptions {
    StudyTimes times {};
    QDateTime stamp; ///< when the calendar is made; part of each event
};

/// The sessions that are left as an iCalendar file (RFC 5545), in the local time of whoever reads
/// it. An event keeps its id for as long as its concept keeps its own and the session its number,
/// so that a later calendar replaces the events of an earlier one.
[[nodiscard]] Result<QByteArray> documentAsCalendar(
    const RoadmapDocument& document, const DocumentWords& words, const CalendarOptions& options);

} // namespace roadloom
