// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/Roadmap.h"
#include "core/roadmap/StudyRecords.h"
#include "core/roadmap/StudyTime.h"

namespace roadloom {

/// A roadmap with all that belongs to it: what is written to a file, and what is read from one.
/// Its texts are untrusted.
struct RoadmapDocument {
    QString id; ///< the library's own; empty: not from a library
    CurriculumDesign design;
    LearnerRequest request; ///< what was wished for; its texts may be empty
    QDateTime created; ///< invalid: not known
    int hoursPerWeek = usualHoursPerWeek; ///< that the learner has for it
    ConceptStudies studies;
    StudyFinishes finishes; ///< of the concepts that are done
    QStringList tags {}; ///< under which the learner keeps it
    json::object extras; ///< unknown members of a file, kept and written back

    [[nodiscard]] const Roadmap& roadmap() const { return design.framework; }

    bool operator==(const RoadmapDocument&) const = default;
};

QDebug operator<<(QDebug debug, const RoadmapDocument& document);

/// Of a concept; to do and without a note where nothing is known.
[[nodiscard]] ConceptStudy studyOf(const RoadmapDocument& document, const QString& conceptId);

/// The language that the roadmap is written in, as far as Roadloom has words for it: the one that
/// was asked for, else what the goal or the title are in.
[[nodiscard]] Language languageOf(const RoadmapDocument& document);
/// The same as a BCP 47 code, which may be of any language: "zh-CN", "fr".
[[nodiscard]] QString languageTagOf(const RoadmapDocument& document);

/// With every text, ids among them, as plainText() gives it, and without byte order marks: nothing
/// in it controls a terminal, or makes it read as something it is not. One without such comes back
/// equal.
[[nodiscard]] RoadmapDocument withPlainTexts(RoadmapDocument document);

/// What may be given to others: without progress, notes and what the learner told of themselves.
[[nodiscard]] RoadmapDocument withoutPersonalParts(RoadmapDocument document);

} // namespace roadloom
