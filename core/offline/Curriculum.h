// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Language.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/Roadmap.h"

#include <QList>
#include <QStringList>

/// Curricula are data: a subject is topics of concepts, in teaching order, in both languages, with
/// prerequisites that may cross subjects. The file format is described in
/// resources/curricula/README.md.
namespace roadloom {

struct BilingualStrings {
    QStringList english;
    QStringList chinese;

    [[nodiscard]] const QStringList& in(Language language) const
    {
        return language == Language::Chinese ? chinese : english;
    }
    bool operator==(const BilingualStrings&) const = default;
};

struct CurriculumConcept {
    QString id; ///< unique over all subjects, e.g. "python.loops"
    BilingualText name;
    BilingualText description;
    double hours = 1.0;
    Difficulty difficulty = Difficulty::Medium;
    LearnerLevel level = LearnerLevel::Beginner; ///< lowest stated level that still has to learn it
    BilingualStrings keywords; ///< 2 to 5 in each language
    QStringList aliases; ///< lower-case words of a goal that ask for exactly this concept
    QStringList prerequisites; ///< ids of the direct prerequisites
    bool project = false;

    bool operator==(const CurriculumConcept&) const = default;
};

struct CurriculumTopic {
    QString id;
    BilingualText name;
    BilingualText description;
    QList<CurriculumConcept> concepts;

    bool operator==(const CurriculumTopic&) const = default;
};

struct Curriculum {
    QString id; ///< subject id, e.g. "python"
    BilingualText name;
    BilingualText description;
    QStringList names; ///< lower-case names by which a goal names this subject outright
    QStringList words; ///< lower-case generic wishes that this subject can answer
    /// Lower-case generic wishes that this subject answers only where the goal also names it or a
    /// subject it builds on: "web pages" beside Python.
    QStringList wordsBesideNames;
    QStringList notFor; ///< lower-case technologies; a goal naming one is not answered by `words`
    QStringList technologies; ///< proper names as written for people
    QList<CurriculumTopic> topics;

    bool operator==(const Curriculum&) const = default;
};

} // namespace roadloom
