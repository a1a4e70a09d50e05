// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QString>

#include <optional>

namespace roadloom {

class RoadmapTreeModel;

/// What the nodes of a roadmap are called where they stand outside the tree: by their name, and by
/// the names of what they are in as well, if several have it.
class NodeNames {
public:
    /// The model must outlive it.
    explicit NodeNames(const RoadmapTreeModel& model)
        : m_model(model)
    {
    }

    /// Empty if there is no such node.
    [[nodiscard]] QString operator()(const QString& id) const;
    /// Must be told when a node came, went or was named anew.
    void forget() { m_shared.reset(); }

private:
    [[nodiscard]] const QSet<QString>& shared() const;

    const RoadmapTreeModel& m_model;
    mutable std::optional<QSet<QString>> m_shared; ///< names that several have, if somebody asked
};

} // namespace roadloom
