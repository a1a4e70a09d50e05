// SPDX-License-Identifier: Apache-2.0
#include "core/storage/AppearanceBook.h"

#include <utility>

namespace roadloom {

AppearanceBook::AppearanceBook(AppearanceSettings settings, QObject* parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_appearance(m_settings.read())
{
}

std::optional<Error> AppearanceBook::change(const Appearance& appearance)
{
    if (appearance == m_appearance)
        return std::nullopt;
    m_appearance = appearance;
    const std::optional<Error> problem = m_settings.write(appearance);
    Q_EMIT changed(m_appearance);
    return problem;
}

} // namespace roadloom
