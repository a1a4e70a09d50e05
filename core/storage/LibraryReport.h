// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/storage/Keeping.h"
#include "core/storage/LibraryChange.h"
#include "core/storage/LibraryTexts.h"

#include <variant>

namespace roadloom {

// What a library asks of its keeper …

struct ListWanted {
    int most = -1; ///< -1: all
};

/// Of all roadmaps, archived and in the bin too.
struct HistoryWanted { };

/// Of one roadmap, wherever it is.
struct LineWanted {
    QString id;
};

struct RoadmapWanted {
    QString id;
};

/// Of the runs that are not done.
struct UnfinishedWanted {
    int most = -1; ///< -1: all
};

struct RunWanted {
    QString run;
};

struct SearchWanted {
    QString typed;
    int most = -1; ///< -1: all
};

struct VersionsWanted {
    QString roadmap;
};

struct VersionWanted {
    QString roadmap;
    qint64 version = 0;
};

// Changes of which the keeper reads what they need, and then makes them as a put.

/// The design of that version becomes the roadmap's.
struct BringBackWanted {
    QString roadmap;
    qint64 version = 0;
};

/// A roadmap with the design, the wish, the tags and the study of another; its log stays alone.
struct DuplicateWanted {
    QString roadmap;
    QString newId;
    QString title;
};

using LibraryJob = std::variant<LibraryChange, BringBackWanted, DuplicateWanted, ListWanted,
    HistoryWanted, LineWanted, RoadmapWanted, VersionsWanted, VersionWanted, UnfinishedWanted,
    RunWanted, SearchWanted>;

// … and what that says.

struct ListRead {
    Result<QList<LibraryLine>> lines;
    int most = -1; ///< that were asked for
};

struct HistoryRead {
    Result<QList<LibraryLine>> lines;
};

struct LineRead {
    QString id;
    Result<LibraryLine> line;
};

struct VersionsRead {
    QString roadmap;
    Result<QList<RoadmapVersion>> versions;
};

struct VersionRead {
    QString roadmap;
    qint64 version = 0;
    Result<CurriculumDesign> design;
};

struct RoadmapRead {
    QString id;
    Result<KeptRoadmap> kept;
};

struct UnfinishedRead {
    Result<QList<RunLine>> lines;
};

struct RunRead {
    QString run;
    Result<RecordedRun> recorded;
};

struct Found {
    QString typed;
    Result<QList<libraryTexts::Hit>> hits;
};

/// A list that was read before is no longer right.
struct ListOutdated { };

/// How it is with the changes.
struct ChangesStand {
    Keeping keeping = Keeping::Kept;
    qint64 taken = 0; ///< so many of all that were given, of which it says that

    bool operator==(const ChangesStand&) const = default;
};

/// A roadmap that was put is in the file, even if the power fails.
struct RoadmapWritten {
    QString id;
    qint64 number = 0; ///< of that put
};

/// What was recorded of a run is in the file, even if the power fails; or it is lost, which was
/// told.
struct RunSettled {
    qint64 number = 0; ///< of that record
};

/// What was changed of a roadmap is lost, since that is not in the file: it could not be put there,
/// or another program removed it.
struct RoadmapGone {
    QString id;
};

/// Something cannot be written. Told once where a change waits, and once of a file.
struct ChangeFailed {
    Error error;
    ChangeFate fate = ChangeFate::Lost;
    ChangesStand stand;
    QString roadmap {}; ///< that one change was about, if it alone is lost
};

/// All is written of which it was told that it could not be.
struct ChangesCaughtUp { };

/// What could not be written to the end.
struct ChangesLost {
    Error error;
};

using LibraryReport = std::variant<ListRead, HistoryRead, LineRead, RoadmapRead, VersionsRead,
    VersionRead, UnfinishedRead, RunRead, Found, ListOutdated, ChangesStand, RoadmapWritten,
    RunSettled, RoadmapGone, ChangeFailed, ChangesCaughtUp, ChangesLost>;

} // namespace roadloom
