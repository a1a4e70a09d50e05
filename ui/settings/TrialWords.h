// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Wait.h"
#include "core/llm/ModelTrial.h"

namespace roadloom {

/// What a trial waits for, translated: "Waiting for the first word · 0:03 of 5:00". Empty: nothing.
[[nodiscard]] QString waitText(const Wait& wait, std::chrono::milliseconds soFar);

/// What a trial showed, translated, a line for each thing.
[[nodiscard]] QString resultText(const TrialResult& result);

} // namespace roadloom
