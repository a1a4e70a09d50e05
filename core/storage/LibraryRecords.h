// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/Roadmap.h"
#include "core/roadmap/StudyRecords.h"
#include "core/roadmap/StudyTime.h"

#include <QDateTime>
#include <QStringList>

namespace roadloom {

/// A roadmap of the library, by itself: its study is kept apart.
struct LibraryEntry {
    QString id; ///< the library's own; see Library::newId()
    Roadmap roadmap;
    LearnerRequest request; ///< what was wished for
    QDateTime created;
    QDateTime opened; ///< the last time
    int hoursPerWeek = usualHoursPerWeek; ///< that the learner has for it
    QString rationale {}; ///< of its designer; may be empty
    // What others wrote beside them and nobody here knows; where both are empty, what is kept
    // stays.
    json::object fileExtras {}; ///< in the file that it came from
    json::object designExtras {}; ///< in its design
};

/// What a list of roadmaps says of one.
struct LibraryLine {
    QString id;
    QString title; ///< untrusted
    QString goal {}; ///< what was wished for, untrusted
    QString wireId {}; ///< of the roadmap itself, untrusted
    QDateTime created;
    QDateTime opened;
    int concepts = 0;
    int learnt = 0; ///< of the concepts
    QStringList tags {}; ///< as Library::tagsFrom() gives them
    bool isArchived = false;
    QDateTime removed {}; ///< into the bin; invalid: it is not there
    int versions = 1; ///< that are kept, this one among them

    bool operator==(const LibraryLine&) const = default;
};

/// That the state of a concept changed.
struct StudyStep {
    QString conceptId;
    QDateTime moment; ///< with the offset from UTC that the learner lived by
    StudyState from = StudyState::ToDo;
    StudyState to = StudyState::ToDo;
    double hours = 0.0; ///< of the concept, then
};

/// A roadmap of the library, and its study.
struct KeptRoadmap {
    LibraryEntry entry;
    ConceptStudies studies;
    StudyFinishes finishes; ///< of the concepts that are done
    QString run {}; ///< that led to it last; empty: none that is kept
    QStringList tags {}; ///< as Library::tagsFrom() gives them
    bool isArchived = false;
    QDateTime removed {}; ///< into the bin; invalid: it is not there
    bool isRenamed = false; ///< its title is the learner's
};

/// That are kept of a roadmap, beside its first.
inline constexpr int newestVersions = 50;

/// The number of the one that is not written yet: the current one, as long as it waits.
inline constexpr qint64 waitingVersion = 0;

/// What a roadmap was at some time, or is.
struct RoadmapVersion {
    qint64 version = 0; ///< grows from one to the next; waitingVersion
    QDateTime made;
    QString title; ///< untrusted
    int concepts = 0;
    bool isCurrent = false;

    bool operator==(const RoadmapVersion&) const = default;
};

} // namespace roadloom
