// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"
#include "core/storage/Policy.h"

#include <QStringList>

namespace roadloom {

/// `roadloom roadmap import FILE…`: roadmaps of files into the library, each of them whole or not
/// at all. Prints the id of each. A roadmap that is there already is brought up to date, and
/// nothing that was studied of it is lost.
[[nodiscard]] ExitStatus runRoadmapImport(const QStringList& arguments, const Policy& policy);

} // namespace roadloom
