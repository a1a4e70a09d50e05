// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/RoadmapPreview.h"

#include <QList>
#include <QObject>
#include <QPersistentModelIndex>
#include <QTimer>

class QTreeView;

namespace roadloom {

class RoadmapTreeModel;

/// What the reader looks at in a tree: keeps the topmost visible row where it is while rows come
/// and go above it; if it goes itself, the next visible one that stays, else its branch comes to
/// the top. A tree that is scrolled to its top stays there.
class ScrollAnchor {
public:
    explicit ScrollAnchor(QTreeView& tree);
    /// Call after the change.
    void restore() const;

private:
    struct Row {
        QPersistentModelIndex index;
        int y = 0; ///< where it is to be in the viewport
    };

    QTreeView& m_tree;
    QList<Row> m_rows; ///< the first that stays counts
};

/// Puts what a preview brings, and in the end the roadmap, into a tree: at most once a frame, and
/// for a few milliseconds, so that the window stays quick however much comes at once.
class TreeGrowth : public QObject {
    Q_OBJECT
public:
    /// Neither is owned.
    TreeGrowth(RoadmapTreeModel& model, QTreeView& tree, QObject* parent = nullptr);

    void add(const QList<PreviewEvent>& events);
    /// What is there becomes this roadmap: at once, if that is quick. What of a preview has not
    /// been put into the tree yet no longer counts.
    void settle(const Roadmap& roadmap);
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    /// After each frame that changed the tree.
    void grown();

private:
    void takeTurn();
    void takeSome();
    void drop();

    RoadmapTreeModel& m_model;
    QTreeView& m_tree;
    QList<PreviewEvent> m_waiting;
    qsizetype m_next = 0; ///< of those
    QTimer m_frame;
};

} // namespace roadloom
