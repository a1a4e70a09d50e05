// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/Roadmap.h"

#include "core/roadmap/RoadmapJson.h"

#include <numeric>

namespace roadloom {

double hoursOf(const Module& module)
{
    return std::accumulate(module.concepts.begin(), module.concepts.end(), 0.0,
        [](double sum, const Concept& item) { return sum + item.estimatedHours; });
}

double hoursOf(const Stage& stage)
{
    return std::accumulate(stage.modules.begin(), stage.modules.end(), 0.0,
        [](double sum, const Module& module) { return sum + hoursOf(module); });
}

double hoursOf(const Roadmap& roadmap)
{
    return std::accumulate(roadmap.stages.begin(), roadmap.stages.end(), 0.0,
        [](double sum, const Stage& stage) { return sum + hoursOf(stage); });
}

qsizetype conceptCount(const Stage& stage)
{
    return std::accumulate(stage.modules.begin(), stage.modules.end(), qsizetype(0),
        [](qsizetype sum, const Module& module) { return sum + module.concepts.size(); });
}

qsizetype conceptCount(const Roadmap& roadmap)
{
    return std::accumulate(roadmap.stages.begin(), roadmap.stages.end(), qsizetype(0),
        [](qsizetype sum, const Stage& stage) { return sum + conceptCount(stage); });
}

QDebug operator<<(QDebug debug, const Concept& item)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Concept(" << item.id << ", " << item.name << ", " << item.estimatedHours
                    << " h)";
    return debug;
}

QDebug operator<<(QDebug debug, const Roadmap& roadmap)
{
    const QDebugStateSaver saver(debug);
    debug.noquote() << QString::fromUtf8(writeJson(toJson(roadmap)));
    return debug;
}

} // namespace roadloom
