// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/PlanGraph.h"

#include <array>

namespace roadloom {

/// The largest plan. Fewer than five full stages could hold, so that the first ones, whose concepts
/// are short, can have more of them than the last and yet take as long.
inline constexpr int mostPlanConcepts = 100;

/// Makes a plan smaller: takes away, one at a time, the concept that nothing else in the plan needs
/// and that matters least. Advanced matter goes before basics, the periphery before what carries
/// much, and the mix of easy, medium and hard is kept near the usual one. What the goal asks for by
/// name stays, and so does the last project; only the bound on the number of concepts is kept
/// whatever it takes.
class PlanTrimmer {
public:
    explicit PlanTrimmer(const PlanGraph& graph);

    /// Takes away until at most `most` concepts are left.
    void limitConcepts(int most);
    /// Takes away until the hours fit, or only the fewest concepts of a usual
    /// roadmap are left, or nothing can go.
    void limitHours(double most);

    [[nodiscard]] const QBitArray& kept() const { return m_state.kept; }
    [[nodiscard]] int count() const { return m_state.count; }
    [[nodiscard]] double hours() const { return m_state.hours; }
    /// Positions of the targets taken away since the last call, in the plan's order. (What was
    /// there only for their sake goes without a word.)
    [[nodiscard]] QList<int> takeDropped();

private:
    struct Rank;
    struct State {
        QBitArray kept;
        QList<int> needing; ///< how many kept items need this one
        std::array<int, 3> mix {}; ///< kept items that are easy, medium, hard
        QList<int> dropped;
        int count = 0;
        int projects = 0;
        double hours = 0.0;
    };

    enum class Spare { Wishes, Nothing };

    [[nodiscard]] int nextToGo(Spare spare) const;
    [[nodiscard]] bool isWish(int item) const;
    [[nodiscard]] bool isLeaf(int item) const;
    [[nodiscard]] Rank rankOf(int item) const;
    void drop(int item);
    void remove(int item);

    const PlanGraph& m_graph;
    QList<int> m_carried; ///< how many items of the whole plan rest on this one, if only indirectly
    State m_state;
};

} // namespace roadloom
