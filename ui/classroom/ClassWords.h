// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/HubReport.h"

/// What a hub reports, in words for the teacher. All are plain text on one line.
namespace roadloom {

/// "Next in line, about 2 min", "Designing, 42 %", "Done", or why it failed.
[[nodiscard]] QString runWords(const RunReport& run);

/// How many runs are on, wait, and have been made: "Running: 1, waiting: 2, made: 9".
[[nodiscard]] QString countWords(const HubReport& report);

/// How fast the hub is, and how much of what it does fails, as far as that is known. One sentence
/// each.
[[nodiscard]] QStringList rateWords(const HubRates& rates);

/// What a learner calls a seat, as the teacher is shown it: never empty.
[[nodiscard]] QString seatName(const QString& name);

/// That the class has the roadmap of that title.
[[nodiscard]] QString handedOutWords(const QString& title);

/// In groups of four, as it is read aloud.
[[nodiscard]] QString groupedCode(const QByteArray& code);

} // namespace roadloom
