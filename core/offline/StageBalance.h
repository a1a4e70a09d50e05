// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/PlanGraph.h"
#include "core/offline/StageCutter.h"
#include "core/roadmap/RoadmapNorms.h"

namespace roadloom {

/// How far one stage's hours may be from the stages' mean. Two stages at its two ends are 1.13 /
/// 0.87 apart, so that rule W6 holds between any two.
inline constexpr double stageHoursTolerance = 0.13;
static_assert((1 + stageHoursTolerance) / (1 - stageHoursTolerance) < norms::stageHoursRatio);

/// A division of a plan into stages together with what is wrong with it.
class StageBalance {
public:
    StageBalance(const PlanGraph& graph, const StageItems& stages);

    /// 0 if rules W4 and W6 are kept; grows with the distance from it.
    [[nodiscard]] double cost() const { return costOf(m_sums).broken; }

    /// Moves and exchanges items between neighbouring stages while that lowers the cost.
    void improve();

    [[nodiscard]] StageItems stages() const;

private:
    struct Sums {
        double hours = 0.0;
        int weight = 0; ///< easy 1 … hard 3
        int count = 0;
        int projects = 0;
    };
    struct Cost {
        double broken = 0.0; ///< by how much rules are broken
        double uneven = 0.0; ///< unevenness that breaks no rule but is in the way of mending one

        [[nodiscard]] double total() const { return broken + uneven; }
    };
    /// `item` goes to the neighbouring stage, and `back`, if there is one, comes from it.
    struct Change {
        int item = -1;
        int back = -1;
        int target = 0;
        double cost = 0.0; ///< total
    };

    [[nodiscard]] Cost costOf(const QList<Sums>& sums) const;
    [[nodiscard]] bool mayMove(int item, int target, int except) const;
    [[nodiscard]] Change bestChange() const;
    void consider(Change change, Change& best) const;
    void apply(const Change& change);
    static void add(Sums& sums, const PlanItem& item, int sign);

    const PlanGraph& m_graph;
    QList<QList<int>> m_dependents; ///< filled when exchanges are tried
    QList<int> m_stageOf;
    QList<Sums> m_sums;
    double m_meanHours = 0.0;
    bool m_hasProject = false;
};

} // namespace roadloom
