// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"

#include <QStringList>

namespace roadloom {

/// `roadloom roadmap list`: a line for each roadmap of the library, or all as JSON.
[[nodiscard]] ExitStatus runRoadmapList(const QStringList& arguments);

/// `roadloom roadmap show ID`: one as an indented tree, with the learner's progress.
[[nodiscard]] ExitStatus runRoadmapShow(const QStringList& arguments);

} // namespace roadloom
