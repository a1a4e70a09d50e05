// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryReport.h"

class QSqlDatabase;

namespace roadloom {

class WaitingChanges;

/// What a library's file says, with what waits to be written to it: of roadmaps, as if it were
/// there; of their versions, the one that waits last is waitingVersion. Runs and what is found are
/// as the file has them. ErrorKind::NotFound for what is not there.
class AmendedReading {
public:
    /// All must outlive it. The path is for sentences.
    AmendedReading(QSqlDatabase& database, const QString& path, const WaitingChanges& waiting);

    /// Of those that are neither archived nor in the bin, the one opened last first; `most` of
    /// them, -1: all.
    [[nodiscard]] Result<QList<LibraryLine>> list(int most) const;
    /// The same of all.
    [[nodiscard]] Result<QList<LibraryLine>> history() const;
    [[nodiscard]] Result<LibraryLine> line(const QString& id) const;
    [[nodiscard]] Result<KeptRoadmap> roadmap(const QString& id) const;
    [[nodiscard]] Result<QList<RoadmapVersion>> versions(const QString& roadmap) const;
    [[nodiscard]] Result<CurriculumDesign> version(const QString& roadmap, qint64 version) const;
    [[nodiscard]] Result<QList<RunLine>> unfinished(int most) const;
    [[nodiscard]] Result<RecordedRun> run(const QString& id) const;
    [[nodiscard]] Result<QList<libraryTexts::Hit>> search(const QString& typed, int most) const;

private:
    [[nodiscard]] const LibraryEntry* waitingEntry(const QString& roadmap) const;

    QSqlDatabase& m_database;
    const QString& m_path;
    const WaitingChanges& m_waiting;
};

} // namespace roadloom
