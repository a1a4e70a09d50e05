// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/Unfolding.h"

#include "ui/roadmap/RoadmapTreeModel.h"

#include <QTreeView>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// By which a branch is known when it comes again: its id, if it has come, else its place.
QString branchKey(const QModelIndex& branch)
{
    const auto kind = branch.data(RoadmapTreeModel::KindRole).value<RowKind>();
    const QString id = branch.data(RoadmapTreeModel::IdRole).toString();
    return QString::number(int(kind)) + u' '
        + (id.isEmpty() ? u"%1 %2"_s.arg(branch.parent().row()).arg(branch.row()) : id);
}

} // namespace

Unfolding::Unfolding(RoadmapTreeModel& model, QTreeView& tree, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_tree(tree)
{
    connect(&model, &QAbstractItemModel::rowsInserted, this, &Unfolding::expandNew);
    connect(&tree, &QTreeView::collapsed, this,
        [this](const QModelIndex& branch) { m_closed.insert(branchKey(branch)); });
    connect(&tree, &QTreeView::expanded, this,
        [this](const QModelIndex& branch) { m_closed.remove(branchKey(branch)); });
}

void Unfolding::unfoldTo(RoadmapTools::Level level)
{
    m_closed.clear();
    switch (level) {
    case RoadmapTools::Level::Stages:
        m_tree.collapseAll();
        break;
    case RoadmapTools::Level::Modules:
        m_tree.collapseAll();
        m_tree.expandToDepth(0);
        break;
    case RoadmapTools::Level::All:
        m_tree.expandAll();
        break;
    }
    m_tree.scrollTo(m_tree.currentIndex());
}

void Unfolding::expandNew(const QModelIndex& parent, int first, int last)
{
    constexpr int shortStage = 8; // concepts
    const bool hadNone = parent.isValid() && last - first + 1 == m_model.rowCount(parent);
    if (!hadNone || m_closed.contains(branchKey(parent)))
        return;
    const QModelIndex stage = parent.parent();
    if (!stage.isValid() || m_isGrowing || stage.row() == 0
        || stage.data(RoadmapTreeModel::ConceptCountRole).toInt() <= shortStage)
        m_tree.expand(parent);
}

} // namespace roadloom
