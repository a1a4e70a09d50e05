// SPDX-License-Identifier: Apache-2.0
#include "core/offline/GoalTechnologies.h"

#include "core/offline/GoalText.h"

#include <algorithm>

namespace roadloom {

namespace {

bool isInCapitals(const QString& text)
{
    return std::ranges::none_of(text, [](QChar character) { return character.isLower(); });
}

} // namespace

GoalTechnologies::GoalTechnologies(const CurriculumLibrary& library, const QString& goal)
    : m_written(goal.normalized(QString::NormalizationForm_KC).simplified())
    , m_normalised(normalisedGoalText(goal))
    , m_shouts(isInCapitals(m_written) && std::ranges::none_of(m_written, isHan))
{
    for (const Curriculum& subject : library.subjects()) {
        for (const QString& name : subject.names)
            m_terms.insert(normalisedGoalText(name));
    }
    for (int number = 0; number < library.conceptCount(); ++number) {
        for (const QString& alias : library.conceptAt(number).aliases)
            m_terms.insert(normalisedGoalText(alias));
    }
}

bool GoalTechnologies::contains(const QString& technology) const
{
    const QString term = normalisedGoalText(technology);
    const bool isOrdinary
        = isInCapitals(technology) && (!m_terms.contains(term) || isEverydayWord(term));
    if (isOrdinary)
        return !m_shouts && mentions(m_written, technology);
    return mentions(m_normalised, term);
}

} // namespace roadloom
