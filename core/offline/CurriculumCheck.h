// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QString>

namespace roadloom {

/// One thing wrong in a curriculum file.
struct CurriculumProblem {
    QString file; ///< path as given or found
    QString place; ///< id of the concept, topic or subject, or a path in the JSON
    QString text; ///< translated: what is wrong and what to do

    bool operator==(const CurriculumProblem&) const = default;
};

struct CurriculumCheck {
    int files = 0; ///< how many were read
    QList<CurriculumProblem> problems;
};

/// Checks a curriculum file, or every *.json in a folder, against the format and the rules of good
/// teaching data; prerequisites may also be in the built-in courses. ErrorKind::InvalidInput if the
/// path cannot be read or holds no file.
[[nodiscard]] Result<CurriculumCheck> checkCurricula(const QString& path);

} // namespace roadloom
