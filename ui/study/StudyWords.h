// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/StudyState.h"

#include <QString>

namespace roadloom {

/// Translated, for people: "To do", "In progress", "Done", "Known before".
[[nodiscard]] QString studyStateText(StudyState state);

} // namespace roadloom
