// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/StudyProgress.h"

#include "core/roadmap/StudyProgressBuilder.h"
#include "core/roadmap/StudyTime.h"

#include <QDebug>

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

void addTo(StudyTotals& totals, const StudyState state, double hours, int direction)
{
    totals.concepts += direction;
    totals.hours += direction * hours;
    if (!isLearnt(state))
        return;
    totals.learnt += direction;
    totals.learntHours += direction * hours;
    if (totals.learnt == 0) // what sums of decimals leave behind
        totals.learntHours = 0.0;
    else if (totals.learnt == totals.concepts)
        totals.learntHours = totals.hours;
}

} // namespace

QDebug operator<<(QDebug debug, const StudyTotals& totals)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "StudyTotals(" << totals.learnt << " of " << totals.concepts << ", "
                    << totals.learntHours << " h of " << totals.hours << " h)";
    return debug;
}

StudyProgress::StudyProgress(const Roadmap& roadmap)
{
    StudyProgressBuilder builder(roadmap);
    builder.add(conceptCount(roadmap), [](const QString&) { return StudyState::ToDo; });
    *this = builder.take();
}

StudyProgress StudyProgress::emptyOf(const Roadmap& roadmap)
{
    StudyProgress progress;
    qsizetype modules = 0;
    for (const Stage& stage : roadmap.stages) {
        progress.m_firstModules.append(modules);
        modules += stage.modules.size();
    }
    progress.m_firstModules.append(modules);
    progress.m_stages.resize(roadmap.stages.size());
    progress.m_modules.resize(modules);
    const qsizetype concepts = conceptCount(roadmap);
    progress.m_items.reserve(concepts);
    progress.m_byId.reserve(concepts);
    return progress;
}

void StudyProgress::add(const Concept& item, qsizetype stage, qsizetype module, StudyState state)
{
    const qsizetype index = m_items.size();
    const qsizetype first = firstOf(item.id);
    m_items.append({ .id = item.id,
        .name = item.name,
        .hours = item.estimatedHours,
        .stage = stage,
        .module = m_firstModules[stage] + module,
        .state = state,
        .prerequisites = item.prerequisites });
    if (first < 0)
        m_byId.insert(item.id, index);
    else
        m_items[index].nextOfId = std::exchange(m_items[first].nextOfId, index);
    count(m_items.constLast(), 1);
}

StudyState StudyProgress::state(const QString& conceptId) const
{
    const qsizetype item = firstOf(conceptId);
    return item >= 0 ? m_items[item].state : StudyState::ToDo;
}

bool StudyProgress::setState(const QString& conceptId, StudyState state)
{
    const qsizetype first = firstOf(conceptId);
    if (first < 0 || m_items[first].state == state)
        return false;
    for (qsizetype index = first; index >= 0; index = m_items[index].nextOfId) {
        Item& item = m_items[index];
        count(item, -1);
        item.state = state;
        count(item, 1);
    }
    return true;
}

StudyTotals StudyProgress::totals(qsizetype stage) const
{
    return m_stages.value(stage);
}

StudyTotals StudyProgress::totals(qsizetype stage, qsizetype module) const
{
    if (stage < 0 || stage >= m_stages.size() || module < 0)
        return {};
    const qsizetype index = m_firstModules[stage] + module;
    return index < m_firstModules[stage + 1] ? m_modules[index] : StudyTotals {};
}

double StudyProgress::hours(const QString& conceptId) const
{
    const qsizetype item = firstOf(conceptId);
    return item >= 0 ? m_items[item].hours : 0.0;
}

QString StudyProgress::name(const QString& conceptId) const
{
    const qsizetype item = firstOf(conceptId);
    return item >= 0 ? m_items[item].name : QString();
}

QString StudyProgress::nextToLearn() const
{
    return nextToLearnAfter({});
}

QString StudyProgress::nextToLearnAfter(const QString& conceptId) const
{
    const qsizetype here = firstOf(conceptId);
    const qsizetype count = m_items.size();
    const auto isUnfinished = [](const Item& item) { return !isLearnt(item.state); };
    const auto isReady = [this, isUnfinished](const Item& item) {
        return isUnfinished(item)
            && std::ranges::all_of(item.prerequisites,
                [this](const QString& id) { return !has(id) || isLearnt(state(id)); });
    };
    const auto find = [this, here, count](qsizetype steps, const auto& isIt) {
        for (qsizetype step = 1; step <= steps; ++step) {
            const Item& item = m_items[(here + step) % count];
            if (isIt(item))
                return item.id;
        }
        return QString();
    };
    // Where one stands already is no place to go to, unless nothing else is left.
    const QString ready = find(here < 0 ? count : count - 1, isReady);
    return !ready.isEmpty() ? ready : find(count, isUnfinished);
}

QString StudyProgress::before(const QString& conceptId) const
{
    const qsizetype item = firstOf(conceptId);
    return item > 0 ? m_items[item - 1].id : QString();
}

QString StudyProgress::after(const QString& conceptId) const
{
    const qsizetype item = firstOf(conceptId);
    return item >= 0 && item + 1 < m_items.size() ? m_items[item + 1].id : QString();
}

QStringList StudyProgress::prerequisites(const QString& conceptId) const
{
    const qsizetype item = firstOf(conceptId);
    QStringList there;
    if (item < 0)
        return there;
    for (const QString& id : m_items[item].prerequisites) {
        if (has(id) && !there.contains(id))
            there.append(id);
    }
    return there;
}

QStringList StudyProgress::missingPrerequisites(const QString& conceptId) const
{
    QStringList missing = prerequisites(conceptId);
    missing.removeIf([this](const QString& id) { return isLearnt(state(id)); });
    return missing;
}

QStringList StudyProgress::dependents(const QString& conceptId) const
{
    if (m_dependents.isEmpty())
        findDependents();
    return m_dependents.value(conceptId);
}

int StudyProgress::weeksLeft(int hoursPerWeek) const
{
    if (m_totals.learnt == m_totals.concepts)
        return 0;
    return recommendedWeeks(m_totals.hoursLeft(), hoursPerWeek);
}

void StudyProgress::findDependents() const
{
    for (const Item& item : m_items) {
        for (const QString& needed : item.prerequisites) {
            QStringList& known = m_dependents[needed];
            // Of one concept's list the same id comes one after the other.
            if (known.isEmpty() || known.constLast() != item.id)
                known.append(item.id);
        }
    }
}

void StudyProgress::count(const Item& item, int direction)
{
    addTo(m_totals, item.state, item.hours, direction);
    addTo(m_stages[item.stage], item.state, item.hours, direction);
    addTo(m_modules[item.module], item.state, item.hours, direction);
}

qsizetype StudyProgress::firstOf(const QString& conceptId) const
{
    return m_byId.value(conceptId, -1);
}

} // namespace roadloom
