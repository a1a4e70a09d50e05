// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/CurriculumLibrary.h"

#include <QBitArray>

namespace roadloom {

/// One concept of a plan, as the planner computes with it.
struct PlanItem {
    int number = 0; ///< in the library
    double hours = 0.0;
    /// 1 easy … 3 hard, raised to that of the hardest prerequisite: an order by it is always
    /// possible, even with curricula that break the rule "never needs something harder".
    int weight = 1;
    Difficulty difficulty = Difficulty::Medium;
    LearnerLevel level = LearnerLevel::Beginner;
    int subject = 0; ///< position in the library
    int topic = 0; ///< numbered through the library
    double progress = 0.0; ///< where the topic stands in its subject: 0 first … below 1
    bool project = false;
    bool target = false; ///< wished for, not only needed
    bool requested = false; ///< the goal asks for this very concept
    QList<int> prerequisites; ///< direct ones within the plan, as positions in the graph
};

/// The concepts of a plan with their prerequisites. Items stand in teaching order: each after all
/// it needs.
class PlanGraph {
public:
    struct Wish {
        QList<int> targets; ///< library numbers
        QBitArray requested; ///< by library number
        QBitArray leftOut; ///< by library number: already known
    };

    /// The targets and all they need, without what is left out. What stood behind a concept that is
    /// left out is needed directly then; nothing is listed that another prerequisite needs anyway.
    [[nodiscard]] static PlanGraph of(const CurriculumLibrary& library, const Wish& wish);

    /// The same plan without the items whose bit is not set. Only items may go that no remaining
    /// one needs.
    [[nodiscard]] PlanGraph restrictedTo(const QBitArray& kept) const;

    /// How much is fetched at once when something has to be taught first.
    enum class Fetch {
        Subject, ///< all of its subject that the plan holds: subjects stay whole
        Topic, ///< all of its topic that the plan holds: topics stay whole
        Concept, ///< just what is needed, just before it is needed
    };

    /// An order in which all can be taught. Several subjects run side by side at `sequence` 0 and
    /// one after the other at 1.
    [[nodiscard]] QList<int> teachingOrder(Fetch fetch, double sequence) const;

    [[nodiscard]] const QList<PlanItem>& items() const { return m_items; }
    [[nodiscard]] int count() const { return int(m_items.size()); }
    [[nodiscard]] double hours() const;
    [[nodiscard]] int targetSubjects() const;
    [[nodiscard]] QList<QList<int>> dependents() const;

private:
    void keepDirectPrerequisites();
    [[nodiscard]] QList<int> inWholes(int PlanItem::*whole, const QList<int>& targets) const;

    QList<PlanItem> m_items;
};

/// The targets' prerequisite closure in an order in which each concept follows all it needs.
[[nodiscard]] QList<int> prerequisiteClosure(
    const CurriculumLibrary& library, const QList<int>& targets);

} // namespace roadloom
