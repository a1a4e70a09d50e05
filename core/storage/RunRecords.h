// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "core/workflow/FinishedWork.h"

#include <QDateTime>

namespace roadloom {

enum class RunState {
    Running, ///< or its program died
    Stopped, ///< by the learner
    Failed,
    Done
};

/// What a list of runs says of one.
struct RunLine {
    QString id;
    QString goal; ///< untrusted
    QString roadmap {}; ///< the library's id of what it led to; empty: nothing yet
    RunState state = RunState::Running;
    QDateTime begun {};
    int percent = 0; ///< 0 to 100, as far as it came
    int results = 0; ///< that were completed
    bool isAtService = false; ///< which may have gone on with it, or was never left

    bool operator==(const RunLine&) const = default;
};

/// A run with all that was said in it.
struct RecordedRun {
    RunLine line;
    LearnerRequest request;
    QString answerer; ///< who answered last, for people
    QList<AgentEvent> events; ///< chunks that followed on each other may be one
    FinishedWork finished;
};

} // namespace roadloom
