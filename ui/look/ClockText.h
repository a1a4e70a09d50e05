// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>

/// Times as people read them, and how long until they read differently.
namespace roadloom {

/// "0:07", "12:30", "1:02:03": whole seconds, the begun one not counted. Not negative.
[[nodiscard]] QString clockText(std::chrono::milliseconds time);

/// Translated: "12 s", "1 min 5 s", "5 min", "1 h 2 min", "2 h".
[[nodiscard]] QString durationText(std::chrono::seconds time);

/// Until a clock that shows whole seconds so far goes on: more than 0, at most a second.
[[nodiscard]] std::chrono::milliseconds untilNextSecond(std::chrono::milliseconds elapsed);

} // namespace roadloom
