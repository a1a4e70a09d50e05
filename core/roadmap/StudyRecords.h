// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/StudyState.h"

#include <QDateTime>
#include <QHash>

namespace roadloom {

/// Where a learner is with a concept, and what they wrote about it.
struct ConceptStudy {
    StudyState state = StudyState::ToDo;
    QString note; ///< Markdown, as it was typed

    bool operator==(const ConceptStudy&) const = default;
};

/// When a concept was done, and how long it took.
struct StudyFinish {
    QDateTime moment; ///< with the offset from UTC that the learner lived by
    double hours = 0.0;

    bool operator==(const StudyFinish&) const = default;
};

/// Of a roadmap, by the ids of its concepts: also of some that it may no longer have.
using ConceptStudies = QHash<QString, ConceptStudy>;
using StudyFinishes = QHash<QString, StudyFinish>;

} // namespace roadloom
