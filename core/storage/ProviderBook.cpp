// SPDX-License-Identifier: Apache-2.0
#include "core/storage/ProviderBook.h"

#include <QFileInfo>

#include <utility>

namespace roadloom {

ProviderBook::ProviderBook(ProviderSettings settings, Policy policy, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_policy(std::move(policy))
    , m_isFresh(!QFileInfo::exists(m_settings.path()))
{
    Result<ConfiguredProviders> configured = m_settings.read();
    if (configured)
        m_own = std::move(configured).value();
    else
        m_readError = configured.error();
    m_configured = withPolicy(m_policy, m_own);
}

std::optional<Error> ProviderBook::change(const ConfiguredProviders& configured)
{
    if (std::optional<Error> refused = refusal(m_policy, m_configured, configured))
        return refused;
    return store(configured);
}

std::optional<Error> ProviderBook::store(const ConfiguredProviders& configured)
{
    m_own = withoutPolicy(m_policy, configured, m_own);
    m_configured = withPolicy(m_policy, m_own);
    m_isFresh = false;
    std::optional<Error> problem = m_settings.write(m_own);
    Q_EMIT changed();
    return problem;
}

void ProviderBook::noteForm(const ProviderSetup& used, StructuredOutput form)
{
    ConfiguredProviders configured = m_configured;
    for (ProviderSetup& setup : configured.providers) {
        const bool isUsed = setup.id == used.id && setup.baseUrl == used.baseUrl
            && setup.style == used.style && setup.model == used.model;
        if (!isUsed || setup.structuredOutput == form)
            continue;
        setup.structuredOutput = form;
        // Not worth a word if it cannot be written: it is found out again.
        static_cast<void>(store(configured));
        return;
    }
}

} // namespace roadloom
