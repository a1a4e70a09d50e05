// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/UniqueIds.h"

using namespace Qt::StringLiterals;

namespace roadloom {

QString UniqueIds::claim(const QString& id)
{
    if (m_claimed.contains(id))
        return withSuffix(id);
    m_used.insert(id);
    m_claimed.insert(id);
    return id;
}

QString UniqueIds::invent(const QString& id)
{
    return m_used.contains(id) ? withSuffix(id) : claim(id);
}

QString UniqueIds::withSuffix(const QString& id)
{
    int& suffix = m_lastSuffix[id];
    suffix = std::max(suffix, 1);
    QString candidate;
    do {
        candidate = u"%1-%2"_s.arg(id, QString::number(++suffix));
    } while (m_used.contains(candidate));
    return claim(candidate);
}

} // namespace roadloom
