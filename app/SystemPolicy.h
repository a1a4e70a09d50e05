// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Policy.h"

namespace roadloom {

/// The policy of this machine, see readPolicy(). The system's folder is built in: no variable that
/// a learner can set leads past it.
[[nodiscard]] Policy systemPolicy();

} // namespace roadloom
