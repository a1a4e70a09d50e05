// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/PrerequisiteMends.h"

#include "core/roadmap/IdLookup.h"
#include "core/roadmap/RuleFindings.h"
#include "core/roadmap/StableOrder.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapMender)
};

class PrerequisiteMender {
public:
    PrerequisiteMender(Roadmap& roadmap, Mends& mends)
        : m_concepts(conceptsInOrder(roadmap))
        , m_needs(m_concepts.size())
        , m_lookup(roadmap.id)
        , m_mends(mends)
    {
        for (qsizetype i = 0; i < m_concepts.size(); ++i)
            m_lookup.add(m_concepts[i]->id, m_concepts[i]->name, i);
    }

    void run()
    {
        for (qsizetype i = 0; i < m_concepts.size(); ++i)
            resolve(i);
        const QList<qsizetype> groups = entangledGroups(m_needs);
        for (qsizetype i = 0; i < m_concepts.size(); ++i)
            untangle(i, groups);
    }

private:
    void resolve(qsizetype index)
    {
        Concept& item = *m_concepts[index];
        QStringList kept;
        QSet<qsizetype> seen;
        bool isChanged = false;
        for (const QString& id : std::as_const(item.prerequisites)) {
            const auto exact = m_lookup.withId(id);
            const auto target = exact ? exact : meantBy(id);
            const bool isRepeated = target && seen.contains(*target);
            if (isRepeated) {
                isChanged = true;
                m_mends.add("H1"_L1, item.id, [&] {
                    return Translation::tr("The concept “%1” named “%2” more than once.")
                        .arg(nameFor(item.name, item.id), shortened(id));
                });
                continue;
            }
            const bool isKept = target && target != index;
            if (isKept) {
                kept.append(m_concepts[*target]->id);
                m_needs[index].append(*target);
                seen.insert(*target);
            }
            if (isKept && exact)
                continue;
            isChanged = true;
            report(item, id, target == index, isKept ? m_concepts[*target] : nullptr);
        }
        if (isChanged)
            item.prerequisites = kept;
    }

    [[nodiscard]] std::optional<qsizetype> meantBy(const QString& id) const
    {
        const auto alike = m_lookup.withIdLike(id);
        return alike ? alike : m_lookup.named(id);
    }

    void report(const Concept& item, const QString& id, bool isSelf, const Concept* target)
    {
        if (isSelf) {
            m_mends.add("H2"_L1, item.id, [&] {
                return Translation::tr("The concept “%1” no longer needs itself.")
                    .arg(nameFor(item.name, item.id));
            });
            return;
        }
        m_mends.add("H1"_L1, item.id, [&] {
            if (target != nullptr)
                return Translation::tr("The concept “%1” needs “%2”, which was written as “%3”.")
                    .arg(nameFor(item.name, item.id), nameFor(target->name, target->id),
                        shortened(id));
            return Translation::tr(
                "The concept “%1” no longer needs “%2”, which is not in the roadmap.")
                .arg(nameFor(item.name, item.id), shortened(id));
        });
    }

    /// All that is left in a group afterwards points to earlier concepts, so no circle can close.
    void untangle(qsizetype index, const QList<qsizetype>& groups)
    {
        Concept& item = *m_concepts[index];
        const QList<qsizetype>& needs = m_needs[index]; // one for each prerequisite
        const auto isInTheWay
            = [&](qsizetype needed) { return needed > index && groups[needed] == groups[index]; };
        if (std::ranges::none_of(needs, isInTheWay))
            return;
        QStringList kept;
        for (qsizetype k = 0; k < needs.size(); ++k) {
            if (!isInTheWay(needs[k])) {
                kept.append(item.prerequisites[k]);
                continue;
            }
            const Concept& needed = *m_concepts[needs[k]];
            m_mends.add("H2"_L1, item.id, [&] {
                return Translation::tr(
                    "The concept “%1” no longer needs “%2”, which comes later and needs it.")
                    .arg(nameFor(item.name, item.id), nameFor(needed.name, needed.id));
            });
        }
        item.prerequisites = kept;
    }

    QList<Concept*> m_concepts;
    Needs m_needs;
    IdLookup m_lookup;
    Mends& m_mends;
};

/// Puts items in the given order; says whether that changed anything.
template <class Item>
bool rearrange(QList<Item>& items, const QList<qsizetype>& order)
{
    if (std::ranges::is_sorted(order))
        return false;
    QList<Item> arranged;
    arranged.reserve(items.size());
    for (const qsizetype index : order)
        arranged.append(std::move(items[index]));
    items = std::move(arranged);
    return true;
}

/// Where a concept stands.
struct Place {
    qsizetype module = 0; ///< in its stage
    qsizetype item = 0; ///< in its module
};

/// One stage at a time: nothing moves from one to another.
class StageSorter {
public:
    StageSorter(Stage& stage, Mends& mends)
        : m_stage(stage)
        , m_mends(mends)
    {
        for (qsizetype m = 0; m < stage.modules.size(); ++m) {
            const QList<Concept>& concepts = std::as_const(stage.modules[m]).concepts;
            for (qsizetype i = 0; i < concepts.size(); ++i)
                m_places.insert(concepts[i].id, { m, i });
        }
    }

    void run()
    {
        Needs moduleNeeds(m_stage.modules.size());
        for (qsizetype m = 0; m < m_stage.modules.size(); ++m)
            sortModule(m, moduleNeeds[m]);
        if (rearrange(m_stage.modules, orderByNeeds(moduleNeeds)))
            m_mends.add("W8"_L1, m_stage.id, [this] {
                return Translation::tr("The modules of the stage “%1” were put in the order in "
                                       "which they build on each other.")
                    .arg(nameFor(m_stage.name, m_stage.id));
            });
    }

private:
    void sortModule(qsizetype index, QList<qsizetype>& moduleNeeds)
    {
        Module& module = m_stage.modules[index];
        Needs needs(module.concepts.size());
        for (qsizetype i = 0; i < needs.size(); ++i) {
            for (const QString& id : std::as_const(module.concepts)[i].prerequisites) {
                const auto place = m_places.constFind(id);
                if (place == m_places.constEnd())
                    continue;
                if (place->module == index)
                    needs[i].append(place->item);
                else
                    moduleNeeds.append(place->module);
            }
        }
        if (rearrange(module.concepts, orderByNeeds(needs)))
            m_mends.add("W8"_L1, module.id, [&module] {
                return Translation::tr("The concepts of the module “%1” were put in the order in "
                                       "which they build on each other.")
                    .arg(nameFor(module.name, module.id));
            });
    }

    Stage& m_stage;
    Mends& m_mends;
    QHash<QString, Place> m_places;
};

} // namespace

void mendPrerequisites(Roadmap& roadmap, Mends& mends)
{
    PrerequisiteMender(roadmap, mends).run();
}

void mendReadingOrder(Roadmap& roadmap, Mends& mends)
{
    for (Stage* stage : stagesInOrder(roadmap))
        StageSorter(*stage, mends).run();
}

void dropNeedsOfLaterStages(Roadmap& roadmap, Mends& mends)
{
    const QList<Stage*> stages = stagesInOrder(roadmap);
    QHash<QString, qsizetype> stageOf; ///< by concept id; the first counts
    for (qsizetype s = 0; s < stages.size(); ++s) {
        for (const Module& module : std::as_const(stages[s]->modules)) {
            for (const Concept& item : module.concepts) {
                if (!stageOf.contains(item.id))
                    stageOf.insert(item.id, s);
            }
        }
    }
    for (qsizetype s = 0; s < stages.size(); ++s) {
        const auto isLater = [&](const QString& id) { return stageOf.value(id, s) > s; };
        for (Module& module : stages[s]->modules) {
            for (Concept& item : module.concepts) {
                for (const QString& id : std::as_const(item.prerequisites)) {
                    if (isLater(id))
                        mends.add("W8"_L1, item.id, [&] {
                            return Translation::tr("The concept “%1” no longer needs “%2”, which "
                                                   "comes only in a later stage.")
                                .arg(nameFor(item.name, item.id), shortened(id));
                        });
                }
                item.prerequisites.removeIf(isLater);
            }
        }
    }
}

} // namespace roadloom
