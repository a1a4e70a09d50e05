// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Wait.h"
#include "core/llm/ModelTrial.h"

namespace roadloom {

/// What a trial waits for, translated: "Waiting for the first word… 7 s (gives up after 5 min 0
/// s)". The time is told from 3 seconds on, and the wait between two words not before. Empty:
/// nothing.
[[nodiscard]] QString waitText(
    const Wait& wait, std::chrono::milliseconds soFar, bool isReasoning = false);

/// The figures of a trial in one line, translated: "0.3 s to the first word · 13.6 words per
/// second".
[[nodiscard]] QString summaryText(const TrialResult& result);

/// What else a trial showed, translated, a line for each thing.
[[nodiscard]] QString detailsText(const TrialResult& result);

} // namespace roadloom
