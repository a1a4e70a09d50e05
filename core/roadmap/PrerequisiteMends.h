// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Mends.h"

/// The mender's part that looks at prerequisites. Concept ids must be unique.
namespace roadloom {

/// H1 and H2: afterwards every prerequisite exists and there is no circle.
void mendPrerequisites(Roadmap& roadmap, Mends& mends);

/// W8: puts concepts and modules in the order in which they build on each other. There must be no
/// circle.
void mendReadingOrder(Roadmap& roadmap, Mends& mends);

/// W8: what needs a concept of a later stage no longer does.
void dropNeedsOfLaterStages(Roadmap& roadmap, Mends& mends);

} // namespace roadloom
