// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RuleFindings.h"

/// S1–S7: what the data model demands. Parts of checkRoadmap.
namespace roadloom {

void checkRequiredMembers(const RuleInput& input, RuleFindings& findings); // S1
void checkHasStages(const RuleInput& input, RuleFindings& findings); // S2
void checkOrdersArePositive(const RuleInput& input, RuleFindings& findings); // S4
void checkLeastHours(const RuleInput& input, RuleFindings& findings); // S5
void checkEnumWords(const RuleInput& input, RuleFindings& findings); // S6
void checkSummaryLength(const RuleInput& input, RuleFindings& findings); // S7

} // namespace roadloom
