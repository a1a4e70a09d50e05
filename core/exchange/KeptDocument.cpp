// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/KeptDocument.h"

#include "core/storage/LibraryTags.h"

namespace roadloom {

RoadmapDocument documentOf(const KeptRoadmap& kept)
{
    const LibraryEntry& entry = kept.entry;
    return { .id = entry.id,
        .design = { .framework = entry.roadmap,
            .designRationale = entry.rationale,
            .extras = entry.designExtras },
        .request = entry.request,
        .created = entry.created,
        .hoursPerWeek = entry.hoursPerWeek,
        .studies = kept.studies,
        .finishes = kept.finishes,
        .tags = kept.tags,
        .extras = entry.fileExtras };
}

KeptRoadmap keptOf(const RoadmapDocument& document, const QDateTime& opened)
{
    return { .entry = { .id = document.id,
                 .roadmap = document.roadmap(),
                 .request = document.request,
                 .created = document.created.isValid() ? document.created : opened,
                 .opened = opened,
                 .hoursPerWeek = document.hoursPerWeek,
                 .rationale = document.design.designRationale,
                 .fileExtras = document.extras,
                 .designExtras = document.design.extras },
        .studies = document.studies,
        .finishes = document.finishes,
        .tags = libraryTags::from(document.tags) };
}

} // namespace roadloom
