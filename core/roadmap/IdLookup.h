// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace roadloom {

/// Finds out which of many things with an id and a name a text means. Models and people write ids
/// in another case, with or without the roadmap's own id and a colon before it ("<roadmap>:c-1"),
/// or write the name instead.
class IdLookup {
public:
    /// `roadmapId` is the prefix that ids may have or lack; may be empty.
    explicit IdLookup(const QString& roadmapId);

    /// `value` is what comes back, an index for instance.
    void add(const QString& id, const QString& name, qsizetype value);

    /// The first thing with exactly this id.
    [[nodiscard]] std::optional<qsizetype> withId(const QString& id) const;
    /// The one thing whose id differs only in case, blanks around it or the prefix. Nothing where
    /// several do.
    [[nodiscard]] std::optional<qsizetype> withIdLike(const QString& text) const;
    /// The one thing with this name, whatever the case. Nothing where several have it.
    [[nodiscard]] std::optional<qsizetype> named(const QString& text) const;

private:
    using Index = QHash<QString, qsizetype>;

    static void addTo(Index& index, const QString& key, qsizetype value);
    [[nodiscard]] static std::optional<qsizetype> only(const Index& index, const QString& key);
    [[nodiscard]] QString idKey(const QString& id) const;

    QString m_prefix;
    Index m_byId;
    Index m_byIdKey; ///< -1: several
    Index m_byName; ///< -1: several
};

} // namespace roadloom
