// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RuleFindings.h"

/// W6–W9: whether one thing leads to the next. Parts of checkRoadmap.
namespace roadloom {

void checkStageBalance(const RuleInput& input, RuleFindings& findings); // W6
void checkNumberingAndIds(const RuleInput& input, RuleFindings& findings); // W7
void checkPrerequisiteOrder(const RuleInput& input, RuleFindings& findings); // W8
void checkFitsLearner(const RuleInput& input, RuleFindings& findings); // W9

} // namespace roadloom
