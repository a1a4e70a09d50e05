// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// A .roadloom file: the whole document as JSON, but for the ids of the installation and of the
/// run, by which nobody should know a learner again.
///
///     {"format":"roadloom","version":1,"id":"…","created":"2026-03-02T09:00:00.000Z",
///      "hours_per_week":10,"tags":["…"],"framework":{…},"design_rationale":"…","design_extras":{…},
///      "request":{…},"study":[{"concept_id":"…","state":"done","note":"…",
///      "finished":"2026-03-03T19:30:00.000+08:00","hours":2.0}]}
///
/// The framework and the request are those of generate-stream. `id`, `created`, `tags`,
/// `design_extras` and the members of a study are left out where there is nothing to say; the study
/// is in reading order, of what the roadmap has no longer behind it, by id. Members that nobody
/// knows stay, at the end. The same document gives the same bytes, and what is read gives the bytes
/// that it was read from if they were written here.
///
/// The version counts what an older reader would get wrong; what it can skip does not change it.
inline constexpr int roadloomFileVersion = 1;

[[nodiscard]] QByteArray writeRoadloomFile(const RoadmapDocument& document);

/// Whether a JSON text says of itself that it is such a file.
[[nodiscard]] bool isRoadloomFile(const json::value& value);
/// ErrorKind::InvalidInput for a newer version, ErrorKind::BadOutput for what is no roadmap. A wish
/// or a study that cannot be read is left out: the roadmap is worth more.
[[nodiscard]] Result<RoadmapDocument> readRoadloomFile(const json::value& value);

} // namespace roadloom
