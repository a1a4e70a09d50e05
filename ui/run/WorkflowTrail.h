// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/run/RunController.h"

#include <array>
#include <optional>

namespace roadloom {

/// What a run passes, in order. Checking and mending take turns.
enum class WorkStep { Analyse, Design, Check, Mend, Finish };
inline constexpr std::array workSteps { WorkStep::Analyse, WorkStep::Design, WorkStep::Check,
    WorkStep::Mend, WorkStep::Finish };

/// Which way a run has come, from its phases.
class WorkflowTrail {
public:
    enum class State {
        ToCome,
        Current,
        Passed,
        LeftOut, ///< the run ended without it
        Stopped, ///< the learner ended the run in it
        Failed, ///< the run failed in it
    };

    void take(RunPhase phase);

    [[nodiscard]] State state(WorkStep step) const;
    /// How often the roadmap was checked, this time included.
    [[nodiscard]] int rounds() const { return m_rounds; }

    bool operator==(const WorkflowTrail&) const = default;

private:
    struct Place {
        bool isSeen = false;
        bool isCurrent = false;
        std::optional<State> end {}; ///< where the run ended

        bool operator==(const Place&) const = default;
    };
    [[nodiscard]] Place& at(WorkStep step) { return m_places[std::size_t(step)]; }
    void leave(std::optional<State> end);

    std::array<Place, workSteps.size()> m_places {};
    int m_rounds = 0;
    bool m_isDone = false;
};

} // namespace roadloom
