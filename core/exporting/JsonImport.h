// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// A roadmap out of JSON, in any form in which Roadloom or a server of generate-stream writes one:
/// a .roadloom file, `{"framework":…}`, the bare framework, `{"type":"complete","data":…}`,
/// `{"type":"done","summary":…}`. ErrorKind::BadOutput if it is none of them or broken.
[[nodiscard]] Result<RoadmapDocument> readJsonDocument(QByteArrayView json);

/// Whether a text is events of a run, one a line: `data: {…}` or `{"type":…}`.
[[nodiscard]] bool looksLikeEvents(QByteArrayView text);
/// The roadmap of the last event that has one. Other lines are skipped.
[[nodiscard]] Result<RoadmapDocument> readEvents(QByteArrayView text);

} // namespace roadloom
