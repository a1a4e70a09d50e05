// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/AgentEvent.h"

#include <QList>

#include <optional>

namespace roadloom {

class FindingsPanel;

/// What a run that is over found about the roadmap that it led to.
class RecalledFindings {
public:
    explicit RecalledFindings(const QList<AgentEvent>& events);

    /// Whether it is about that one: it may be another by now. A title of the learner's own makes
    /// no difference.
    [[nodiscard]] bool areAbout(const Roadmap& roadmap) const;
    void show(FindingsPanel& panel) const;

private:
    void take(const AgentEvent& event);
    void begin(const Roadmap& roadmap);

    std::optional<Roadmap> m_roadmap;
    std::optional<Validation> m_review;
    QList<Finding> m_findings;
};

} // namespace roadloom
