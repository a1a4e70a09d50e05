// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roadmap/RoadmapTreeModel.h"

#include <utility>

/// Private to RoadmapTreeModel.
namespace roadloom {

/// Rows as they are wanted below a branch.
struct RoadmapTreeModel::Wanted {
    QList<RoadmapRow> rows;
    QStringList keys;
};

struct RoadmapTreeModel::Node {
    Node() = default;
    Node(Node* above, int place, RoadmapRow says)
        : parent(above)
        , row(place)
        , entry(std::move(says))
    {
    }

    Node* parent = nullptr;
    int row = 0;
    QString key; ///< the id, made unique among siblings; told while these are settled
    RoadmapRow entry;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] int childCount() const { return int(children.size()); }
    void renumber(std::size_t from)
    {
        for (std::size_t i = from; i < children.size(); ++i)
            children[i]->row = int(i);
    }
};

} // namespace roadloom
