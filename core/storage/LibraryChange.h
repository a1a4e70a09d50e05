// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryRecords.h"
#include "core/storage/RunRecords.h"

#include <QList>

#include <optional>
#include <variant>

class QSqlDatabase;
class QSqlError;

namespace roadloom {

/// Added, or in the place of the one with its id.
struct RoadmapPut {
    LibraryEntry entry;
    qint64 number = 0; ///< tells it from others of the same id
    ConceptStudies studies {}; ///< in the place of what was studied of these; of others, it stays
    StudyFinishes finishes {}; ///< of those that are done
};

/// With all that was studied of it.
struct RoadmapRemoved {
    QString id;
};

/// Everything else of it stays.
struct RoadmapRenamed {
    QString id;
    QString title;
};

struct RoadmapOpened {
    QString id;
    QDateTime moment;
};

struct HoursChosen {
    QString id;
    int hoursPerWeek = usualHoursPerWeek;
};

/// The state of the concept stays: another program may have changed it.
struct NoteSaved {
    QString id;
    QString conceptId;
    QString note;
    QDateTime moment;
};

/// The note stays.
struct StepTaken {
    QString id;
    StudyStep step;
    QDateTime moment;
};

/// Begins, or goes on.
struct RunBegun {
    QString run; ///< id
    LearnerRequest request;
    QString answerer;
    QDateTime moment;
};

/// More of a run, or its end.
struct RunRecorded {
    QString run;
    QList<AgentEvent> events {};
    std::optional<DesignParts> parts {}; ///< in the place of those before
    std::optional<RunState> state {};
    std::optional<int> percent {};
    QDateTime moment {};
    qint64 number = 0; ///< grows from one to the next
};

/// The run has led to a roadmap that is in the library, and goes when that goes.
struct RunLed {
    QString run;
    QString roadmap;
};

struct RunRemoved {
    QString run;
};

/// All that the library has gives way to what stands in that file: a backup of it.
struct LibraryRestored {
    QString path;
};

/// What is to be changed in a library, of one roadmap or run, or of all.
using LibraryChange = std::variant<RoadmapPut, RoadmapRemoved, RoadmapRenamed, RoadmapOpened,
    HoursChosen, NoteSaved, StepTaken, RunBegun, RunRecorded, RunLed, RunRemoved, LibraryRestored>;

/// The roadmap that it is about; empty if it is about a run, or all.
[[nodiscard]] QString roadmapOf(const LibraryChange& change);

/// A roadmap came, went, was opened or has another title; or a run began, ended or went.
[[nodiscard]] bool concernsList(const LibraryChange& change);

/// In the transaction that is on, as several statements; if one fails, with its error.
[[nodiscard]] bool write(const LibraryChange& change, QSqlDatabase& database, QSqlError& error);

/// Makes the change in what was read of the file before it is made there: of the roadmap with that
/// id, or of all. What is learnt is not counted anew, nor are the lines sorted.
void amend(std::optional<KeptRoadmap>& kept, const QString& id, const LibraryChange& change);
void amend(QList<LibraryLine>& lines, const LibraryChange& change);

} // namespace roadloom
