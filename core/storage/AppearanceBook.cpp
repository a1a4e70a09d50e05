// SPDX-License-Identifier: Apache-2.0
#include "core/storage/AppearanceBook.h"

#include <utility>

namespace roadloom {

AppearanceBook::AppearanceBook(AppearanceSettings settings, Policy policy, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_policy(std::move(policy))
    , m_own(m_settings.read())
    , m_appearance(withPolicy(m_policy, m_own))
{
}

std::optional<Error> AppearanceBook::change(const Appearance& appearance)
{
    const Appearance own = withoutPolicy(m_policy, appearance, m_own);
    if (own == m_own)
        return std::nullopt;
    if (!m_policy.mayChangeSettings)
        return settingsAreFixed();
    m_own = own;
    m_appearance = withPolicy(m_policy, own);
    std::optional<Error> problem = m_settings.write(own);
    Q_EMIT changed(m_appearance);
    return problem;
}

} // namespace roadloom
