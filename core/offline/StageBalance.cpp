// SPDX-License-Identifier: Apache-2.0
#include "core/offline/StageBalance.h"

#include <algorithm>
#include <cmath>

namespace roadloom {

namespace {

/// A little room is left for rounding.
constexpr double hoursRatio = 0.99 * norms::stageHoursRatio;
constexpr double difficultyTolerance = 0.9 * norms::difficultyFall;
constexpr double gain = 1e-9;
constexpr double unevennessWeight = 0.02;
constexpr int maxChanges = 60;

} // namespace

StageBalance::StageBalance(const PlanGraph& graph, const StageItems& stages)
    : m_graph(graph)
    , m_stageOf(graph.count(), 0)
    , m_sums(stages.size())
    , m_meanHours(graph.hours() / double(std::max<qsizetype>(1, stages.size())))
{
    for (qsizetype stage = 0; stage < stages.size(); ++stage) {
        for (const int item : stages.at(stage)) {
            m_stageOf[item] = int(stage);
            add(m_sums[stage], graph.items().at(item), 1);
        }
    }
    m_hasProject = std::ranges::any_of(graph.items(), &PlanItem::project);
}

void StageBalance::add(Sums& sums, const PlanItem& item, int sign)
{
    sums.hours += sign * item.hours;
    sums.weight += sign * norms::difficultyValue(item.difficulty);
    sums.count += sign;
    sums.projects += item.project ? sign : 0;
}

StageBalance::Cost StageBalance::costOf(const QList<Sums>& sums) const
{
    Cost cost;
    double meanBefore = 0;
    int stagesAfterProject = int(sums.size());
    const double shortest = std::ranges::min(sums, {}, &Sums::hours).hours;
    for (const Sums& stage : sums) {
        const double deviation = std::abs(stage.hours - m_meanHours) / m_meanHours;
        cost.broken += std::max(0.0, stage.hours / shortest - hoursRatio);
        cost.uneven += unevennessWeight * deviation * deviation;
        const double mean = double(stage.weight) / std::max(1, stage.count);
        cost.broken += std::max(0.0, meanBefore - mean - difficultyTolerance);
        meanBefore = mean;
        stagesAfterProject = stage.projects > 0 ? 0 : stagesAfterProject + 1;
    }
    if (m_hasProject)
        cost.broken += stagesAfterProject; // each stage nearer to the end counts
    return cost;
}

/// Whether the item can go to the neighbouring stage `target` as far as prerequisites are
/// concerned, `except` being an item that changes places with it.
bool StageBalance::mayMove(int item, int target, int except) const
{
    const int stage = m_stageOf.at(item);
    if (target > stage)
        return std::ranges::none_of(m_dependents.at(item),
            [&](int dependent) { return m_stageOf.at(dependent) == stage || dependent == except; });
    return std::ranges::none_of(m_graph.items().at(item).prerequisites,
        [&](int needed) { return m_stageOf.at(needed) == stage || needed == except; });
}

void StageBalance::consider(Change change, Change& best) const
{
    QList<Sums> sums = m_sums;
    Sums& from = sums[m_stageOf.at(change.item)];
    Sums& to = sums[change.target];
    const PlanItem& moved = m_graph.items().at(change.item);
    add(from, moved, -1);
    add(to, moved, 1);
    if (change.back >= 0) {
        const PlanItem& back = m_graph.items().at(change.back);
        add(to, back, -1);
        add(from, back, 1);
    }
    if (from.count < norms::conceptsOfStage.least || to.count > norms::conceptsOfStage.most)
        return;
    change.cost = costOf(sums).total();
    if (change.cost < best.cost - gain)
        best = change;
}

StageBalance::Change StageBalance::bestChange() const
{
    Change best { .cost = costOf(m_sums).total() };
    for (int item = 0; item < m_graph.count(); ++item) {
        const int stage = m_stageOf.at(item);
        for (const int target : { stage - 1, stage + 1 }) {
            if (target < 0 || target >= m_sums.size())
                continue;
            if (mayMove(item, target, -1))
                consider({ .item = item, .target = target }, best);
            if (target < stage || !mayMove(item, target, -1))
                continue; // each exchange is tried from its earlier stage
            for (int back = 0; back < m_graph.count(); ++back) {
                if (m_stageOf.at(back) == target && mayMove(back, stage, item))
                    consider({ .item = item, .back = back, .target = target }, best);
            }
        }
    }
    return best;
}

void StageBalance::apply(const Change& change)
{
    const int stage = m_stageOf.at(change.item);
    const auto move = [this](int item, int target) {
        add(m_sums[m_stageOf.at(item)], m_graph.items().at(item), -1);
        add(m_sums[target], m_graph.items().at(item), 1);
        m_stageOf[item] = target;
    };
    move(change.item, change.target);
    if (change.back >= 0)
        move(change.back, stage);
}

void StageBalance::improve()
{
    m_dependents = m_graph.dependents();
    for (int i = 0; i < maxChanges && cost() > 0; ++i) {
        const Change change = bestChange();
        if (change.item < 0)
            return;
        apply(change);
    }
}

StageItems StageBalance::stages() const
{
    StageItems stages(m_sums.size());
    for (int item = 0; item < m_graph.count(); ++item)
        stages[m_stageOf.at(item)].append(item);
    return stages;
}

} // namespace roadloom
