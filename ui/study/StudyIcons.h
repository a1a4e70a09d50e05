// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/StudyState.h"
#include "ui/look/Icons.h"

namespace roadloom {

/// Each has a shape of its own: it is told without its colour.
[[nodiscard]] inline Icon iconOf(StudyState state)
{
    switch (state) {
    case StudyState::ToDo:
        return Icon::ToDo;
    case StudyState::Doing:
        return Icon::Doing;
    case StudyState::Done:
        return Icon::Done;
    case StudyState::Known:
        return Icon::Known;
    }
    Q_UNREACHABLE();
}

} // namespace roadloom
