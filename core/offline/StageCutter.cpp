// SPDX-License-Identifier: Apache-2.0
#include "core/offline/StageCutter.h"

#include "core/offline/StageBalance.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace roadloom {

namespace {

constexpr int leastStageConcepts = int(norms::conceptsOfStage.least);
constexpr int mostStageConcepts = int(norms::conceptsOfStage.most);
constexpr double usualStageConcepts = 12.0;
/// How many of the best attempts are worth mending by exchanges.
constexpr qsizetype mendedAttempts = 6;

/// How much the difficulty weighs against the teaching order, and how much subjects come one after
/// the other instead of side by side.
constexpr std::array difficultyShares { 0.0, 0.1, 0.25, 0.5, 1.0 };
constexpr std::array sequenceShares { 0.0, 0.3, 0.6 };

struct Attempt {
    StageItems stages;
    double cost = 0.0; ///< what rules W4 and W6 object to
    int fragments = 0; ///< pieces into which the stages break topics
};

int fragmentsOf(const PlanGraph& graph, const StageItems& stages)
{
    int fragments = 0;
    for (const QList<int>& stage : stages) {
        QSet<int> topics;
        for (const int item : stage)
            topics.insert(graph.items().at(item).topic);
        fragments += int(topics.size());
    }
    return fragments;
}

/// How many stages to try, the most natural number first.
QList<int> stageCounts(int concepts)
{
    const int most = std::min(int(norms::stages.most), concepts / leastStageConcepts);
    if (most < norms::stages.least)
        return { std::max(1, most) };
    const int least = std::max(
        int(norms::stages.least), (concepts + mostStageConcepts - 1) / mostStageConcepts);
    QList<int> counts;
    for (int count = least; count <= most; ++count)
        counts.append(count);
    const double usual = concepts / usualStageConcepts;
    std::ranges::stable_sort(counts, {}, [usual](int count) { return std::abs(count - usual); });
    return counts;
}

/// The teaching order bent towards "easy first".
QList<int> blended(const PlanGraph& graph, const QList<int>& teaching, double difficultyShare)
{
    QList<double> keys(graph.count(), 0.0);
    for (int i = 0; i < graph.count(); ++i) {
        const int item = teaching.at(i);
        keys[item] = (1 - difficultyShare) * i / graph.count()
            + difficultyShare * (graph.items().at(item).weight - 1) / 2.0;
    }
    QList<int> order = teaching;
    std::ranges::stable_sort(order, {}, [&keys](int item) { return keys.at(item); });
    return order;
}

/// The cuts that make stages most alike in hours, each with a number of concepts that modules can
/// be made of. Dynamic programming over the places of the last cut.
class Cuts {
public:
    Cuts(const PlanGraph& graph, const QList<int>& order, int stages)
        : m_order(order)
        , m_stages(stages)
        , m_hoursUntil(order.size() + 1, 0.0)
    {
        for (qsizetype i = 0; i < order.size(); ++i)
            m_hoursUntil[i + 1] = m_hoursUntil.at(i) + graph.items().at(order.at(i)).hours;
        m_mean = m_hoursUntil.constLast() / stages;
    }

    [[nodiscard]] StageItems best() const
    {
        const qsizetype count = m_order.size();
        const qsizetype least = std::min<qsizetype>(leastStageConcepts, count);
        QList<double> costs(count + 1, unreachable);
        costs[0] = 0;
        QList<QList<qsizetype>> cutsBefore;
        for (int stage = 1; stage <= m_stages; ++stage) {
            QList<double> next(count + 1, unreachable);
            QList<qsizetype> before(count + 1, -1);
            // Only where the stages behind still have enough to hold and can hold it.
            const qsizetype behind = m_stages - stage;
            const qsizetype first = std::max(stage * least, count - behind * mostStageConcepts);
            const qsizetype last
                = std::min<qsizetype>(qsizetype(stage) * mostStageConcepts, count - behind * least);
            for (qsizetype end = first; end <= last; ++end)
                extend(costs, end, next[end], before[end]);
            costs = std::move(next);
            cutsBefore.append(std::move(before));
        }
        return divided(cutsBefore);
    }

private:
    static constexpr double unreachable = std::numeric_limits<double>::infinity();

    void extend(
        const QList<double>& costs, qsizetype end, double& bestCost, qsizetype& bestStart) const
    {
        const double* hoursUntil = m_hoursUntil.constData();
        const double* costUntil = costs.constData();
        const qsizetype least = std::min<qsizetype>(leastStageConcepts, m_order.size());
        for (qsizetype start = std::max<qsizetype>(0, end - mostStageConcepts);
             start <= end - least; ++start) {
            if (costUntil[start] >= bestCost)
                continue;
            const double off = (hoursUntil[end] - hoursUntil[start]) / m_mean - 1;
            const double penalty = std::abs(off) > stageHoursTolerance ? 100.0 : 0.0;
            const double cost = costUntil[start] + off * off + penalty;
            if (cost < bestCost) {
                bestCost = cost;
                bestStart = start;
            }
        }
    }

    [[nodiscard]] StageItems divided(const QList<QList<qsizetype>>& cutsBefore) const
    {
        StageItems stages(m_stages);
        qsizetype end = m_order.size();
        for (int stage = m_stages - 1; stage >= 0; --stage) {
            const qsizetype start = cutsBefore.at(stage).at(end);
            if (start < 0)
                return {};
            stages[stage] = m_order.mid(start, end - start);
            end = start;
        }
        return stages;
    }

    const QList<int>& m_order;
    int m_stages;
    QList<double> m_hoursUntil;
    double m_mean = 0.0;
};

/// The orders in which all can be taught, as far apart as they are worth trying.
struct TeachingOrders {
    explicit TeachingOrders(const PlanGraph& graph)
    {
        for (const double sequence : sequenceShares) {
            if (sequence > 0 && graph.targetSubjects() < 2)
                break;
            wholeTopics.append(graph.teachingOrder(PlanGraph::Fetch::Topic, sequence));
            asNeeded.append(graph.teachingOrder(PlanGraph::Fetch::Concept, sequence));
        }
    }
    QList<QList<int>> wholeTopics;
    QList<QList<int>> asNeeded;
};

/// Mends the most promising attempts, which stand first, and takes the best.
Attempt mended(const PlanGraph& graph, QList<Attempt> attempts)
{
    attempts.resize(std::min(attempts.size(), mendedAttempts));
    Attempt best { .stages = {}, .cost = std::numeric_limits<double>::infinity() };
    for (const Attempt& attempt : std::as_const(attempts)) {
        StageBalance balance(graph, attempt.stages);
        balance.improve();
        if (balance.cost() < best.cost)
            best = { .stages = balance.stages(), .cost = balance.cost() };
        if (best.cost <= 0)
            break;
    }
    return best;
}

/// The best division into so many stages; without stages if there is none.
Attempt bestWith(const PlanGraph& graph, const TeachingOrders& orders, int stageCount)
{
    QList<Attempt> attempts;
    for (const double share : difficultyShares) {
        for (const QList<QList<int>>* group : { &orders.wholeTopics, &orders.asNeeded }) {
            for (const QList<int>& teaching : *group) {
                const QList<int> order = blended(graph, teaching, share);
                StageItems stages = Cuts(graph, order, stageCount).best();
                if (stages.isEmpty())
                    continue;
                const double cost = StageBalance(graph, stages).cost();
                const int fragments = fragmentsOf(graph, stages);
                attempts.append(
                    { .stages = std::move(stages), .cost = cost, .fragments = fragments });
            }
            std::ranges::stable_sort(
                attempts, {}, [](const Attempt& a) { return std::pair(a.cost, a.fragments); });
            if (!attempts.isEmpty() && attempts.constFirst().cost <= 0)
                return attempts.constFirst();
        }
    }
    return mended(graph, std::move(attempts));
}

} // namespace

StageItems cutIntoStages(const PlanGraph& graph)
{
    const TeachingOrders orders(graph);
    Attempt best { .stages = {}, .cost = std::numeric_limits<double>::infinity() };
    for (const int count : stageCounts(graph.count())) {
        Attempt attempt = bestWith(graph, orders, count);
        if (attempt.cost < best.cost)
            best = std::move(attempt);
        if (best.cost <= 0)
            break;
    }
    return best.stages;
}

} // namespace roadloom
