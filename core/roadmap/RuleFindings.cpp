// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RuleFindings.h"

#include "core/base/PlainText.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxShownCharacters = 80;

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapRules)
};

} // namespace

RuleInput::RuleInput(const Roadmap& checked, const RuleContext& around)
    : roadmap(checked)
    , context(around)
    , order(checked)
    , graph(order)
    , stageHours(order.stages.size(), 0.0)
{
    for (const Placed<Concept>& item : std::as_const(order.concepts)) {
        stageHours[order.stageOf(item)] += item->estimatedHours;
        hours += item->estimatedHours;
    }
}

void RuleFindings::append(const QString& id, qsizetype position, Words words)
{
    m_findings.append({ .finding = { .rule = m_rule,
                            .severity = m_severity,
                            .location = id,
                            .issue = std::move(words.issue),
                            .suggestion = std::move(words.suggestion) },
        .position = position });
}

QList<RuleFindings::Entry> RuleFindings::take()
{
    if (m_count > maxFindingsPerRule) {
        Finding& last = m_findings.last().finding;
        const qsizetype unlisted = m_count - maxFindingsPerRule + 1;
        last.location.clear();
        last.issue = Translation::tr("More faults of the same kind that are not listed: %L1.")
                         .arg(unlisted);
        last.suggestion = Translation::tr("Correct the listed ones first, then check again.");
    }
    return std::move(m_findings);
}

QString shortened(const QString& text)
{
    return shortLine(text, maxShownCharacters);
}

QString nameFor(const QString& name, const QString& id)
{
    for (const QString& candidate : { shortened(name), shortened(id) }) {
        if (!candidate.isEmpty())
            return candidate;
    }
    return Translation::tr("(no name)");
}

bool areHoursUsable(double hours)
{
    return std::isfinite(hours) && hours >= leastConceptHours;
}

} // namespace roadloom
