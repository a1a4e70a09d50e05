// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/Outline.h"
#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// The roadmap as an outline for outliners and mind maps (OPML 2.0): stages, modules and concepts
/// by their names. In `_note`, which outliners show below a line, stand the description and, an
/// empty line below it, the learner's note. What no outliner knows is in attributes of our own
/// namespace, so that it can come back: kind, id, hours, difficulty, state, builds-on, keywords and
/// description; of the roadmap, in an element of the head: id, weeks, hours-per-week and rationale.
/// Lists are separated by blanks; blanks and percent signs inside are percent-encoded.
[[nodiscard]] QByteArray documentAsOpml(const RoadmapDocument& document);

/// Reads any OPML; of other programs' attributes `_note`, `_complete` and `_status="checked"`.
/// Refuses document types and entities, and lines deeper than maxOutlineDepth or more than
/// maxOutlineItems; ErrorKind::BadOutput with line and column for what is no XML or no OPML.
[[nodiscard]] Result<Outline> readOpml(const QByteArray& xml);

} // namespace roadloom
