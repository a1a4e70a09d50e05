// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/Roadmap.h"

namespace roadloom {

/// "stage-1" > "module-1-1" > "concept-1-1-1", each concept building on the one before it.
[[nodiscard]] Roadmap sampleRoadmap(int stages, int modules, int concepts);

[[nodiscard]] CurriculumDesign sampleDesign();
[[nodiscard]] IntentAnalysis sampleIntent();

} // namespace roadloom
