// SPDX-License-Identifier: Apache-2.0
#include "core/stream/RoadmapPreview.h"

#include "core/base/Overload.h"

#include <QDebug>

namespace roadloom {

QDebug operator<<(QDebug debug, const NodePlace& place)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << place.stage;
    if (place.module >= 0)
        debug << '.' << place.module;
    if (place.item >= 0)
        debug << '.' << place.item;
    return debug;
}

QDebug operator<<(QDebug debug, const PreviewEvent& event)
{
    const QDebugStateSaver saver(debug);
    const auto end = [](bool isWhole) { return isWhole ? "" : "…"; };
    std::visit(Overload {
                   [&](const RoadmapTitled& e) { debug << "titled" << e.title; },
                   [&](const NodeOpened& e) {
                       debug << "opened" << e.place << e.id << e.name << end(e.isWhole);
                   },
                   [&](const NodeRenamed& e) {
                       debug << "renamed" << e.place << e.name << end(e.isWhole);
                   },
                   [&](const StageClosed& e) {
                       debug << "closed" << e.place << e.stage.id << e.stage.name
                             << e.stage.description << e.stage.order;
                   },
                   [&](const ModuleClosed& e) {
                       debug << "closed" << e.place << e.module.id << e.module.name
                             << e.module.description << e.plannedConcepts;
                   },
                   [&](const ConceptClosed& e) { debug << "closed" << e.place << e.item; },
                   [&](const Restarted& e) { debug << "restarted" << e.below; },
               },
        event);
    return debug;
}

} // namespace roadloom
