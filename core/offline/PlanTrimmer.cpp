// SPDX-License-Identifier: Apache-2.0
#include "core/offline/PlanTrimmer.h"

#include "core/roadmap/RoadmapNorms.h"

#include <algorithm>
#include <tuple>

namespace roadloom {

namespace {

std::size_t mixIndex(Difficulty difficulty)
{
    return std::size_t(norms::difficultyValue(difficulty) - 1); // curricula hold no unknown ones
}

/// How far a mix lies outside of what is usual; 0 inside.
double mixExcess(const std::array<int, 3>& mix, int count)
{
    double excess = 0;
    for (std::size_t i = 0; i < mix.size(); ++i) {
        const double usual = norms::difficulties[i].share;
        const double share = count > 0 ? double(mix[i]) / count : usual;
        excess += std::max(0.0, std::abs(share - usual) - norms::shareTolerance);
    }
    return excess;
}

} // namespace

/// Smaller goes first.
struct PlanTrimmer::Rank {
    double mixExcess = 0.0; ///< of what would be left
    bool smallProject = false;
    int levelFromTop = 0; ///< 0 advanced
    int carried = 0;
    int fromEnd = 0;

    [[nodiscard]] auto key() const
    {
        return std::tuple(mixExcess, smallProject, levelFromTop, carried, fromEnd);
    }
};

PlanTrimmer::PlanTrimmer(const PlanGraph& graph)
    : m_graph(graph)
    , m_carried(graph.count(), 0)
{
    m_state.kept = QBitArray(graph.count(), true);
    m_state.needing = QList<int>(graph.count(), 0);
    m_state.count = graph.count();
    m_state.hours = graph.hours();
    const QList<QList<int>> dependents = graph.dependents();
    QList<QBitArray> resting(graph.count(), QBitArray(graph.count()));
    for (int i = graph.count() - 1; i >= 0; --i) {
        const PlanItem& item = graph.items().at(i);
        for (const int dependent : dependents.at(i)) {
            resting[i] |= resting.at(dependent);
            resting[i].setBit(dependent);
        }
        m_state.needing[i] = int(dependents.at(i).size());
        m_carried[i] = int(resting.at(i).count(true));
        ++m_state.mix[mixIndex(item.difficulty)];
        m_state.projects += item.project ? 1 : 0;
    }
}

void PlanTrimmer::limitConcepts(int most)
{
    while (m_state.count > most) {
        const int item = nextToGo(Spare::Wishes);
        drop(item >= 0 ? item : nextToGo(Spare::Nothing));
    }
}

void PlanTrimmer::limitHours(double most)
{
    while (m_state.hours > most + norms::roundingSlack
        && m_state.count > norms::conceptsOfRoadmap.least) {
        const int item = nextToGo(Spare::Wishes);
        if (item < 0)
            return;
        const State before = m_state;
        drop(item);
        if (m_state.count < norms::conceptsOfRoadmap.least) {
            m_state = before; // too much was there only for its sake
            return;
        }
    }
}

QList<int> PlanTrimmer::takeDropped()
{
    std::ranges::sort(m_state.dropped);
    return std::exchange(m_state.dropped, {});
}

/// Asked for by name, or the project that the plan ends with.
bool PlanTrimmer::isWish(int item) const
{
    const PlanItem& candidate = m_graph.items().at(item);
    return candidate.requested || (candidate.project && m_state.projects == 1);
}

bool PlanTrimmer::isLeaf(int item) const
{
    return m_state.kept.testBit(item) && m_state.needing.at(item) == 0;
}

PlanTrimmer::Rank PlanTrimmer::rankOf(int item) const
{
    const PlanItem& candidate = m_graph.items().at(item);
    std::array<int, 3> mix = m_state.mix;
    --mix[mixIndex(candidate.difficulty)];
    return {
        .mixExcess = mixExcess(mix, m_state.count - 1),
        .smallProject = candidate.project && candidate.difficulty != Difficulty::Hard,
        .levelFromTop = int(LearnerLevel::Advanced) - int(candidate.level),
        .carried = m_carried.at(item),
        .fromEnd = -item,
    };
}

int PlanTrimmer::nextToGo(Spare spare) const
{
    int best = -1;
    Rank bestRank;
    for (int item = 0; item < m_graph.count(); ++item) {
        if (!isLeaf(item) || (spare == Spare::Wishes && isWish(item)))
            continue;
        const Rank rank = rankOf(item);
        if (best < 0 || rank.key() < bestRank.key()) {
            best = item;
            bestRank = rank;
        }
    }
    return best;
}

void PlanTrimmer::remove(int item)
{
    const PlanItem& gone = m_graph.items().at(item);
    m_state.kept.clearBit(item);
    --m_state.count;
    m_state.hours -= gone.hours;
    --m_state.mix[mixIndex(gone.difficulty)];
    m_state.projects -= gone.project ? 1 : 0;
    for (const int prerequisite : gone.prerequisites)
        --m_state.needing[prerequisite];
}

/// With a concept goes what was in the plan only because that one needed it.
void PlanTrimmer::drop(int item)
{
    m_state.dropped.append(item);
    QList<int> leaving { item };
    while (!leaving.isEmpty()) {
        const int gone = leaving.takeLast();
        remove(gone);
        for (const int prerequisite : m_graph.items().at(gone).prerequisites) {
            if (!m_graph.items().at(prerequisite).target && isLeaf(prerequisite)
                && !isWish(prerequisite))
                leaving.append(prerequisite);
        }
    }
}

} // namespace roadloom
