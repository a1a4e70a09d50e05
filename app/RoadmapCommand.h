// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"
#include "core/storage/Policy.h"

#include <QStringList>

namespace roadloom {

/// `roadloom roadmap list|show ID|resume ID|export ID|import FILE…|remove ID|restore ID`: the
/// library of roadmaps. `arguments` begins with the program's name, without the word "roadmap".
[[nodiscard]] ExitStatus runRoadmapCommand(const QStringList& arguments, const Policy& policy);

/// Whether it draws with fonts, for which there must be a QGuiApplication. Needs no application.
[[nodiscard]] bool roadmapCommandDraws(const QStringList& arguments);

} // namespace roadloom
