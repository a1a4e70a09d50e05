// SPDX-License-Identifier: Apache-2.0
#include "core/offline/ModuleGrouper.h"

#include "core/roadmap/RoadmapNorms.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <limits>

namespace roadloom {

namespace {

constexpr norms::CountRange moduleCounts = norms::modulesOfStage;
constexpr norms::CountRange sizes = norms::conceptsOfModule;

/// Puts the items of a stage in order, topic by topic.
class TopicOrder {
public:
    TopicOrder(const PlanGraph& graph, const QList<int>& stage)
        : m_items(graph.items())
        , m_inStage(graph.count())
        , m_placed(graph.count())
    {
        for (const int item : stage) {
            m_inStage.setBit(item);
            m_topics[m_items.at(item).topic].append(item);
        }
        for (QList<int>& items : m_topics)
            std::ranges::sort(items, {}, [this](int item) { return m_items.at(item).number; });
        m_left = stage;
        std::ranges::sort(m_left);
    }

    [[nodiscard]] QList<int> order(int hardestStart)
    {
        if (const int first = firstFitting(hardestStart); first >= 0)
            placeTopicFrom(first);
        while (m_order.size() < m_inStage.count(true)) {
            placeTopicFrom(next());
        }
        return m_order;
    }

private:
    [[nodiscard]] bool isReady(int item) const
    {
        return !m_placed.testBit(item)
            && std::ranges::all_of(m_items.at(item).prerequisites, [this](int needed) {
                   return !m_inStage.testBit(needed) || m_placed.testBit(needed);
               });
    }

    [[nodiscard]] int firstFitting(int hardestStart) const
    {
        const auto found = std::ranges::find_if(m_left, [this, hardestStart](int item) {
            return isReady(item) && int(m_items.at(item).difficulty) + 1 <= hardestStart;
        });
        return found != m_left.end() ? *found : -1;
    }

    /// What comes next: of the subject that is being taught if there is something of it, and a
    /// topic that can be taught without a break if there is one. There is none where two topics
    /// need parts of each other.
    [[nodiscard]] int next() const
    {
        int best = -1;
        std::pair<bool, bool> bestKind;
        for (const int item : m_left) {
            if (!isReady(item))
                continue;
            const bool sameSubject = !m_order.isEmpty()
                && m_items.at(m_order.constLast()).subject == m_items.at(item).subject;
            const std::pair kind(isWhole(m_items.at(item).topic), sameSubject);
            if (best < 0 || kind > bestKind) {
                best = item;
                bestKind = kind;
            }
        }
        return best;
    }

    /// Whether the topic's items in the stage need nothing that is still to come but each other.
    [[nodiscard]] bool isWhole(int topic) const
    {
        return std::ranges::all_of(*m_topics.constFind(topic), [this, topic](int member) {
            return std::ranges::all_of(m_items.at(member).prerequisites, [&](int needed) {
                return !m_inStage.testBit(needed) || m_placed.testBit(needed)
                    || m_items.at(needed).topic == topic;
            });
        });
    }

    /// Places the item and as much of its topic as is ready, in the topic's order.
    void placeTopicFrom(int item)
    {
        place(item);
        const QList<int> members = m_topics.value(m_items.at(item).topic);
        for (bool placedOne = true; placedOne;) {
            const auto next
                = std::ranges::find_if(members, [this](int member) { return isReady(member); });
            placedOne = next != members.end();
            if (placedOne)
                place(*next);
        }
    }

    void place(int item)
    {
        m_placed.setBit(item);
        m_order.append(item);
    }

    const QList<PlanItem>& m_items;
    QBitArray m_inStage;
    QBitArray m_placed;
    QHash<int, QList<int>> m_topics;
    QList<int> m_left; ///< all items of the stage, in teaching order
    QList<int> m_order;
};

/// What is unnatural about a module of the items from `start` to before `end`: several topics in
/// one, worse if they are of different subjects, and a topic that is torn at the end.
double costOf(const QList<PlanItem>& items, const QList<int>& order, qsizetype start, qsizetype end)
{
    constexpr double joinedTopics = 2.0;
    constexpr double joinedSubjects = 1.5;
    constexpr double tornTopic = 4.0;
    double cost = 0;
    int topics = 1;
    for (qsizetype i = start + 1; i < end; ++i) {
        const PlanItem& before = items.at(order.at(i - 1));
        const PlanItem& item = items.at(order.at(i));
        if (before.topic == item.topic)
            continue;
        cost += joinedTopics * topics++;
        cost += before.subject != item.subject ? joinedSubjects : 0;
    }
    if (end < order.size() && items.at(order.at(end - 1)).topic == items.at(order.at(end)).topic)
        cost += tornTopic;
    return cost;
}

/// Chooses the borders of the modules; smaller cost is better.
class ModuleBorders {
public:
    ModuleBorders(const QList<PlanItem>& items, const QList<int>& order)
        : m_items(items)
        , m_order(order)
    {
    }

    [[nodiscard]] ModuleItems best() const
    {
        const qsizetype count = m_order.size();
        if (count < moduleCounts.least * sizes.least)
            return { m_order };
        ModuleItems best;
        double bestCost = unreachable;
        for (qsizetype modules = moduleCounts.least; modules <= moduleCounts.most; ++modules) {
            if (modules * sizes.least <= count && count <= modules * sizes.most)
                tryCount(modules, best, bestCost);
        }
        return best.isEmpty() ? ModuleItems { m_order } : best;
    }

private:
    static constexpr double unreachable = std::numeric_limits<double>::infinity();

    void tryCount(qsizetype modules, ModuleItems& best, double& bestCost) const
    {
        const qsizetype count = m_order.size();
        QList<double> costs(count + 1, unreachable);
        costs[0] = 0;
        QList<QList<qsizetype>> starts;
        for (qsizetype module = 0; module < modules; ++module) {
            QList<double> next(count + 1, unreachable);
            QList<qsizetype> before(count + 1, 0);
            for (qsizetype end = sizes.least; end <= count; ++end) {
                for (qsizetype start = std::max<qsizetype>(0, end - sizes.most);
                     start <= end - sizes.least; ++start) {
                    const double cost = costs.at(start) + costOf(m_items, m_order, start, end);
                    if (cost < next.at(end)) {
                        next[end] = cost;
                        before[end] = start;
                    }
                }
            }
            costs = std::move(next);
            starts.append(std::move(before));
        }
        if (costs.at(count) >= bestCost)
            return;
        bestCost = costs.at(count);
        best.clear();
        for (qsizetype end = count; end > 0;) {
            const qsizetype start = starts.takeLast().at(end);
            best.prepend(m_order.mid(start, end - start));
            end = start;
        }
    }

    const QList<PlanItem>& m_items;
    const QList<int>& m_order;
};

} // namespace

ModuleItems groupIntoModules(const PlanGraph& graph, const QList<int>& stage, int hardestStart)
{
    const QList<int> order = TopicOrder(graph, stage).order(hardestStart);
    return ModuleBorders(graph.items(), order).best();
}

double seamsOf(const PlanGraph& graph, const QList<ModuleItems>& stages)
{
    QList<int> order;
    for (const ModuleItems& modules : stages) {
        for (const QList<int>& module : modules)
            order += module;
    }
    double seams = 0;
    qsizetype start = 0;
    for (const ModuleItems& modules : stages) {
        for (const QList<int>& module : modules) {
            seams += costOf(graph.items(), order, start, start + module.size());
            start += module.size();
        }
    }
    return seams;
}

} // namespace roadloom
