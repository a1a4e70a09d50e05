// SPDX-License-Identifier: Apache-2.0
// RoadmapTreeModel: from what is to what is wanted, branch by branch.
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/roadmap/RoadmapTreeNode.h"

#include <QSet>

#include <algorithm>

namespace roadloom {

void RoadmapTreeModel::begin(const Roadmap& roadmap)
{
    m_nodes.clear();
    m_roadmap = roadmap;
    m_nextBranch = NodePlace {};
}

int RoadmapTreeModel::settleNext()
{
    const NodePlace place = *m_nextBranch;
    Node& branch = *nodeAt(place);
    QList<RoadmapRow> rows = place.stage < 0 ? rowsOf(m_roadmap)
        : place.module < 0                   ? rowsOf(m_roadmap.stages[place.stage])
                           : rowsOf(m_roadmap.stages[place.stage].modules[place.module]);
    const Wanted children { rows, keysOf(rows) };
    tellKeys(branch);
    adoptByPlace(branch, children);
    removeMissing(branch, children);
    reorder(branch, children);
    insertMissing(branch, children);
    Q_ASSERT(branch.childCount() == int(rows.size()));
    updateAll(branch, children);
    for (const auto& child : branch.children)
        remember(*child);
    m_nextBranch = branchAfter(place);
    if (isSettled())
        m_roadmap = {};
    tellHeader();
    return int(rows.size());
}

/// The roadmap, then each stage, followed by its modules.
std::optional<NodePlace> RoadmapTreeModel::branchAfter(NodePlace place) const
{
    const int modules = place.stage < 0 ? 0 : int(m_roadmap.stages[place.stage].modules.size());
    if (place.module + 1 < modules)
        return NodePlace { .stage = place.stage, .module = place.module + 1 };
    if (place.stage + 1 < int(m_roadmap.stages.size()))
        return NodePlace { .stage = place.stage + 1 };
    return std::nullopt;
}

/// One signal for all that changed: views look for each row that they are told of.
void RoadmapTreeModel::updateAll(Node& parent, const Wanted& children)
{
    Node* first = nullptr;
    Node* last = nullptr;
    for (int i = 0; i < parent.childCount(); ++i) {
        Node& node = *parent.children[std::size_t(i)];
        if (node.entry == children.rows[i])
            continue;
        node.entry = children.rows[i];
        first = first != nullptr ? first : &node;
        last = &node;
    }
    if (first != nullptr)
        Q_EMIT dataChanged(indexOfNode(*first), indexOfNode(*last, ColumnCount - 1));
}

/// While a roadmap grows, ids come, change and come again: only the siblings as they are now tell
/// which of them have keys of their own.
void RoadmapTreeModel::tellKeys(Node& parent)
{
    QList<RoadmapRow> rows;
    rows.reserve(parent.childCount());
    for (const auto& child : parent.children)
        rows.append(child->entry);
    const QStringList keys = keysOf(rows);
    for (int i = 0; i < parent.childCount(); ++i)
        parent.children[std::size_t(i)]->key = keys[i];
}

/// A provisional node that nobody wants by its id, at a place where a node is wanted that is not
/// there by its id, is that node.
void RoadmapTreeModel::adoptByPlace(Node& parent, const Wanted& children)
{
    const QSet<QString> wantedKeys(children.keys.begin(), children.keys.end());
    QSet<QString> keys;
    for (const auto& child : parent.children)
        keys.insert(child->key);
    const int common = std::min(parent.childCount(), int(children.keys.size()));
    for (int i = 0; i < common; ++i) {
        Node& node = *parent.children[std::size_t(i)];
        const QString& key = children.keys[i];
        if (node.entry.isProvisional && !wantedKeys.contains(node.key) && !keys.contains(key))
            node.key = key;
    }
}

void RoadmapTreeModel::removeMissing(Node& parent, const Wanted& children)
{
    const QSet<QString> keys(children.keys.begin(), children.keys.end());
    for (int last = parent.childCount() - 1; last >= 0; --last) {
        if (keys.contains(parent.children[std::size_t(last)]->key))
            continue;
        int first = last;
        while (first > 0 && !keys.contains(parent.children[std::size_t(first - 1)]->key))
            --first;
        beginRemoveRows(indexOfNode(parent), first, last);
        parent.children.erase(parent.children.begin() + first, parent.children.begin() + last + 1);
        parent.renumber(std::size_t(first));
        endRemoveRows();
        last = first;
    }
}

void RoadmapTreeModel::reorder(Node& parent, const Wanted& children)
{
    QHash<QString, int> places;
    for (int i = 0; i < int(children.keys.size()); ++i)
        places.insert(children.keys[i], i);
    const auto place
        = [&places](const std::unique_ptr<Node>& node) { return places.value(node->key); };
    if (std::ranges::is_sorted(parent.children, {}, place))
        return;
    // One change of layout instead of a move a row: linear, and views keep what they remember.
    const QList<QPersistentModelIndex> parents { indexOfNode(parent) };
    Q_EMIT layoutAboutToBeChanged(parents, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    std::ranges::sort(parent.children, {}, place);
    parent.renumber(0);
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex& index : from)
        to.append(indexOfNode(*nodeOf(index), index.column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged(parents, VerticalSortHint);
}

void RoadmapTreeModel::insertMissing(Node& parent, const Wanted& children)
{
    const int count = int(children.keys.size());
    for (int first = 0; first < count; ++first) {
        // What is there is in the wanted order: the next child is the next that will be met.
        const bool atEnd = first >= parent.childCount();
        int end = first;
        while (end < count
            && (atEnd || children.keys[end] != parent.children[std::size_t(first)]->key))
            ++end;
        if (end == first)
            continue;
        std::vector<std::unique_ptr<Node>> fresh;
        for (int i = first; i < end; ++i) {
            fresh.push_back(std::make_unique<Node>(&parent, i, children.rows[i]));
            fresh.back()->key = children.keys[i];
        }
        beginInsertRows(indexOfNode(parent), first, end - 1);
        parent.children.insert(parent.children.begin() + first,
            std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
        parent.renumber(std::size_t(end));
        endInsertRows();
        first = end - 1;
    }
}

} // namespace roadloom
