// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"

#include <QStringList>

namespace roadloom {

struct Policy;

/// `roadloom serve`: the classroom hub, until it is interrupted.
[[nodiscard]] ExitStatus runServeCommand(const QStringList& arguments, const Policy& policy);

} // namespace roadloom
