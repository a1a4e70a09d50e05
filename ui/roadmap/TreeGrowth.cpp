// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/TreeGrowth.h"

#include "ui/roadmap/RoadmapTreeModel.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>

namespace roadloom {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds frame { 16 };
constexpr qint64 budget = 2; // milliseconds of a frame; the layout comes on top
// Between looks at the clock.
constexpr int eventsBetweenLooks = 16;
constexpr int rowsBetweenLooks = 300;

} // namespace

ScrollAnchor::ScrollAnchor(QTreeView& tree)
    : m_tree(tree)
{
    if (tree.verticalScrollBar()->value() == 0)
        return;
    const QModelIndex top = tree.indexAt({ 0, 0 });
    const int end = tree.viewport()->height();
    for (QModelIndex row = top; row.isValid(); row = tree.indexBelow(row)) {
        const int y = tree.visualRect(row).top();
        if (y >= end)
            break;
        m_rows.append({ .index = row, .y = y });
    }
    for (QModelIndex branch = top.parent(); branch.isValid(); branch = branch.parent())
        m_rows.append({ .index = branch, .y = 0 });
}

void ScrollAnchor::restore() const
{
    const auto row
        = std::ranges::find_if(m_rows, [](const Row& each) { return each.index.isValid(); });
    if (row == m_rows.end())
        return;
    const int moved = m_tree.visualRect(row->index).top() - row->y;
    QScrollBar& bar = *m_tree.verticalScrollBar();
    if (moved != 0)
        bar.setValue(bar.value() + moved);
}

TreeGrowth::TreeGrowth(RoadmapTreeModel& model, QTreeView& tree, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_tree(tree)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(frame);
    connect(&m_frame, &QTimer::timeout, this, &TreeGrowth::takeTurn);
}

void TreeGrowth::add(const QList<PreviewEvent>& events)
{
    if (events.isEmpty())
        return;
    m_waiting += events;
    if (!m_frame.isActive())
        m_frame.start();
}

void TreeGrowth::settle(const Roadmap& roadmap)
{
    drop();
    m_model.begin(roadmap);
    takeTurn();
}

bool TreeGrowth::isIdle() const
{
    return m_model.isSettled() && m_next >= m_waiting.size();
}

void TreeGrowth::takeTurn()
{
    QElapsedTimer clock;
    clock.start();
    const ScrollAnchor anchor(m_tree);
    do
        takeSome();
    while (!isIdle() && clock.elapsed() < budget);
    anchor.restore();
    if (isIdle())
        drop();
    else
        m_frame.start();
    Q_EMIT grown();
}

/// As much as is worth a look at the clock.
void TreeGrowth::takeSome()
{
    for (int rows = 0; rows < rowsBetweenLooks && !m_model.isSettled();)
        rows += m_model.settleNext();
    for (int i = 0; i < eventsBetweenLooks && m_model.isSettled() && m_next < m_waiting.size(); ++i)
        m_model.grow(m_waiting[m_next++]);
}

void TreeGrowth::drop()
{
    m_frame.stop();
    m_waiting.clear();
    m_next = 0;
}

} // namespace roadloom
