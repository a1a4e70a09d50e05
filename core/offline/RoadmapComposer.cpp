// SPDX-License-Identifier: Apache-2.0
#include "core/offline/RoadmapComposer.h"

#include "core/roadmap/RoadmapNorms.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// What the stages are for, by how many there are.
QStringList phaseKeys(qsizetype stages, bool fromZero)
{
    const QString first = fromZero ? u"stage.foundations"_s : u"stage.start"_s;
    const QString core = u"stage.core"_s;
    const QString wider = u"stage.wider"_s;
    const QString deeper = u"stage.deeper"_s;
    const QString last = u"stage.final"_s;
    switch (stages) {
    case 1:
        return { QString() };
    case 2:
        return { first, last };
    case 3:
        return { first, core, last };
    case 4:
        return { first, core, deeper, last };
    default:
        return { first, core, wider, deeper, last };
    }
}

} // namespace

/// A topic and how many of a module's or stage's concepts are of it.
struct RoadmapComposer::TopicShare {
    const CurriculumTopic* topic = nullptr;
    int count = 0;
};

RoadmapComposer::RoadmapComposer(
    const CurriculumLibrary& library, const PlanWords& words, Language language)
    : m_library(library)
    , m_words(words)
    , m_language(language)
{
}

Roadmap RoadmapComposer::compose(const PlanGraph& graph, const PlanLayout& layout, bool fromZero)
{
    m_usedNames.clear();
    m_placeOf = QList<int>(graph.count(), 0);
    int place = 0;
    for (const ModuleItems& modules : layout) {
        for (const QList<int>& items : modules) {
            for (const int item : items)
                m_placeOf[item] = place++;
        }
    }
    Roadmap roadmap;
    for (const ModuleItems& modules : layout)
        roadmap.stages.append(stageOf(graph, modules, int(roadmap.stages.size()) + 1));
    const QStringList phases = phaseKeys(layout.size(), fromZero);
    m_usedNames.clear();
    for (qsizetype i = 0; i < layout.size(); ++i)
        roadmap.stages[i].name = stageName(graph, layout.at(i), phases.value(i));
    roadmap.totalEstimatedHours = hoursOf(roadmap);
    return roadmap;
}

QString RoadmapComposer::nameOf(const PlanGraph& graph, int item) const
{
    return m_library.conceptAt(graph.items().at(item).number).name.in(m_language);
}

Stage RoadmapComposer::stageOf(const PlanGraph& graph, const ModuleItems& modules, int order)
{
    Stage stage;
    stage.id = u"stage-%1"_s.arg(order);
    stage.order = order;
    QStringList names;
    for (const QList<int>& items : modules) {
        Module module = moduleOf(graph, items);
        module.id = u"mod-%1-%2"_s.arg(order).arg(stage.modules.size() + 1);
        names.append(u"“%1”"_s.arg(module.name));
        stage.modules.append(std::move(module));
    }
    stage.description = text(u"stage.description"_s,
        { { u"modules", m_words.list(m_language, names) },
            { u"last", nameOf(graph, modules.constLast().constLast()) } });
    return stage;
}

QList<RoadmapComposer::TopicShare> RoadmapComposer::topicsOf(
    const PlanGraph& graph, const QList<int>& items) const
{
    QList<TopicShare> shares;
    for (const int item : items) {
        const CurriculumTopic* topic = &m_library.topicOf(graph.items().at(item).number);
        const auto known = std::ranges::find(shares, topic, &TopicShare::topic);
        if (known != shares.end())
            ++known->count;
        else
            shares.append({ .topic = topic, .count = 1 });
    }
    return shares;
}

/// The two topics with most concepts, in reading order.
template <class Shares>
static Shares mainTopics(const Shares& shares)
{
    Shares sorted = shares;
    std::ranges::stable_sort(sorted, std::ranges::greater(), [](const auto& s) { return s.count; });
    sorted.resize(std::min<qsizetype>(2, sorted.size()));
    if (sorted.size() == 2) {
        const auto at = [&shares](const auto& share) {
            return std::ranges::find(shares, share.topic, [](const auto& s) { return s.topic; });
        };
        if (at(sorted[1]) < at(sorted[0]))
            sorted.swapItemsAt(0, 1);
    }
    return sorted;
}

/// A name that no module or stage has yet: the same topic may come back in a later stage.
QString RoadmapComposer::freshName(const QString& name, const QString& firstConcept)
{
    const QStringList candidates { name, text(u"module.further"_s, { { u"name", name } }),
        text(u"module.depth"_s, { { u"name", name } }),
        text(u"module.concept"_s, { { u"name", name }, { u"concept", firstConcept } }) };
    const auto fresh = std::ranges::find_if(
        candidates, [this](const QString& candidate) { return !m_usedNames.contains(candidate); });
    QString chosen = fresh != candidates.end() ? *fresh : candidates.constLast();
    m_usedNames.append(chosen);
    return chosen;
}

/// What it is for, and what most of it is about: names of two topics are too long for a tree. That
/// is a subject where there are several, unless one topic fills half of the stage.
QString RoadmapComposer::stageName(
    const PlanGraph& graph, const ModuleItems& modules, const QString& phase)
{
    QList<int> items;
    for (const QList<int>& module : modules)
        items += module;
    const QList<TopicShare> topics = topicsOf(graph, items);
    const TopicShare& largest = *std::ranges::max_element(topics, {}, &TopicShare::count);
    const QString about
        = 2 * qsizetype(largest.count) < items.size() ? mainSubject(graph, items) : QString();
    const QString named = about.isEmpty() ? largest.topic->name.in(m_language) : about;
    const QString name = phase.isEmpty()
        ? text(u"stage.plain"_s, { { u"topic", named } })
        : text(u"stage.named"_s, { { u"phase", text(phase) }, { u"topic", named } });
    return freshName(name, nameOf(graph, items.constFirst()));
}

/// Empty: all are of one.
QString RoadmapComposer::mainSubject(const PlanGraph& graph, const QList<int>& items) const
{
    QHash<int, int> counts;
    for (const int item : items)
        ++counts[graph.items().at(item).subject];
    if (counts.size() < 2)
        return {};
    int main = graph.items().at(items.constFirst()).subject;
    for (const int item : items) {
        const int subject = graph.items().at(item).subject;
        if (counts.value(subject) > counts.value(main))
            main = subject;
    }
    return m_library.subjects().at(main).name.in(m_language);
}

Module RoadmapComposer::moduleOf(const PlanGraph& graph, const QList<int>& items)
{
    const QList<TopicShare> topics = topicsOf(graph, items);
    const QList<TopicShare> shown = mainTopics(topics);
    const TopicShare& largest = *std::ranges::max_element(shown, {}, &TopicShare::count);
    QString name = largest.topic->name.in(m_language);
    const bool beginsOtherwise = topics.constFirst().topic != largest.topic;
    if (beginsOtherwise || 3 * qsizetype(largest.count) < 2 * items.size())
        name = text(u"module.joined"_s,
            { { u"first", shown.at(0).topic->name.in(m_language) },
                { u"second", shown.at(1).topic->name.in(m_language) } });
    Module module;
    module.name = freshName(name, nameOf(graph, items.constFirst()));
    module.description = moduleDescription(graph, items, topics);
    for (const int item : items)
        module.concepts.append(conceptOf(graph, item, items));
    return module;
}

/// A topic's own description promises what its learner can do afterwards, so it is used only where
/// the module holds nearly the whole topic; else the module says what it holds.
QString RoadmapComposer::moduleDescription(
    const PlanGraph& graph, const QList<int>& items, const QList<TopicShare>& topics) const
{
    const bool whole
        = topics.size() <= 2 && std::ranges::all_of(topics, [](const TopicShare& share) {
              return share.count + 1 >= share.topic->concepts.size();
          });
    QStringList parts;
    if (whole) {
        for (const TopicShare& share : topics)
            parts.append(share.topic->description.in(m_language));
        return parts.join(text(u"sentence.gap"_s));
    }
    QStringList topicNames;
    for (const TopicShare& share : topics)
        topicNames.append(u"“%1”"_s.arg(share.topic->name.in(m_language)));
    for (const int item : items)
        parts.append(nameOf(graph, item));
    return text(u"module.part"_s,
        { { u"topics", m_words.list(m_language, topicNames) },
            { u"concepts", m_words.names(m_language, parts) } });
}

Concept RoadmapComposer::conceptOf(const PlanGraph& graph, int item, const QList<int>& module) const
{
    const CurriculumConcept& source = m_library.conceptAt(graph.items().at(item).number);
    Concept result;
    result.id = source.id;
    result.name = source.name.in(m_language);
    result.description = source.description.in(m_language);
    result.estimatedHours = source.hours;
    result.prerequisites = wirePrerequisites(graph, item, module);
    result.difficulty = source.difficulty;
    result.keywords = source.keywords.in(m_language);
    return result;
}

/// All from the same module, and of the others the two that are read last: they are nearest to what
/// is being learned, and the reading order keeps the rest in front anyway.
QStringList RoadmapComposer::wirePrerequisites(
    const PlanGraph& graph, int item, const QList<int>& module) const
{
    QList<int> needed = graph.items().at(item).prerequisites;
    std::ranges::sort(needed, std::ranges::greater(), [this](int p) { return m_placeOf.at(p); });
    qsizetype foreign = 0;
    needed.removeIf([&](int prerequisite) {
        return !module.contains(prerequisite) && ++foreign > norms::mostForeignPrerequisites;
    });
    std::ranges::sort(needed, {}, [this](int p) { return m_placeOf.at(p); });
    QStringList ids;
    for (const int prerequisite : std::as_const(needed))
        ids.append(m_library.conceptAt(graph.items().at(prerequisite).number).id);
    return ids;
}

} // namespace roadloom
