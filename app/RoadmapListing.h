// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"
#include "core/storage/Policy.h"

#include <QStringList>

namespace roadloom {

/// `roadloom roadmap list`: a line for each roadmap of the library, or all as JSON.
[[nodiscard]] ExitStatus runRoadmapList(const QStringList& arguments, const Policy& policy);

/// `roadloom roadmap show ID`: one as an indented tree, with the learner's progress.
[[nodiscard]] ExitStatus runRoadmapShow(const QStringList& arguments, const Policy& policy);

} // namespace roadloom
