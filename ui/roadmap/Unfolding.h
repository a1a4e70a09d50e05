// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roadmap/RoadmapTools.h"

#include <QObject>
#include <QSet>

class QModelIndex;
class QTreeView;

namespace roadloom {

class RoadmapTreeModel;

/// Which branches of a roadmap's tree are unfolded. New stages open to their modules; a new module
/// stays closed unless the roadmap is short, or grows before the reader's eyes. What the reader
/// closed stays closed when it is designed anew.
class Unfolding : public QObject {
    Q_OBJECT
public:
    /// Neither is owned; the tree shows the model.
    Unfolding(RoadmapTreeModel& model, QTreeView& tree, QObject* parent = nullptr);

    void setGrowing(bool isGrowing) { m_isGrowing = isGrowing; }
    /// Another roadmap follows.
    void forget() { m_closed.clear(); }
    void unfoldTo(RoadmapTools::Level level);

private:
    void expandNew(const QModelIndex& parent, int first, int last);

    RoadmapTreeModel& m_model;
    QTreeView& m_tree;
    QSet<QString> m_closed; ///< branches that the reader closed, by their keys
    bool m_isGrowing = false;
};

} // namespace roadloom
