// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/PrerequisiteGraph.h"

#include <QSet>

#include <algorithm>

namespace roadloom {

namespace {

using Path = PrerequisiteGraph::Path;

/// Depth-first search with its own stack. A step back onto the stack closes a circle: the stack
/// from there to its top. One that runs through an earlier circle is left out: its concepts are
/// entangled with those, and listing all would make the output quadratic.
class CycleSearch {
public:
    explicit CycleSearch(const QList<Path>& edges)
        : m_edges(edges)
        , m_depth(edges.size(), unseen)
    {
    }

    QList<Path> run()
    {
        for (qsizetype root = 0; root < m_edges.size(); ++root) {
            if (m_depth[root] != unseen)
                continue;
            enter(root);
            while (!m_stack.isEmpty())
                step();
        }
        return std::move(m_cycles);
    }

private:
    static constexpr qsizetype unseen = -1;
    static constexpr qsizetype finished = -2;

    struct Frame {
        qsizetype node = 0;
        qsizetype nextEdge = 0;
        /// Depth of the nearest frame, this one or below it, that is in a circle; -1 for none.
        qsizetype circledDepth = -1;
    };

    void enter(qsizetype node)
    {
        const qsizetype circledDepth = m_stack.isEmpty() ? -1 : m_stack.constLast().circledDepth;
        m_depth[node] = m_stack.size();
        m_stack.append({ node, 0, circledDepth });
    }

    void step()
    {
        Frame& top = m_stack.last();
        const Path& edges = m_edges[top.node];
        if (top.nextEdge == edges.size()) {
            m_depth[top.node] = finished;
            m_stack.removeLast();
            return;
        }
        const qsizetype next = edges[top.nextEdge++];
        if (m_depth[next] == unseen)
            enter(next);
        else if (m_depth[next] > top.circledDepth)
            close(m_depth[next]);
    }

    void close(qsizetype firstDepth)
    {
        Path cycle;
        for (qsizetype depth = firstDepth; depth < m_stack.size(); ++depth) {
            m_stack[depth].circledDepth = depth;
            cycle.append(m_stack[depth].node);
        }
        std::rotate(cycle.begin(), std::ranges::min_element(cycle), cycle.end());
        m_cycles.append(cycle);
    }

    const QList<Path>& m_edges;
    QList<qsizetype> m_depth; ///< on the stack: depth; else unseen or finished
    QList<Frame> m_stack;
    QList<Path> m_cycles;
};

} // namespace

PrerequisiteGraph::PrerequisiteGraph(const ReadingOrder& order)
{
    resolve(order);
    findCycles();
}

void PrerequisiteGraph::resolve(const ReadingOrder& order)
{
    const qsizetype count = order.concepts.size();
    QHash<QString, qsizetype> byId;
    byId.reserve(count);
    m_canonical.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        const QString& id = order.concepts[i]->id;
        if (id.trimmed().isEmpty()) {
            m_canonical.append(i);
            continue;
        }
        const auto known = byId.constFind(id);
        m_canonical.append(known != byId.constEnd() ? *known : i);
        if (known == byId.constEnd())
            byId.insert(id, i);
    }

    m_known.resize(count);
    m_unknown.resize(count);
    for (qsizetype i = 0; i < count; ++i) {
        QSet<QString> seen;
        for (const QString& id : order.concepts[i]->prerequisites) {
            if (seen.contains(id))
                continue;
            seen.insert(id);
            if (const auto known = byId.constFind(id); known != byId.constEnd())
                m_known[i].append(*known);
            else
                m_unknown[i].append(id);
        }
    }
}

void PrerequisiteGraph::findCycles()
{
    QList<Path> edges = m_known;
    for (qsizetype i = 0; i < edges.size(); ++i) {
        if (m_canonical[i] == i)
            continue;
        edges[m_canonical[i]] += edges[i];
        edges[i].clear();
    }
    m_cycles = CycleSearch(edges).run();
    std::ranges::sort(m_cycles, {}, [](const Path& cycle) { return cycle.constFirst(); });
    for (qsizetype i = 0; i < m_cycles.size(); ++i) {
        for (const qsizetype item : std::as_const(m_cycles[i]))
            m_cycleOf.insert(item, i);
    }
}

bool PrerequisiteGraph::shareCycle(qsizetype left, qsizetype right) const
{
    const auto leftCycle = m_cycleOf.constFind(m_canonical[left]);
    const auto rightCycle = m_cycleOf.constFind(m_canonical[right]);
    return leftCycle != m_cycleOf.constEnd() && rightCycle != m_cycleOf.constEnd()
        && *leftCycle == *rightCycle;
}

} // namespace roadloom
