// SPDX-License-Identifier: Apache-2.0
#include "core/offline/StageCutter.h"

#include "core/offline/ModuleGrouper.h"
#include "core/offline/StageBalance.h"

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
constexpr qsizetype mendedAttempts = 12;

/// How much the difficulty weighs against the teaching order, and how much subjects come one after
/// the other instead of side by side.
constexpr std::array difficultyShares { 0.0, 0.1, 0.25, 0.5, 1.0 };
constexpr std::array sequenceShares { 0.0, 0.3, 0.6 };

struct Attempt {
    StageItems stages;
    double cost = std::numeric_limits<double>::infinity(); ///< what rules W4 and W6 object to
    double seams = 0.0; ///< of the modules that can be made of the stages
};

bool isBetter(const Attempt& a, const Attempt& b)
{
    return std::pair(a.cost, a.seams) < std::pair(b.cost, b.seams);
}

Attempt attemptWith(const PlanGraph& graph, const StageBalance& balance)
{
    constexpr int anyDifficulty = 3;
    Attempt attempt { .stages = balance.stages(), .cost = balance.cost() };
    QList<ModuleItems> modules;
    for (const QList<int>& stage : std::as_const(attempt.stages))
        modules.append(groupIntoModules(graph, stage, anyDifficulty));
    attempt.seams = seamsOf(graph, modules);
    return attempt;
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
            for (const auto fetch :
                { PlanGraph::Fetch::Subject, PlanGraph::Fetch::Topic, PlanGraph::Fetch::Concept })
                all.append(graph.teachingOrder(fetch, sequence));
        }
    }
    QList<QList<int>> all;
};

/// Mends the most promising attempts, which stand first, and takes the best.
Attempt mended(const PlanGraph& graph, QList<Attempt> attempts)
{
    attempts.resize(std::min(attempts.size(), mendedAttempts));
    for (Attempt& attempt : attempts) {
        StageBalance balance(graph, attempt.stages);
        balance.improve();
        attempt = attemptWith(graph, balance);
    }
    return attempts.isEmpty() ? Attempt() : *std::ranges::min_element(attempts, isBetter);
}

/// The best division into so many stages; without stages if there is none.
Attempt bestWith(const PlanGraph& graph, const TeachingOrders& orders, int stageCount)
{
    QList<Attempt> attempts;
    for (const double share : difficultyShares) {
        for (const QList<int>& teaching : orders.all) {
            const StageItems stages
                = Cuts(graph, blended(graph, teaching, share), stageCount).best();
            if (!stages.isEmpty())
                attempts.append(attemptWith(graph, StageBalance(graph, stages)));
        }
    }
    std::ranges::stable_sort(attempts, isBetter);
    if (!attempts.isEmpty() && attempts.constFirst().cost <= 0)
        return attempts.constFirst();
    return mended(graph, std::move(attempts));
}

} // namespace

StageItems cutIntoStages(const PlanGraph& graph)
{
    const TeachingOrders orders(graph);
    Attempt best;
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
