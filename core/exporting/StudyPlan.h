// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapDocument.h"

#include <QSet>
#include <QTime>

namespace roadloom {

/// When a learner studies.
struct StudyTimes {
    QDate firstDay; ///< the first one on which there may be a session
    int hoursPerWeek = 0; ///< 0: those of the document
    QSet<int> days { 1, 2, 3, 4, 5 }; ///< of the week, Monday is 1
    QTime start { 19, 0 }; ///< of the first session of a day
};

/// A time of study, of one concept.
struct StudySession {
    const Concept* item = nullptr; ///< of the document; not owned
    QDate day;
    QTime start; ///< a wall clock's, wherever the learner is
    int minutes = 0; ///< ends before midnight
    int number = 1; ///< among the sessions of its concept
    int count = 1; ///< of these

    bool operator==(const StudySession&) const = default;
};

/// Sessions that a plan may have.
inline constexpr qsizetype maxStudySessions = 20000;

/// Sessions for all that is not learnt: each concept behind what it builds on, otherwise in reading
/// order. A week's hours are spread evenly over its days; what takes longer than a day's share goes
/// on the next one. No session is shorter than a quarter of an hour, if its concept is not: what is
/// left of a day and too short is had on a later one.
///
/// ErrorKind::InvalidInput where there is no first day, no day of the week, or more hours a day
/// than fit between the start and midnight; ErrorKind::TooLarge beyond maxStudySessions.
[[nodiscard]] Result<QList<StudySession>> planStudy(
    const RoadmapDocument& document, const StudyTimes& times);

} // namespace roadloom
