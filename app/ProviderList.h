// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/LocalDiscovery.h"
#include "core/storage/ProviderSettings.h"

#include <QString>

/// The providers as a text for the terminal.
namespace roadloom {

/// Those in the settings, the default marked with '*'; empty if there are none.
[[nodiscard]] QString configuredText(const ConfiguredProviders& configured);
/// A server on this machine, with its models or why it is not usable.
[[nodiscard]] QString localServerText(const LocalServer& server);
/// What is known of providers that need no more than a key or a model.
[[nodiscard]] QString presetsText();

} // namespace roadloom
