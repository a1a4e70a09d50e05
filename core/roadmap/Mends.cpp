// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/Mends.h"

#include "core/roadmap/RuleFindings.h"

#include <QCoreApplication>

#include <algorithm>

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapMender)
};

} // namespace

bool Mends::isListed(QLatin1StringView rule)
{
    return ++m_tallies[rule].count <= maxFindingsPerRule;
}

void Mends::append(QLatin1StringView rule, const QString& location, const QString& sentence)
{
    m_tallies[rule].last = m_mends.size();
    m_mends.append({ rule, location, sentence });
}

QList<Mend> Mends::take()
{
    for (const Tally& tally : std::as_const(m_tallies)) {
        if (tally.count <= maxFindingsPerRule)
            continue;
        Mend& last = m_mends[tally.last];
        last.location.clear();
        last.what = Translation::tr("More of the same kind was corrected: %n time(s).", nullptr,
            int(tally.count - maxFindingsPerRule + 1));
    }
    return std::move(m_mends);
}

QList<Stage*> stagesInOrder(Roadmap& roadmap)
{
    QList<Stage*> stages;
    stages.reserve(roadmap.stages.size());
    for (Stage& stage : roadmap.stages)
        stages.append(&stage);
    std::ranges::stable_sort(stages, {}, &Stage::order);
    return stages;
}

QList<Concept*> conceptsInOrder(Roadmap& roadmap)
{
    QList<Concept*> concepts;
    for (Stage* stage : stagesInOrder(roadmap)) {
        for (Module& module : stage->modules) {
            for (Concept& item : module.concepts)
                concepts.append(&item);
        }
    }
    return concepts;
}

} // namespace roadloom
