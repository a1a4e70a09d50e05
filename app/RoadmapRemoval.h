// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"
#include "core/storage/Policy.h"

#include <QStringList>

namespace roadloom {

/// `roadloom roadmap remove ID`: moves a roadmap to the bin, or deletes it for good. Asks first; a
/// script, of which nothing can be asked, says --yes.
[[nodiscard]] ExitStatus runRoadmapRemoval(const QStringList& arguments, const Policy& policy);

/// `roadloom roadmap restore ID`: takes a roadmap back from the bin.
[[nodiscard]] ExitStatus runRoadmapRestoring(const QStringList& arguments, const Policy& policy);

} // namespace roadloom
