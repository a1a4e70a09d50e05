// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RuleFindings.h"

/// H1–H5: without them a roadmap cannot be followed. Parts of checkRoadmap.
namespace roadloom {

void checkPrerequisitesExist(const RuleInput& input, RuleFindings& findings); // H1
void checkNoCycles(const RuleInput& input, RuleFindings& findings); // H2
void checkStagesHaveModules(const RuleInput& input, RuleFindings& findings); // H3, S2
void checkModulesHaveConcepts(const RuleInput& input, RuleFindings& findings); // H4, S3
void checkConceptIdsAreUnique(const RuleInput& input, RuleFindings& findings); // H5

} // namespace roadloom
