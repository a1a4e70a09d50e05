// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/CurriculumLibrary.h"

#include <QSet>

namespace roadloom {

/// Which technologies a goal names. Their case does not matter ("html"), except where a name in
/// capitals may be an ordinary word: it is one of everyday life ("rest"), or no subject's name and
/// no concept's alias (SQL's IN, LIKE and ON). Then it counts only as the curriculum writes it, and
/// not in a goal that is all in capitals.
class GoalTechnologies {
public:
    GoalTechnologies(const CurriculumLibrary& library, const QString& goal);

    /// `technology`: as the curriculum writes it.
    [[nodiscard]] bool contains(const QString& technology) const;

private:
    QString m_written;
    QString m_normalised;
    QSet<QString> m_terms; ///< names of subjects and aliases of concepts, normalised
    bool m_shouts = false;
};

} // namespace roadloom
