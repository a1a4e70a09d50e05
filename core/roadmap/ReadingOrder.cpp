// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/ReadingOrder.h"

#include <algorithm>

namespace roadloom {

ReadingOrder::ReadingOrder(const Roadmap& roadmap)
{
    QList<const Stage*> ordered;
    ordered.reserve(roadmap.stages.size());
    for (const Stage& stage : roadmap.stages)
        ordered.append(&stage);
    std::ranges::stable_sort(ordered, {}, &Stage::order);

    qsizetype position = 0;
    for (const Stage* stage : std::as_const(ordered)) {
        stages.append({ stage, ++position, -1 });
        for (const Module& module : stage->modules) {
            modules.append({ &module, ++position, stages.size() - 1 });
            for (const Concept& item : module.concepts)
                concepts.append({ &item, ++position, modules.size() - 1 });
        }
    }
}

} // namespace roadloom
