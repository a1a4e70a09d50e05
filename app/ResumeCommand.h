// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"
#include "core/storage/Policy.h"

#include <QStringList>

namespace roadloom {

/// `roadloom roadmap resume ID`: goes on with a run that broke off, from its last result.
[[nodiscard]] ExitStatus runResumeCommand(const QStringList& arguments, const Policy& policy);

} // namespace roadloom
