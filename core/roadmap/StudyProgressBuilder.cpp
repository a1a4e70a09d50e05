// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/StudyProgressBuilder.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace roadloom {

namespace {

/// The places of the stages as they are read.
QList<qsizetype> readingOrder(const QList<Stage>& stages)
{
    QList<qsizetype> places(stages.size());
    std::iota(places.begin(), places.end(), 0);
    std::ranges::stable_sort(
        places, {}, [&stages](qsizetype place) { return stages[place].order; });
    return places;
}

} // namespace

StudyProgressBuilder::StudyProgressBuilder(Roadmap roadmap)
    : m_roadmap(std::move(roadmap))
    , m_places(readingOrder(m_roadmap.stages))
    , m_progress(StudyProgress::emptyOf(m_roadmap))
{
    goOn();
}

void StudyProgressBuilder::add(qsizetype concepts, const StateOf& stateOf)
{
    for (; concepts > 0 && !isDone(); --concepts) {
        const Concept& item = std::as_const(stage()).modules[m_module].concepts[m_concept];
        m_progress.add(item, m_places[m_next], m_module, stateOf(item.id));
        ++m_concept;
        goOn();
    }
}

/// To the next concept, if there is none at this place, past what is empty.
void StudyProgressBuilder::goOn()
{
    while (!isDone()) {
        QList<Module>& modules = stage().modules;
        if (m_module >= modules.size()) {
            modules = {};
            m_module = 0;
            ++m_next;
        } else if (m_concept >= std::as_const(modules)[m_module].concepts.size()) {
            modules[m_module].concepts = {};
            m_concept = 0;
            ++m_module;
        } else {
            return;
        }
    }
}

StudyProgress StudyProgressBuilder::take()
{
    Q_ASSERT(isDone());
    return std::exchange(m_progress, {});
}

} // namespace roadloom
