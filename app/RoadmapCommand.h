// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"

#include <QStringList>

namespace roadloom {

/// `roadloom roadmap …`: what is saved.
[[nodiscard]] ExitStatus runRoadmapCommand(const QStringList& arguments);

} // namespace roadloom
