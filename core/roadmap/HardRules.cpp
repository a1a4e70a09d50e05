// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/HardRules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Steps of a circle that a sentence shows at each end; what is between becomes an ellipsis.
constexpr qsizetype maxShownSteps = 10;

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapRules)
};

/// "a → b → a", by id: names may repeat, and whoever mends the roadmap needs the ids.
QString pathText(const ReadingOrder& order, const PrerequisiteGraph::Path& cycle)
{
    QStringList steps;
    for (qsizetype i = 0; i < cycle.size(); ++i) {
        if (cycle.size() > 2 * maxShownSteps && i == maxShownSteps) {
            steps.append(u"…"_s);
            i = cycle.size() - maxShownSteps;
        }
        steps.append(shortened(order.concepts[cycle[i]]->id));
    }
    steps.append(steps.constFirst());
    return steps.join(u" → "_s);
}

} // namespace

void checkPrerequisitesExist(const RuleInput& input, RuleFindings& findings)
{
    for (qsizetype i = 0; i < input.order.concepts.size(); ++i) {
        const Placed<Concept>& item = input.order.concepts[i];
        for (const QString& id : input.graph.unknown(i)) {
            findings.add(item, [&] {
                return RuleFindings::Words {
                    Translation::tr("The concept “%1” needs “%2”, which is not in the roadmap.")
                        .arg(nameFor(item), shortened(id)),
                    Translation::tr(
                        "Name the id of a concept of this roadmap or drop the prerequisite.")
                };
            });
        }
    }
}

void checkNoCycles(const RuleInput& input, RuleFindings& findings)
{
    for (const PrerequisiteGraph::Path& cycle : input.graph.cycles()) {
        const Placed<Concept>& first = input.order.concepts[cycle.constFirst()];
        findings.add(first, [&] {
            return RuleFindings::Words {
                Translation::tr("The concept “%1” needs itself to be learned first: %2.")
                    .arg(nameFor(first), pathText(input.order, cycle)),
                Translation::tr("Drop one of the prerequisites in this circle.")
            };
        });
    }
}

void checkStagesHaveModules(const RuleInput& input, RuleFindings& findings)
{
    for (const Placed<Stage>& stage : input.order.stages) {
        if (!stage->modules.isEmpty())
            continue;
        findings.add(stage, [&] {
            return RuleFindings::Words {
                Translation::tr("The stage “%1” has no modules.").arg(nameFor(stage)),
                Translation::tr("Add modules to it or leave it out.")
            };
        });
    }
}

void checkModulesHaveConcepts(const RuleInput& input, RuleFindings& findings)
{
    for (const Placed<Module>& module : input.order.modules) {
        if (!module->concepts.isEmpty())
            continue;
        findings.add(module, [&] {
            return RuleFindings::Words {
                Translation::tr("The module “%1” has no concepts.").arg(nameFor(module)),
                Translation::tr("Add concepts to it or leave it out.")
            };
        });
    }
}

void checkConceptIdsAreUnique(const RuleInput& input, RuleFindings& findings)
{
    for (qsizetype i = 0; i < input.order.concepts.size(); ++i) {
        const qsizetype first = input.graph.firstWithSameId(i);
        if (first == i)
            continue;
        const Placed<Concept>& item = input.order.concepts[i];
        findings.add(item, [&] {
            return RuleFindings::Words {
                Translation::tr("The concept “%1” has the id %2, which “%3” has already.")
                    .arg(nameFor(item), shortened(item->id), nameFor(input.order.concepts[first])),
                Translation::tr("Give it an id that no other concept has.")
            };
        });
    }
}

} // namespace roadloom
