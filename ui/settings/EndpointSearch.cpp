// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/EndpointSearch.h"

#include <utility>

namespace roadloom {

EndpointSearch::EndpointSearch(
    ProviderSetup setup, const SecretStores& stores, QByteArray typedKey, QObject* parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_stores(stores)
    , m_typedKey(std::move(typedKey))
{
    // What is typed takes the place of what is kept.
    if (!m_typedKey.isEmpty())
        m_setup.keyPlace = KeyPlace::None;
    QMetaObject::invokeMethod(this, &EndpointSearch::start, Qt::QueuedConnection);
}

void EndpointSearch::start()
{
    if (const auto problem = findProblem(m_setup)) {
        Q_EMIT failed(*problem);
        return;
    }
    auto* const search = new KeySearch(m_setup, m_stores, this);
    connect(search, &KeySearch::remarked, this, &EndpointSearch::remarked);
    connect(search, &KeySearch::failed, this, &EndpointSearch::failed);
    connect(search, &KeySearch::found, this, &EndpointSearch::take);
}

void EndpointSearch::take(const ApiKey& key)
{
    ApiKey used = key;
    if (used.value.isEmpty())
        used.value = m_typedKey;
    const Provider& preset = presetOf(m_setup);
    if (preset.key.needed && used.value.isEmpty())
        Q_EMIT failed({ ErrorKind::Authentication,
            tr("This provider answers with an API key only. Enter one first."), {} });
    else
        Q_EMIT found(endpointFor(m_setup, preset, used));
}

} // namespace roadloom
