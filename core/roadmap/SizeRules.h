// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RuleFindings.h"

/// W1–W5: whether the numbers of a roadmap fit together. Parts of checkRoadmap.
namespace roadloom {

void checkTotalHours(const RuleInput& input, RuleFindings& findings); // W1
void checkWeeks(const RuleInput& input, RuleFindings& findings); // W2
void checkDeadline(const RuleInput& input, RuleFindings& findings); // W3
void checkCounts(const RuleInput& input, RuleFindings& findings); // W4
void checkHoursByDifficulty(const RuleInput& input, RuleFindings& findings); // W5

} // namespace roadloom
