// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"

#include <QStringList>

namespace roadloom {

/// `roadloom roadmap remove ID`: takes a roadmap out of the library, with all that was studied of
/// it. Asks first; a script, of which nothing can be asked, says --yes.
[[nodiscard]] ExitStatus runRoadmapRemoval(const QStringList& arguments);

} // namespace roadloom
