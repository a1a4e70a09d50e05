// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/storage/LibraryRecords.h"

#include <QList>

#include <optional>

class QSqlDatabase;

namespace roadloom {

/// What a library's file says of what its roadmaps were. Costs as much as there is of it: for
/// threads that show no window.
class VersionReading {
public:
    /// Both must outlive it. The path is for sentences.
    VersionReading(QSqlDatabase& database, const QString& path);

    /// The newest first. One that cannot be read is left out.
    [[nodiscard]] Result<QList<RoadmapVersion>> versions(const QString& roadmap) const;
    /// Nothing if that roadmap has no such version.
    [[nodiscard]] Result<std::optional<CurriculumDesign>> design(
        const QString& roadmap, qint64 version) const;

private:
    QSqlDatabase& m_database;
    const QString& m_path;
};

} // namespace roadloom
