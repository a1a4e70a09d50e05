// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/storage/RunRecords.h"

#include <QList>

#include <optional>

class QSqlDatabase;

namespace roadloom {

/// What a library's file says of runs. Costs as much as there is of it: for threads that show no
/// window.
class RunReading {
public:
    /// Both must outlive it. The path is for sentences.
    RunReading(QSqlDatabase& database, const QString& path);

    /// Those that are not done, or led to no roadmap that is kept, but for those whose roadmap is
    /// in the bin; the one begun last first; `most` of them, -1: all.
    [[nodiscard]] Result<QList<RunLine>> unfinished(int most) const;
    /// Nothing if there is none with that id. An event that cannot be read is left out.
    [[nodiscard]] Result<std::optional<RecordedRun>> run(const QString& id) const;

private:
    [[nodiscard]] std::optional<Error> readEvents(RecordedRun& run) const;

    QSqlDatabase& m_database;
    const QString& m_path;
};

/// As it stands in the file: "running".
[[nodiscard]] QString runStateName(RunState state);
[[nodiscard]] std::optional<RunState> runStateFromName(QStringView name);

} // namespace roadloom
