// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/offline/Curriculum.h"

#include <QHash>

#include <cstddef>

namespace roadloom {

/// The curricula that a plan can draw on, with concepts found by id. Concepts are also numbered
/// from 0 through the whole library in reading order, with their prerequisites as numbers, so that
/// a planner can compute without comparing texts.
class CurriculumLibrary {
public:
    /// Where a concept stands: positions in subjects(), its topics and their concepts.
    struct Place {
        qsizetype subject = 0;
        qsizetype topic = 0;
        qsizetype position = 0;
    };

    /// The shelf that comes with the program (resources/curricula).
    [[nodiscard]] static Result<CurriculumLibrary> builtIn();

    /// What its subjects are called, in their order: a small part of the work.
    [[nodiscard]] static QList<BilingualText> builtInNames();

    /// Subjects in their order. ErrorKind::InvalidInput naming every place if ids repeat, a
    /// prerequisite is missing, or prerequisites close a cycle.
    [[nodiscard]] static Result<CurriculumLibrary> fromSubjects(QList<Curriculum> subjects);

    [[nodiscard]] const QList<Curriculum>& subjects() const { return m_subjects; }
    /// nullptr if there is none; owned by the library.
    [[nodiscard]] const Curriculum* subject(QStringView id) const;
    [[nodiscard]] const CurriculumConcept* conceptById(const QString& id) const;

    [[nodiscard]] int conceptCount() const { return int(m_places.size()); }
    /// -1 if there is none.
    [[nodiscard]] int numberOf(const QString& conceptId) const
    {
        return m_numbers.value(conceptId, -1);
    }
    [[nodiscard]] const CurriculumConcept& conceptAt(int number) const;
    [[nodiscard]] const CurriculumTopic& topicOf(int number) const;
    [[nodiscard]] const Place& placeOf(int number) const { return m_places.at(number); }
    /// Numbers of the direct prerequisites, in the file's order.
    [[nodiscard]] const QList<int>& prerequisitesOf(int number) const
    {
        return m_prerequisites.at(number);
    }

private:
    /// Fills the numbering; the lines say what is wrong with ids and prerequisites.
    [[nodiscard]] QStringList index();
    [[nodiscard]] QStringList resolvePrerequisites();
    [[nodiscard]] QStringList findCycle() const;

    QList<Curriculum> m_subjects;
    QList<Place> m_places;
    QHash<QString, int> m_numbers;
    QList<QList<int>> m_prerequisites;
};

} // namespace roadloom
