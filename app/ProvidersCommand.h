// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"
#include "core/storage/Policy.h"

#include <QStringList>

namespace roadloom {

/// `roadloom providers`: the models that can be reached, and how one of them does.
[[nodiscard]] ExitStatus runProvidersCommand(const QStringList& arguments, const Policy& policy);

} // namespace roadloom
