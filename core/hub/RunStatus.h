// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

namespace roadloom {

class HubRun;

/// How a run stands, in the words of the generation service's contract: `task_id`, `status`,
/// `current_step`, when it came and last changed, and what else there is to say.
[[nodiscard]] json::object statusOf(const HubRun& run);

} // namespace roadloom
