// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roadmap/RoadmapTreeModel.h"

namespace roadloom {

/// What a model shows, as one text: to be compared with what a fresh model shows.
inline QString dump(const RoadmapTreeModel& model, const QModelIndex& parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QStringList parts { index.data(RoadmapTreeModel::IdRole).toString(),
            index.data().toString(), index.siblingAtColumn(1).data().toString(),
            index.siblingAtColumn(2).data().toString(),
            index.data(RoadmapTreeModel::PrerequisiteNamesRole)
                .toStringList()
                .join(QLatin1Char(',')) };
        text += QString(depth, QLatin1Char(' ')) + parts.join(QLatin1Char('|')) + QLatin1Char('\n')
            + dump(model, index, depth + 1);
    }
    return text;
}

inline QString dumpOf(const Roadmap& roadmap)
{
    RoadmapTreeModel model;
    model.setRoadmap(roadmap);
    return dump(model);
}

} // namespace roadloom
