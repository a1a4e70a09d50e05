// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace roadloom {

/// One thing about a concept that is different in a later version of a roadmap. Names are
/// untrusted.
struct RoadmapChange {
    enum class Kind {
        Added,
        Removed,
        Renamed,
        Moved, ///< to another module
        HoursChanged,
        PrerequisitesAdded,
        PrerequisitesDropped,
        Reworded, ///< its description
    };

    Kind kind = Kind::Added;
    QString conceptId; ///< in the later version; empty if it is not there any more
    QString name; ///< in the later version; of one that was removed, in the earlier
    QString nameBefore {}; ///< of one that was renamed
    QString place {}; ///< the module where one that was added or moved is now
    double hours = 0.0; ///< now, of one that was added or has other hours
    double hoursBefore = 0.0; ///< where they changed
    QStringList prerequisites {}; ///< the names of those that came or went

    bool operator==(const RoadmapChange&) const = default;
};

/// What is different, concept by concept in the reading order of `after`, then what was removed in
/// the order of `before`. A concept is the same one if it has the same id, or, where an id is in
/// one of both alone, the same name. Time grows linearly with the roadmaps.
[[nodiscard]] QList<RoadmapChange> changesBetween(const Roadmap& before, const Roadmap& after);

/// The change as one translated line: "Added: Templates, 2 h, in Flask".
[[nodiscard]] QString changeText(const RoadmapChange& change);

QDebug operator<<(QDebug debug, const RoadmapChange& change);

} // namespace roadloom
