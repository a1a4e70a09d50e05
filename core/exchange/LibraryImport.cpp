// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/LibraryImport.h"

#include "core/base/PlainText.h"
#include "core/exchange/KeptDocument.h"
#include "core/storage/Library.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

/// Empty if it is none of those that libraries give.
QString libraryId(const QString& text)
{
    const QUuid id(text);
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

/// Leaves out what is in the library as it is.
void keepWhatChanges(KeptRoadmap& kept, const KeptRoadmap& existing)
{
    const auto isThere = [&](const QString& id, const ConceptStudy& study) {
        return existing.studies.contains(id) && existing.studies.value(id) == study
            && existing.finishes.value(id) == kept.finishes.value(id);
    };
    ConceptStudies changed;
    StudyFinishes finishes;
    for (const auto& [id, study] : std::as_const(kept.studies).asKeyValueRange()) {
        if (isThere(id, study))
            continue;
        changed.insert(id, study);
        if (kept.finishes.contains(id))
            finishes.insert(id, kept.finishes.value(id));
    }
    kept.studies = std::move(changed);
    kept.finishes = std::move(finishes);
}

} // namespace

QStringList likelyIds(const QList<LibraryLine>& library, const RoadmapDocument& imported)
{
    QStringList ids;
    QStringList removed;
    for (const LibraryLine& line : library) {
        if (line.id == imported.id)
            ids.prepend(line.id);
        else if (!line.wireId.isEmpty() && plainText(line.wireId) == imported.roadmap().id)
            (line.removed.isValid() ? removed : ids).append(line.id);
    }
    return ids + removed;
}

LibraryImport importNew(
    const QList<LibraryLine>& library, const RoadmapDocument& imported, const QDateTime& moment)
{
    LibraryImport result { .kept = keptOf(imported, moment) };
    QString& id = result.kept.entry.id;
    id = libraryId(imported.id);
    if (id.isEmpty() || std::ranges::find(library, id, &LibraryLine::id) != library.end())
        id = Library::newId();
    return result;
}

LibraryImport importInto(
    const KeptRoadmap& existing, const RoadmapDocument& imported, const QDateTime& moment)
{
    // In the form in which the roadmap went out and came back: by its ids the study is found.
    const MergedDocument merged = mergeDocuments(withPlainTexts(documentOf(existing)), imported);
    LibraryImport result { .kept = keptOf(merged.document, moment),
        .merge = merged.counts,
        .wasInBin = existing.removed.isValid() };
    result.kept.entry.id = existing.entry.id;
    if (existing.isRenamed)
        result.kept.entry.roadmap.title = existing.entry.roadmap.title;
    keepWhatChanges(result.kept, existing);
    return result;
}

} // namespace roadloom
