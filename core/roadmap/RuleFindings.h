// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/PrerequisiteGraph.h"
#include "core/roadmap/RoadmapRules.h"

#include <utility>

/// What the rules share among themselves; others use RoadmapRules.h.
namespace roadloom {

/// Most findings of one rule that are listed.
inline constexpr qsizetype maxFindingsPerRule = 50;

/// What a rule looks at. Everything referred to outlives the check.
struct RuleInput {
    RuleInput(const Roadmap& roadmap, const RuleContext& context);

    const Roadmap& roadmap;
    const RuleContext& context;
    ReadingOrder order;
    PrerequisiteGraph graph;
    QList<double> stageHours; ///< for each of order.stages
    double hours = 0.0; ///< sum of all concept hours; not finite if one of them is not
};

/// Collects what one rule finds, which must come in reading order.
class RuleFindings {
public:
    struct Words {
        QString issue;
        QString suggestion;
    };
    struct Entry {
        Finding finding;
        qsizetype position = 0;
    };

    RuleFindings(QLatin1StringView rule, Severity severity)
        : m_rule(rule)
        , m_severity(severity)
    {
    }

    /// makeWords() returns Words. It is called only for what will be listed, so that a roadmap with
    /// a million faults costs no million sentences.
    template <class Node, class MakeWords>
    void add(const Placed<Node>& node, MakeWords makeWords)
    {
        if (++m_count <= maxFindingsPerRule)
            append(idOf(*node), node.position, makeWords());
    }
    template <class MakeWords>
    void addForWhole(MakeWords makeWords)
    {
        if (++m_count <= maxFindingsPerRule)
            append({}, 0, makeWords());
    }

    /// At most maxFindingsPerRule; if there were more, the last one says how many.
    [[nodiscard]] QList<Entry> take();

private:
    static const QString& idOf(const Stage& stage) { return stage.id; }
    static const QString& idOf(const Module& module) { return module.id; }
    static const QString& idOf(const Concept& item) { return item.id; }

    void append(const QString& id, qsizetype position, Words words);

    QLatin1StringView m_rule;
    Severity m_severity;
    QList<Entry> m_findings;
    qsizetype m_count = 0;
};

/// A name or id from outside, on one line and short enough for a sentence.
[[nodiscard]] QString shortened(const QString& text);

/// How a sentence names a stage, module or concept: its name, else its id, else "(no name)".
[[nodiscard]] QString nameFor(const QString& name, const QString& id);
template <class Node>
[[nodiscard]] QString nameFor(const Placed<Node>& node)
{
    return nameFor(node->name, node->id);
}

/// The least hours of a concept that rule S5 accepts.
inline constexpr double leastConceptHours = 0.5;

/// Finite hours that rule S5 accepts, so that other rules need not report the same fault again.
[[nodiscard]] bool areHoursUsable(double hours);

} // namespace roadloom
