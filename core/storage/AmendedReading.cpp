// SPDX-License-Identifier: Apache-2.0
#include "core/storage/AmendedReading.h"

#include "core/storage/LibraryReading.h"
#include "core/storage/RunReading.h"
#include "core/storage/VersionReading.h"
#include "core/storage/WaitingChanges.h"

#include <QCoreApplication>
#include <QSqlDatabase>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

Error noRoadmap(const QString& id)
{
    return { ErrorKind::NotFound, Translation::tr("This roadmap is no longer in the library."),
        id };
}

} // namespace

AmendedReading::AmendedReading(
    QSqlDatabase& database, const QString& path, const WaitingChanges& waiting)
    : m_database(database)
    , m_path(path)
    , m_waiting(waiting)
{
}

Result<QList<LibraryLine>> AmendedReading::history() const
{
    Result<QList<LibraryLine>> read = LibraryReading(m_database, m_path).history();
    if (!read || m_waiting.isEmpty())
        return read;
    QList<LibraryLine> lines = std::move(read).value();
    for (const LibraryChange& change : m_waiting)
        amend(lines, change);
    sortByOpening(lines);
    return lines;
}

Result<QList<LibraryLine>> AmendedReading::list(int most) const
{
    if (m_waiting.isEmpty())
        return LibraryReading(m_database, m_path).lines(most);
    Result<QList<LibraryLine>> read = history();
    if (!read)
        return read;
    QList<LibraryLine> lines = std::move(read).value();
    lines.removeIf(
        [](const LibraryLine& line) { return line.isArchived || line.removed.isValid(); });
    return most < 0 ? lines : lines.first(std::min<qsizetype>(most, lines.size()));
}

Result<LibraryLine> AmendedReading::line(const QString& id) const
{
    Result<QList<LibraryLine>> read = LibraryReading(m_database, m_path).line(id);
    if (!read)
        return read.error();
    QList<LibraryLine> lines = std::move(read).value();
    for (const LibraryChange& change : m_waiting)
        amend(lines, change);
    const auto line = std::ranges::find(lines, id, &LibraryLine::id);
    if (line == lines.end())
        return noRoadmap(id);
    return *line;
}

Result<KeptRoadmap> AmendedReading::roadmap(const QString& id) const
{
    Result<std::optional<KeptRoadmap>> read = LibraryReading(m_database, m_path).roadmap(id);
    if (!read)
        return read.error();
    std::optional<KeptRoadmap> kept = std::move(read).value();
    for (const LibraryChange& change : m_waiting)
        amend(kept, id, change);
    if (!kept)
        return noRoadmap(id);
    return *std::move(kept);
}

Result<QList<RoadmapVersion>> AmendedReading::versions(const QString& roadmap) const
{
    Result<QList<RoadmapVersion>> read = VersionReading(m_database, m_path).versions(roadmap);
    const LibraryEntry* const waiting = waitingEntry(roadmap);
    if (!read || waiting == nullptr)
        return read;
    QList<RoadmapVersion> versions = std::move(read).value();
    for (RoadmapVersion& version : versions)
        version.isCurrent = false;
    versions.prepend({ .version = waitingVersion,
        .made = {},
        .title = waiting->roadmap.title,
        .concepts = int(conceptCount(waiting->roadmap)),
        .isCurrent = true });
    return versions;
}

/// Null: none waits.
const LibraryEntry* AmendedReading::waitingEntry(const QString& roadmap) const
{
    const LibraryEntry* last = nullptr;
    for (const LibraryChange& change : m_waiting) {
        const auto* const put = std::get_if<RoadmapPut>(&change);
        if (put != nullptr && put->entry.id == roadmap)
            last = &put->entry;
    }
    return last;
}

Result<CurriculumDesign> AmendedReading::version(const QString& roadmap, qint64 version) const
{
    const LibraryEntry* const waiting = version == waitingVersion ? waitingEntry(roadmap) : nullptr;
    if (waiting != nullptr)
        return CurriculumDesign { .framework = waiting->roadmap,
            .designRationale = waiting->rationale,
            .extras = waiting->designExtras };
    Result<std::optional<CurriculumDesign>> read
        = VersionReading(m_database, m_path).design(roadmap, version);
    if (!read)
        return read.error();
    if (!read.value())
        return Error { ErrorKind::NotFound,
            Translation::tr("This version of the roadmap is no longer in the library."), roadmap };
    return *std::move(read).value();
}

Result<QList<RunLine>> AmendedReading::unfinished(int most) const
{
    return RunReading(m_database, m_path).unfinished(most);
}

Result<QList<libraryTexts::Hit>> AmendedReading::search(const QString& typed, int most) const
{
    return libraryTexts::search(m_database, m_path, typed, most);
}

Result<RecordedRun> AmendedReading::run(const QString& id) const
{
    Result<std::optional<RecordedRun>> read = RunReading(m_database, m_path).run(id);
    if (!read)
        return read.error();
    if (!read.value())
        return Error { ErrorKind::NotFound,
            Translation::tr("This design is no longer in the library."), id };
    return *std::move(read).value();
}

} // namespace roadloom
