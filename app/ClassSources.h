// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/SourceChoice.h"
#include "core/hub/HubThread.h"

namespace roadloom {

class ProviderBook;

/// What answers a class: whoever is chosen, asked on the hub's thread, with stores of keys of its
/// own there. `folder` is where a file of keys is. The book must outlive the hub.
[[nodiscard]] HubThread::Sources classSources(
    SourceChoice choice, const QString& folder, ProviderBook& book);

} // namespace roadloom
