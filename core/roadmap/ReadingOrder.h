// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

namespace roadloom {

/// A stage, module or concept where a reader meets it.
template <class Node>
struct Placed {
    const Node* node = nullptr; ///< not owned
    qsizetype position = 0; ///< counts stages, modules and concepts alike; 0 is the roadmap itself
    qsizetype parent = -1; ///< a module's index in `stages`, a concept's in `modules`

    const Node& operator*() const { return *node; }
    const Node* operator->() const { return node; }
};

/// A roadmap laid out flat in the order in which people read it: stages by their `order`, ties by
/// position; everything below a stage by position. The roadmap must outlive it.
struct ReadingOrder {
    explicit ReadingOrder(const Roadmap& roadmap);

    QList<Placed<Stage>> stages;
    QList<Placed<Module>> modules;
    QList<Placed<Concept>> concepts;

    /// Index in `stages` of the stage that holds a concept.
    [[nodiscard]] qsizetype stageOf(const Placed<Concept>& item) const
    {
        return modules[item.parent].parent;
    }
};

} // namespace roadloom
