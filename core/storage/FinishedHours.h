// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QDate>
#include <QMap>

#include <stop_token>

namespace roadloom {

/// Hours of the concepts that were finished, by the day that the learner had then.
using FinishedHours = QMap<QDate, double>;

/// Of all roadmaps in a library's file but one, from that day on; only what is still done counts,
/// also of those in the bin: it was learnt.
/// As the disk has it. May wait for half a second, but not long once it is to stop: call it on any
/// thread but the window's.
[[nodiscard]] Result<FinishedHours> finishedHoursElsewhere(const QString& path,
    const QString& roadmapId, const QDate& from, const std::stop_token& stop = {});

} // namespace roadloom
