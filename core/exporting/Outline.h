// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapDocument.h"

#include <optional>

namespace roadloom {

/// Lines of an outline that are read at all: more than any roadmap has.
inline constexpr qsizetype maxOutlineItems = 60000;
/// Levels below each other.
inline constexpr int maxOutlineDepth = 32;

/// A line of an outline and what belongs to it. All but the name may be missing.
struct OutlineItem {
    int depth = 0; ///< the first one's is 0, another's at most 1 more than that of the one before
    QString name;
    QString id;
    QString description;
    QString note;
    std::optional<double> hours {};
    std::optional<Difficulty> difficulty {};
    std::optional<StudyState> state {};
    QStringList needs {}; ///< ids, or names, of what it builds on
    QStringList keywords {};

    bool operator==(const OutlineItem&) const = default;
};

/// An outline as Markdown and outliners have it, in the order of its lines.
struct Outline {
    QString title;
    QString id;
    QString rationale;
    int weeks = 0; ///< 0: not told
    int hoursPerWeek = 0; ///< 0: not told
    QList<OutlineItem> items;
};

/// The outline as a roadmap. The top level becomes stages. Below it, what has something below
/// itself becomes a module; what has not becomes a concept, in a module that bears its stage's name
/// where there is no other. What is deeper than concepts is added to their descriptions. Where
/// nothing has anything below itself, there is one stage, with the outline's title. Ids that are
/// missing are made of the names, the same for the same names.
[[nodiscard]] RoadmapDocument documentFromOutline(const Outline& outline);

} // namespace roadloom
