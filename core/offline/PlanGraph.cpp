// SPDX-License-Identifier: Apache-2.0
#include "core/offline/PlanGraph.h"

#include "core/roadmap/RoadmapNorms.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace roadloom {

namespace {

/// Depth first, prerequisites before what needs them; without recursion, since how deep a library
/// goes is its author's choice.
template <class Prerequisites>
QList<int> inNeededOrder(const QList<int>& starts, int count, Prerequisites prerequisitesOf)
{
    struct Visit {
        int node = 0;
        qsizetype next = 0;
    };
    QList<int> order;
    QBitArray seen(count);
    QList<Visit> path;
    const auto enter = [&](int node) {
        if (seen.testBit(node))
            return;
        seen.setBit(node);
        path.append(Visit { .node = node });
    };
    for (const int start : starts) {
        enter(start);
        while (!path.isEmpty()) {
            Visit& visit = path.last();
            const QList<int>& needed = prerequisitesOf(visit.node);
            if (visit.next < needed.size()) {
                enter(needed.at(visit.next++));
            } else {
                order.append(visit.node);
                path.removeLast();
            }
        }
    }
    return order;
}

/// Number of the first topic of each subject, topics being counted through the library.
QList<int> firstTopics(const CurriculumLibrary& library)
{
    QList<int> first;
    int next = 0;
    for (const Curriculum& subject : library.subjects()) {
        first.append(next);
        next += int(subject.topics.size());
    }
    return first;
}

PlanItem itemFor(const CurriculumLibrary& library, int number, const QList<int>& topics)
{
    const CurriculumConcept& source = library.conceptAt(number);
    const CurriculumLibrary::Place& place = library.placeOf(number);
    const qsizetype topicCount = library.subjects().at(place.subject).topics.size();
    return {
        .number = number,
        .hours = source.hours,
        .weight = norms::difficultyValue(source.difficulty),
        .difficulty = source.difficulty,
        .level = source.level,
        .subject = int(place.subject),
        .topic = topics.at(place.subject) + int(place.topic),
        .progress = double(place.topic) / double(topicCount),
        .project = source.project,
        .target = false,
        .requested = false,
        .prerequisites = {},
    };
}

} // namespace

QList<int> prerequisiteClosure(const CurriculumLibrary& library, const QList<int>& targets)
{
    return inNeededOrder(targets, library.conceptCount(),
        [&library](int number) -> const QList<int>& { return library.prerequisitesOf(number); });
}

PlanGraph PlanGraph::of(const CurriculumLibrary& library, const Wish& wish)
{
    const QList<int> topics = firstTopics(library);
    PlanGraph graph;
    QList<int> positions(library.conceptCount(), -1);
    QList<QList<int>> standIns(library.conceptCount()); // for what is left out: what it needed
    for (const int number : prerequisiteClosure(library, wish.targets)) {
        QList<int> needed;
        for (const int prerequisite : library.prerequisitesOf(number)) {
            if (positions.at(prerequisite) >= 0)
                needed.append(positions.at(prerequisite));
            else
                needed += standIns.at(prerequisite);
        }
        std::ranges::sort(needed);
        needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
        if (wish.leftOut.testBit(number)) {
            standIns[number] = std::move(needed);
            continue;
        }
        positions[number] = graph.count();
        PlanItem item = itemFor(library, number, topics);
        for (const int prerequisite : std::as_const(needed))
            item.weight = std::max(item.weight, graph.m_items.at(prerequisite).weight);
        item.requested = wish.requested.testBit(number);
        item.prerequisites = std::move(needed);
        graph.m_items.append(std::move(item));
    }
    for (const int target : wish.targets) {
        if (positions.at(target) >= 0)
            graph.m_items[positions.at(target)].target = true;
    }
    graph.keepDirectPrerequisites();
    return graph;
}

void PlanGraph::keepDirectPrerequisites()
{
    QList<QBitArray> reached(count());
    for (int i = 0; i < count(); ++i) {
        PlanItem& item = m_items[i];
        QBitArray indirect(count());
        for (const int prerequisite : std::as_const(item.prerequisites))
            indirect |= reached.at(prerequisite);
        item.prerequisites.removeIf([&indirect](int p) { return indirect.testBit(p); });
        for (const int prerequisite : std::as_const(item.prerequisites))
            indirect.setBit(prerequisite);
        reached[i] = std::move(indirect);
    }
}

PlanGraph PlanGraph::restrictedTo(const QBitArray& kept) const
{
    PlanGraph graph;
    QList<int> positions(count(), -1);
    for (int i = 0; i < count(); ++i) {
        if (!kept.testBit(i))
            continue;
        positions[i] = graph.count();
        PlanItem item = m_items.at(i);
        for (int& prerequisite : item.prerequisites)
            prerequisite = positions.at(prerequisite);
        Q_ASSERT(!item.prerequisites.contains(-1));
        graph.m_items.append(std::move(item));
    }
    return graph;
}

/// The items whole by whole, a whole being a topic or a subject, each behind those it needs, in the
/// order in which the targets ask for them. Two wholes may need parts of each other; then this is
/// no teaching order yet.
QList<int> PlanGraph::inWholes(int PlanItem::*whole, const QList<int>& targets) const
{
    const int wholes = std::invoke(whole, *std::ranges::max_element(m_items, {}, whole)) + 1;
    QList<QList<int>> members(wholes);
    QList<QList<int>> needed(wholes);
    for (int i = 0; i < count(); ++i) {
        const int own = std::invoke(whole, m_items.at(i));
        members[own].append(i);
        for (const int prerequisite : m_items.at(i).prerequisites) {
            const int other = std::invoke(whole, m_items.at(prerequisite));
            if (other != own && !needed.at(own).contains(other))
                needed[own].append(other);
        }
    }
    QList<int> starts;
    for (const int target : targets)
        starts.append(std::invoke(whole, m_items.at(target)));
    QList<int> order;
    for (const int next : inNeededOrder(
             starts, wholes, [&needed](int w) -> const QList<int>& { return needed.at(w); })) {
        std::ranges::sort(members[next], {}, [this](int item) { return m_items.at(item).number; });
        order += members.at(next);
    }
    return order;
}

QList<int> PlanGraph::teachingOrder(Fetch fetch, double sequence) const
{
    const double subjects
        = 1.0 + double(std::ranges::max_element(m_items, {}, &PlanItem::subject)->subject);
    QList<int> targets;
    for (int i = 0; i < count(); ++i) {
        if (m_items.at(i).target)
            targets.append(i);
    }
    std::ranges::stable_sort(targets, {}, [&](int i) {
        const PlanItem& item = m_items.at(i);
        const double key
            = (1 - sequence) * item.progress + sequence * double(item.subject) / subjects;
        return std::pair(key, item.number);
    });
    if (fetch == Fetch::Subject)
        targets = inWholes(&PlanItem::subject, targets);
    else if (fetch == Fetch::Topic)
        targets = inWholes(&PlanItem::topic, targets);
    return inNeededOrder(targets, count(),
        [this](int i) -> const QList<int>& { return m_items.at(i).prerequisites; });
}

double PlanGraph::hours() const
{
    return std::accumulate(m_items.cbegin(), m_items.cend(), 0.0,
        [](double sum, const PlanItem& item) { return sum + item.hours; });
}

int PlanGraph::targetSubjects() const
{
    QList<int> subjects;
    for (const PlanItem& item : m_items) {
        if (item.target && !subjects.contains(item.subject))
            subjects.append(item.subject);
    }
    return int(subjects.size());
}

QList<QList<int>> PlanGraph::dependents() const
{
    QList<QList<int>> dependents(count());
    for (int i = 0; i < count(); ++i) {
        for (const int prerequisite : m_items.at(i).prerequisites)
            dependents[prerequisite].append(i);
    }
    return dependents;
}

} // namespace roadloom
