// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/LocalDiscovery.h"
#include "core/storage/ProviderSettings.h"

#include <optional>
#include <variant>

/// What the learner does to the list of those who can answer.
namespace roadloom {

/// Appends it under an id that is free, which is returned.
QString addProvider(ConfiguredProviders& configured, ProviderSetup setup);
/// An empty service to be filled in; returns its id.
QString addService(ConfiguredProviders& configured);
/// A server that was found on this machine, with its first model; returns its id. One that is
/// configured already is not added again: it only gets a model if it had none.
QString addFound(ConfiguredProviders& configured, const LocalServer& server);

/// Puts it in the place of the one with its id, or at the end if there is none.
void put(ConfiguredProviders& configured, const ProviderSetup& setup);
void put(ConfiguredProviders& configured, const ServiceSetup& setup);

/// Any of those that can be configured.
using AnySetup = std::variant<ProviderSetup, ServiceSetup>;

[[nodiscard]] QString idOf(const AnySetup& setup);
/// None for the built-in courses and unknown ids.
[[nodiscard]] std::optional<AnySetup> setupIn(
    const ConfiguredProviders& configured, const QString& id);

/// If it was the one that answers, the built-in courses do from now on.
void remove(ConfiguredProviders& configured, const QString& id);

/// The id of who answers: offlineId where the default is nobody's.
[[nodiscard]] QString answeringId(const ConfiguredProviders& configured);

} // namespace roadloom
