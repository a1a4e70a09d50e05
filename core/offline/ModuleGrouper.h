// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/PlanGraph.h"

namespace roadloom {

/// The items of each module, in reading order.
using ModuleItems = QList<QList<int>>;

/// Orders the items of one stage so that each follows what it needs and topics stay together, then
/// makes modules of 3 to 6 items of them, 2 to 4 a stage, with their borders between topics where
/// that is possible. Fewer than 6 items become one module.
///
/// `hardestStart` (1 easy … 3 hard) bounds the first item of the stage if there is a choice; it is
/// how the first stage suits the learner's level (rule W9).
[[nodiscard]] ModuleItems groupIntoModules(
    const PlanGraph& graph, const QList<int>& stage, int hardestStart);

/// How far the modules of a plan's stages are from holding one whole topic each: 0 if all do; grows
/// with the topics that are joined in one module, more where they are of different subjects, and
/// with topics torn apart.
[[nodiscard]] double seamsOf(const PlanGraph& graph, const QList<ModuleItems>& stages);

} // namespace roadloom
