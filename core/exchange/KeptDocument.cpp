// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/KeptDocument.h"

namespace roadloom {

RoadmapDocument documentOf(const KeptRoadmap& kept)
{
    const LibraryEntry& entry = kept.entry;
    return { .id = entry.id,
        .design = { .framework = entry.roadmap, .designRationale = entry.rationale, .extras = {} },
        .request = entry.request,
        .created = entry.created,
        .hoursPerWeek = entry.hoursPerWeek,
        .studies = kept.studies,
        .finishes = kept.finishes,
        .extras = {} };
}

KeptRoadmap keptOf(const RoadmapDocument& document, const QDateTime& opened)
{
    return { .entry = { .id = document.id,
                 .roadmap = document.roadmap(),
                 .request = document.request,
                 .created = document.created.isValid() ? document.created : opened,
                 .opened = opened,
                 .hoursPerWeek = document.hoursPerWeek,
                 .rationale = document.design.designRationale },
        .studies = document.studies,
        .finishes = document.finishes };
}

} // namespace roadloom
