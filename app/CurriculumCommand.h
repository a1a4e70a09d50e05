// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"
#include "core/storage/Policy.h"

#include <QStringList>

namespace roadloom {

/// `roadloom curriculum list|show ID|check PATH`: the built-in courses. `arguments` begins with the
/// program's name, without the word "curriculum".
[[nodiscard]] ExitStatus runCurriculumCommand(const QStringList& arguments, const Policy& policy);

} // namespace roadloom
