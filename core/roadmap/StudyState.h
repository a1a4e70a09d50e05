// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/EnumWords.h"

namespace roadloom {

/// How far a learner is with a concept. `Known` is what they knew before: learnt, but no study.
enum class StudyState { ToDo, Doing, Done, Known };

inline constexpr std::array studyStates {
    StudyState::ToDo,
    StudyState::Doing,
    StudyState::Done,
    StudyState::Known,
};

/// The words in files and on wires. Stable.
inline constexpr std::array studyStateWords {
    EnumWord<StudyState> { StudyState::ToDo, QLatin1StringView("to_do") },
    EnumWord<StudyState> { StudyState::Doing, QLatin1StringView("doing") },
    EnumWord<StudyState> { StudyState::Done, QLatin1StringView("done") },
    EnumWord<StudyState> { StudyState::Known, QLatin1StringView("known") },
};

[[nodiscard]] inline QString studyStateName(StudyState state)
{
    return wordFor(state, studyStateWords);
}

[[nodiscard]] inline std::optional<StudyState> studyStateFromName(QStringView name)
{
    return valueFor(name, studyStateWords);
}

/// Nothing is left to study of it.
[[nodiscard]] constexpr bool isLearnt(StudyState state)
{
    return state == StudyState::Done || state == StudyState::Known;
}

} // namespace roadloom
