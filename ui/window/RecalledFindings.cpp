// SPDX-License-Identifier: Apache-2.0
#include "ui/window/RecalledFindings.h"

#include "core/base/Overload.h"
#include "ui/roadmap/FindingsPanel.h"

using namespace Qt::StringLiterals;

namespace roadloom {

RecalledFindings::RecalledFindings(const QList<AgentEvent>& events)
{
    for (const AgentEvent& event : events)
        take(event);
}

bool RecalledFindings::areAbout(const Roadmap& roadmap) const
{
    if (!m_roadmap)
        return false;
    Roadmap same = roadmap;
    same.title = m_roadmap->title;
    return same == *m_roadmap;
}

void RecalledFindings::show(FindingsPanel& panel) const
{
    panel.clear();
    if (m_review)
        panel.setReview(*m_review);
    for (const Finding& finding : m_findings)
        panel.add(finding);
    panel.setOver(true);
}

/// As a view does that sees the run: what was found before is about another one.
void RecalledFindings::begin(const Roadmap& roadmap)
{
    m_roadmap = roadmap;
    m_review.reset();
    m_findings.clear();
}

void RecalledFindings::take(const AgentEvent& event)
{
    const auto takeResult = Overload {
        [this](const CurriculumDesign& design) { begin(design.framework); },
        [this](const RoadmapEdit& edit) { begin(edit.framework); },
        [this](const Validation& validation) {
            m_review = validation;
            m_findings.removeIf(
                [](const Finding& finding) { return finding.rule == "V"_L1; }); // an earlier one's
        },
        [](const auto& /*other*/) {},
    };
    std::visit(Overload {
                   [&](const CompleteEvent& complete) { std::visit(takeResult, complete.result); },
                   [this](const FindingEvent& found) { m_findings.append(found.finding); },
                   [this](const DoneEvent& done) {
                       if (!areAbout(done.design.framework))
                           begin(done.design.framework); // the best of several, judged before
                   },
                   [](const auto& /*other*/) {},
               },
        event);
}

} // namespace roadloom
