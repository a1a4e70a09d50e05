// SPDX-License-Identifier: Apache-2.0
#include "core/offline/PlanGraph.h"

#include "core/roadmap/RoadmapNorms.h"

#include <algorithm>
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

/// The items topic by topic, each topic behind those it needs, in the order in which the targets
/// ask for them. Two topics may need parts of each other; then this is no teaching order yet.
QList<int> PlanGraph::byTopics(const QList<int>& targets) const
{
    const int topics = std::ranges::max_element(m_items, {}, &PlanItem::topic)->topic + 1;
    QList<QList<int>> members(topics);
    QList<QList<int>> needed(topics);
    for (int i = 0; i < count(); ++i) {
        const int topic = m_items.at(i).topic;
        members[topic].append(i);
        for (const int prerequisite : m_items.at(i).prerequisites) {
            const int other = m_items.at(prerequisite).topic;
            if (other != topic && !needed.at(topic).contains(other))
                needed[topic].append(other);
        }
    }
    QList<int> starts;
    for (const int target : targets)
        starts.append(m_items.at(target).topic);
    QList<int> order;
    for (const int topic : inNeededOrder(
             starts, topics, [&needed](int t) -> const QList<int>& { return needed.at(t); })) {
        std::ranges::sort(members[topic], {}, [this](int item) { return m_items.at(item).number; });
        order += members.at(topic);
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
    return inNeededOrder(fetch == Fetch::Topic ? byTopics(targets) : targets, count(),
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
