// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace roadloom {

/// Gives out ids that nothing else has. Reserve all ids that exist first, so that a new one never
/// takes what comes later. The same calls give the same ids; together they take time linear in the
/// number of ids.
class UniqueIds {
public:
    void reserve(const QString& id) { m_used.insert(id); }

    /// The id itself when it is asked for the first time, else "id-2", "id-3" and so on.
    [[nodiscard]] QString claim(const QString& id);
    /// "id", else "id-2", "id-3" and so on: the first that is not even reserved.
    [[nodiscard]] QString invent(const QString& id);

private:
    QString withSuffix(const QString& id);

    QSet<QString> m_used;
    QSet<QString> m_claimed;
    QHash<QString, int> m_lastSuffix;
};

} // namespace roadloom
