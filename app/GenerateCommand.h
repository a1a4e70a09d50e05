// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"
#include "core/storage/Policy.h"

#include <QStringList>

namespace roadloom {

/// `roadloom generate`: one run in the terminal. `arguments` begins with the program's name,
/// without the word "generate". Needs a QCoreApplication; runs its event loop.
[[nodiscard]] ExitStatus runGenerateCommand(const QStringList& arguments, const Policy& policy);

} // namespace roadloom
