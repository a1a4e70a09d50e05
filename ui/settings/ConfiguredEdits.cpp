// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ConfiguredEdits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

template <class Setup>
void putInto(QList<Setup>& setups, const Setup& setup)
{
    const auto found = std::ranges::find(setups, setup.id, &Setup::id);
    if (found != setups.end())
        *found = setup;
    else
        setups.append(setup);
}

} // namespace

QString addProvider(ConfiguredProviders& configured, ProviderSetup setup)
{
    setup.id = unusedId(setup.id, configured.ids());
    configured.providers.append(setup);
    return setup.id;
}

QString addService(ConfiguredProviders& configured)
{
    const ServiceSetup setup { .id = unusedId(u"hub"_s, configured.ids()) };
    configured.services.append(setup);
    return setup.id;
}

QString addFound(ConfiguredProviders& configured, const LocalServer& server)
{
    for (ProviderSetup& setup : configured.providers) {
        if (setup.presetId != server.presetId || setup.baseUrl != server.baseUrl)
            continue;
        if (setup.model.isEmpty())
            setup.model = server.models.value(0);
        return setup.id;
    }
    const Provider* preset = findProvider(server.presetId);
    if (preset == nullptr)
        preset = findProvider(u"other");
    ProviderSetup setup = setupFrom(*preset);
    setup.baseUrl = server.baseUrl;
    setup.model = server.models.value(0);
    return addProvider(configured, setup);
}

void put(ConfiguredProviders& configured, const ProviderSetup& setup)
{
    putInto(configured.providers, setup);
}

void put(ConfiguredProviders& configured, const ServiceSetup& setup)
{
    putInto(configured.services, setup);
}

QString idOf(const AnySetup& setup)
{
    return std::visit([](const auto& any) { return any.id; }, setup);
}

std::optional<AnySetup> setupIn(const ConfiguredProviders& configured, const QString& id)
{
    if (const ProviderSetup* const setup = configured.provider(id))
        return *setup;
    if (const ServiceSetup* const setup = configured.service(id))
        return *setup;
    return std::nullopt;
}

void remove(ConfiguredProviders& configured, const QString& id)
{
    const auto hasId = [&id](const auto& setup) { return setup.id == id; };
    configured.providers.removeIf(hasId);
    configured.services.removeIf(hasId);
    configured.defaultId = answeringId(configured);
}

QString answeringId(const ConfiguredProviders& configured)
{
    const QString& id = configured.defaultId;
    const bool isThere = configured.provider(id) != nullptr || configured.service(id) != nullptr;
    return isThere ? id : QString(offlineId);
}

} // namespace roadloom
