// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapRules.h"

namespace roadloom {

/// One thing that was put right.
struct Mend {
    QString rule; ///< the rule of RoadmapRules.h that was broken
    QString location; ///< id of the stage, module or concept, as it is now; empty: the roadmap
    QString what; ///< translated sentence: what was done

    bool operator==(const Mend&) const = default;
};

struct MendedRoadmap {
    Roadmap roadmap;
    QList<Mend> mends; ///< of one rule at most 50, the last of them saying how many more there are

    bool operator==(const MendedRoadmap&) const = default;
};

/// Repairs by plain code what needs no judgement; afterwards a roadmap that has a concept breaks no
/// critical rule. Wrong content stays: the other findings are for a model or a person.
///
/// - S1, W7, H5: ids in which there is nothing to see are replaced; of repeated ids the first in
///   reading order keeps its own, which prerequisites mean, and the others get a number behind
///   them; blank names are taken from the description, else from the id.
/// - S4, W7: stages are numbered from 1 in reading order. H3, H4: empty modules and stages go,
///   unless there is no concept at all.
/// - S5, S6, S7: at least half an hour, a difficulty and a state that exist, a summary that fits.
/// - H1: a prerequisite that nothing has as its id points to the only concept whose id differs just
///   in case or prefix, or whose name it is; else it goes. What is named twice stays once.
/// - H2: a concept no longer needs itself; within a group of concepts that need each other in a
///   circle, what points to a later one goes.
/// - W8: where that helps, concepts change places within their module and modules within their
///   stage, so that what is needed comes first. What this cannot cure is left as it is.
/// - W1, W2: wrong totals are reckoned anew.
///
/// The same roadmap gives the same result, a mended one comes back as it is, and one without such
/// faults comes back equal and without mends. Time grows linearly with the roadmap.
[[nodiscard]] MendedRoadmap mendRoadmap(Roadmap roadmap, const RuleContext& context = {});

QDebug operator<<(QDebug debug, const Mend& mend);

} // namespace roadloom
