// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapRows.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

template <class Branch>
RoadmapRow branchRow(RowKind kind, const Branch& branch, qsizetype concepts)
{
    return { .kind = kind,
        .id = branch.id,
        .name = branch.name,
        .description = branch.description,
        .hours = hoursOf(branch),
        .conceptCount = int(concepts) };
}

} // namespace

RoadmapRow rowOf(const Concept& item)
{
    RoadmapRow row { .kind = RowKind::Concept,
        .id = item.id,
        .name = item.name,
        .description = item.description,
        .hours = item.estimatedHours,
        .conceptCount = 1,
        .difficulty = item.difficulty,
        .keywords = item.keywords,
        .prerequisites = item.prerequisites };
    const json::value* const own = item.extras.if_contains("difficulty");
    if (own != nullptr && own->is_string())
        row.difficultyWord = toQString(own->get_string());
    return row;
}

QList<RoadmapRow> rowsOf(const Roadmap& roadmap)
{
    QList<RoadmapRow> rows;
    for (const Stage& stage : roadmap.stages)
        rows.append(branchRow(RowKind::Stage, stage, conceptCount(stage)));
    return rows;
}

QList<RoadmapRow> rowsOf(const Stage& stage)
{
    QList<RoadmapRow> rows;
    for (const Module& module : stage.modules)
        rows.append(branchRow(RowKind::Module, module, module.concepts.size()));
    return rows;
}

QList<RoadmapRow> rowsOf(const Module& module)
{
    QList<RoadmapRow> rows;
    rows.reserve(module.concepts.size());
    for (const Concept& item : module.concepts)
        rows.append(rowOf(item));
    return rows;
}

QStringList keysOf(const QList<RoadmapRow>& siblings)
{
    QStringList keys;
    keys.reserve(siblings.size());
    QHash<QString, int> seen;
    for (const RoadmapRow& sibling : siblings) {
        const int earlier = seen[sibling.id]++;
        keys.append(earlier > 0 ? sibling.id + u'\0' + QString::number(earlier) : sibling.id);
    }
    return keys;
}

} // namespace roadloom
