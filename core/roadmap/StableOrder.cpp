// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/StableOrder.h"

#include <algorithm>

namespace roadloom {

namespace {

struct Frame {
    qsizetype node = 0;
    qsizetype nextNeed = 0;
};

/// Tarjan's algorithm for strongly connected components, with its own stack.
class GroupSearch {
public:
    explicit GroupSearch(const Needs& needs)
        : m_needs(needs)
        , m_seenAs(needs.size(), unseen)
        , m_lowest(needs.size(), 0)
        , m_group(needs.size(), unseen)
    {
    }

    QList<qsizetype> run()
    {
        for (qsizetype root = 0; root < m_needs.size(); ++root) {
            if (m_seenAs[root] == unseen)
                enter(root);
            while (!m_path.isEmpty())
                step();
        }
        return std::move(m_group);
    }

private:
    static constexpr qsizetype unseen = -1;

    void enter(qsizetype node)
    {
        m_seenAs[node] = m_lowest[node] = m_count++;
        m_open.append(node);
        m_path.append(Frame { node });
    }

    void step()
    {
        Frame& top = m_path.last();
        const qsizetype node = top.node;
        if (top.nextNeed == m_needs[node].size()) {
            leave(node);
            return;
        }
        const qsizetype next = m_needs[node][top.nextNeed++];
        if (m_seenAs[next] == unseen)
            enter(next);
        else if (m_group[next] == unseen)
            m_lowest[node] = std::min(m_lowest[node], m_seenAs[next]);
    }

    void leave(qsizetype node)
    {
        m_path.removeLast();
        if (!m_path.isEmpty()) {
            qsizetype& above = m_lowest[m_path.constLast().node];
            above = std::min(above, m_lowest[node]);
        }
        if (m_lowest[node] != m_seenAs[node])
            return;
        qsizetype member = unseen;
        do {
            member = m_open.takeLast();
            m_group[member] = node;
        } while (member != node);
    }

    const Needs& m_needs;
    QList<qsizetype> m_seenAs; ///< in which order nodes were met
    QList<qsizetype> m_lowest; ///< the earliest met that can be reached
    QList<qsizetype> m_group;
    QList<qsizetype> m_open; ///< met, and in no group yet
    QList<Frame> m_path;
    qsizetype m_count = 0;
};

/// Without circles: within a group each member needs only the one that stands before it.
Needs untangled(const Needs& needs)
{
    const QList<qsizetype> groups = entangledGroups(needs);
    QList<qsizetype> lastOfGroup(needs.size(), -1);
    Needs result(needs.size());
    for (qsizetype i = 0; i < needs.size(); ++i) {
        std::ranges::copy_if(needs[i], std::back_inserter(result[i]),
            [&](qsizetype needed) { return groups[needed] != groups[i]; });
        qsizetype& before = lastOfGroup[groups[i]];
        if (before >= 0)
            result[i].append(before);
        before = i;
    }
    return result;
}

} // namespace

QList<qsizetype> entangledGroups(const Needs& needs)
{
    return GroupSearch(needs).run();
}

QList<qsizetype> orderByNeeds(const Needs& needs)
{
    const Needs plain = untangled(needs);
    QList<qsizetype> order;
    order.reserve(plain.size());
    QList<bool> isSeen(plain.size(), false);
    QList<Frame> path;
    const auto enter = [&](qsizetype node) {
        if (isSeen[node])
            return;
        isSeen[node] = true;
        path.append(Frame { node });
    };
    for (qsizetype root = 0; root < plain.size(); ++root) {
        enter(root);
        while (!path.isEmpty()) {
            Frame& top = path.last();
            if (top.nextNeed < plain[top.node].size()) {
                enter(plain[top.node][top.nextNeed++]);
                continue;
            }
            order.append(top.node);
            path.removeLast();
        }
    }
    return order;
}

} // namespace roadloom
