// SPDX-License-Identifier: Apache-2.0
#include "core/storage/ProviderBook.h"

#include <QFileInfo>

#include <utility>

namespace roadloom {

ProviderBook::ProviderBook(ProviderSettings settings, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_isFresh(!QFileInfo::exists(m_settings.path()))
{
    Result<ConfiguredProviders> configured = m_settings.read();
    if (configured)
        m_configured = std::move(configured).value();
    else
        m_readError = configured.error();
}

std::optional<Error> ProviderBook::change(const ConfiguredProviders& configured)
{
    m_configured = configured;
    m_isFresh = false;
    const std::optional<Error> problem = m_settings.write(configured);
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
        static_cast<void>(change(configured));
        return;
    }
}

} // namespace roadloom
