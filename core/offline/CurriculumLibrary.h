// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/Curriculum.h"

#include <QHash>

namespace roadloom {

/// The curricula that a plan can draw on, with concepts found by id.
class CurriculumLibrary {
public:
    /// The shelf that comes with the program (resources/curricula).
    [[nodiscard]] static Result<CurriculumLibrary> builtIn();

    /// Subjects in their order. ErrorKind::InvalidInput naming every place if ids repeat, a
    /// prerequisite is missing, or prerequisites close a cycle.
    [[nodiscard]] static Result<CurriculumLibrary> fromSubjects(QList<Curriculum> subjects);

    [[nodiscard]] const QList<Curriculum>& subjects() const { return m_subjects; }
    /// nullptr if there is none; owned by the library.
    [[nodiscard]] const Curriculum* subject(QStringView id) const;
    [[nodiscard]] const CurriculumConcept* conceptById(const QString& id) const;

private:
    QList<Curriculum> m_subjects;
};

} // namespace roadloom
