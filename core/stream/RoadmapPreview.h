// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

#include <QString>

#include <variant>

/// What is known of a roadmap while the answer that holds it streams, in events. Names and texts
/// are a model's, as they came, not made harmless to show; they are cut where a preview's bounds
/// are. A preview is provisional: the agent's completed result confirms or corrects it.
namespace roadloom {

/// Where a node stands among its siblings, from 0, in the order of the text: stage.module.item.
/// Only objects are counted. -1 for what it is too high for: a stage has no module, a module no
/// item. In the expansion of one stage that stage is 0.
struct NodePlace {
    int stage = -1;
    int module = -1;
    int item = -1;

    bool operator==(const NodePlace&) const = default;
};

/// The title so far; empty if it is void again.
struct RoadmapTitled {
    QString title;

    bool operator==(const RoadmapTitled&) const = default;
};

/// The first word of a node. Comes when the first visible character of its name does; without a
/// name, when a node in it opens or when it closes. Above it all nodes are open.
struct NodeOpened {
    NodePlace place;
    QString id; ///< empty if it has not come yet
    QString name; ///< so far
    bool isWhole = false; ///< the name will not grow

    bool operator==(const NodeOpened&) const = default;
};

/// The name so far of an open node.
struct NodeRenamed {
    NodePlace place;
    QString name;
    bool isWhole = false; ///< the name will not grow

    bool operator==(const NodeRenamed&) const = default;
};

/// All of an open stage, but for its modules, which have events of their own.
struct StageClosed {
    NodePlace place;
    Stage stage;

    bool operator==(const StageClosed&) const = default;
};

/// All of an open module, but for its concepts, which have events of their own.
struct ModuleClosed {
    NodePlace place;
    Module module;
    int plannedConcepts = 0; ///< as an outline tells; 0: not told

    bool operator==(const ModuleClosed&) const = default;
};

/// All of an open concept, but for members that we do not know. A member of a wrong type has its
/// default.
struct ConceptClosed {
    NodePlace place;
    Concept item;

    bool operator==(const ConceptClosed&) const = default;
};

/// The nodes below this place are void; by default, all nodes. The answer gives them anew.
struct Restarted {
    NodePlace below;

    bool operator==(const Restarted&) const = default;
};

using PreviewEvent = std::variant<RoadmapTitled, NodeOpened, NodeRenamed, StageClosed, ModuleClosed,
    ConceptClosed, Restarted>;

QDebug operator<<(QDebug debug, const NodePlace& place);
QDebug operator<<(QDebug debug, const PreviewEvent& event);

} // namespace roadloom
