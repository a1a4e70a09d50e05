// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/DesignParts.h"
#include "core/workflow/AgentEvent.h"
#include "core/workflow/ServiceTask.h"

#include <optional>

namespace roadloom {

/// What a run had finished when it broke off: each result whole, worth not being asked for again.
/// A service may have gone on with it meanwhile.
struct FinishedWork {
    std::optional<IntentAnalysis> intent {};
    std::optional<DesignParts> parts {}; ///< only with an intent and without a design
    std::optional<CurriculumDesign> design {}; ///< only with an intent; perhaps edited since
    std::optional<Validation> validation {}; ///< of that design as it is
    int edits = 0; ///< of the design, since it was complete
    std::optional<ServiceTask> task {}; ///< of the service that has the run, and all its results

    bool operator==(const FinishedWork&) const = default;

    [[nodiscard]] bool isEmpty() const { return !intent && !task; }

    /// The part of it that agents can go on from, and the one that a service can.
    [[nodiscard]] FinishedWork withoutTask() const;
    [[nodiscard]] FinishedWork taskAt(const QUrl& service) const;

    /// Takes in what the event completes, if anything.
    void take(const AgentEvent& event);
    void take(const DesignParts& advanced);
    /// The results follow, from the first on; or, without an id, those that are here stay.
    void take(const ServiceTask& given);
};

/// The results in the order in which they were completed, as far as they still hold: whoever takes
/// them in has the same finished work, but for the parts of an unfinished design.
[[nodiscard]] QList<AgentEvent> eventsOf(const FinishedWork& finished);

} // namespace roadloom
