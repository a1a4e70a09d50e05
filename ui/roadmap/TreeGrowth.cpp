// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/TreeGrowth.h"

#include "ui/roadmap/RoadmapTreeModel.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTreeView>

namespace roadloom {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds frame { 16 };
constexpr qint64 budget = 2; // milliseconds of a frame; the layout comes on top
constexpr int eventsBetweenLooks = 16; // at the clock

} // namespace

ScrollAnchor::ScrollAnchor(QTreeView& tree)
    : m_tree(tree)
{
    if (tree.verticalScrollBar()->value() == 0)
        return;
    m_top = tree.indexAt({ 0, 0 });
    m_y = tree.visualRect(m_top).top();
}

void ScrollAnchor::restore() const
{
    if (!m_top.isValid())
        return;
    const int moved = m_tree.visualRect(m_top).top() - m_y;
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

void TreeGrowth::drop()
{
    m_frame.stop();
    m_waiting.clear();
    m_next = 0;
}

void TreeGrowth::takeTurn()
{
    QElapsedTimer clock;
    clock.start();
    const ScrollAnchor anchor(m_tree);
    do {
        for (int i = 0; i < eventsBetweenLooks && !isIdle(); ++i) {
            const PreviewEvent& event = m_waiting[m_next++];
            m_model.grow(event);
            unfold(event);
        }
    } while (!isIdle() && clock.elapsed() < budget);
    anchor.restore();
    if (isIdle())
        drop();
    else
        m_frame.start();
    Q_EMIT grown();
}

void TreeGrowth::unfold(const PreviewEvent& event)
{
    const auto* const opened = std::get_if<NodeOpened>(&event);
    if (opened == nullptr)
        return;
    const NodePlace& place = opened->place;
    const QModelIndex stage = m_model.index(place.stage, 0);
    if (place.module == 0 && place.item < 0)
        m_tree.expand(stage);
    else if (place.item == 0)
        m_tree.expand(m_model.index(place.module, 0, stage));
}

} // namespace roadloom
