// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryRecords.h"
#include "core/storage/RunRecords.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <variant>

namespace roadloom {

/// Added, or in the place of the one with its id. One that was there is not added anew: it would
/// lack all that it had beside its design.
struct RoadmapPut {
    LibraryEntry entry;
    qint64 number = 0; ///< tells it from others of the same id
    ConceptStudies studies {}; ///< in the place of what was studied of these; of others, it stays
    StudyFinishes finishes {}; ///< of those that are done
    QStringList tags {}; ///< that come to those it has
    bool isRenamed = false; ///< the title is the learner's
    bool isKnown = false; ///< it was there: if it is no more, this is lost
    bool isFetched = false; ///< out of the bin and the archive, if it is there
};

/// Into the bin, with all that was studied of it: nothing else of it changes.
struct RoadmapRemoved {
    QString id;
    QDateTime moment {};
};

/// From the bin.
struct RoadmapTakenBack {
    QString id;
};

/// Deleted, with all that was studied of it and its runs, if it is in the bin.
struct RoadmapPurged {
    QString id;
};

/// In the place of those it had.
struct TagsSet {
    QString id;
    QStringList tags;
};

/// Or fetched from there.
struct RoadmapArchived {
    QString id;
    bool isArchived = true;
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
    /// The events are those of this task's run from the first on, in the place of those before;
    /// without an id: no service has it any more, and those before stay.
    std::optional<ServiceTask> task {};
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
using LibraryChange = std::variant<RoadmapPut, RoadmapRemoved, RoadmapTakenBack, RoadmapPurged,
    TagsSet, RoadmapArchived, RoadmapRenamed, RoadmapOpened, HoursChosen, NoteSaved, StepTaken,
    RunBegun, RunRecorded, RunLed, RunRemoved, LibraryRestored>;

/// The roadmap that it is about; empty if it is about a run, or all.
[[nodiscard]] QString roadmapOf(const LibraryChange& change);

/// A roadmap came, went, was opened, has another title or tags, or went to another shelf; or a run
/// began, ended or went.
[[nodiscard]] bool concernsList(const LibraryChange& change);

/// Makes the change in what was read of the file before it is made there: of the roadmap with that
/// id, or of all. What is learnt is not counted anew, nor are the lines sorted.
void amend(std::optional<KeptRoadmap>& kept, const QString& id, const LibraryChange& change);
void amend(QList<LibraryLine>& lines, const LibraryChange& change);

} // namespace roadloom
