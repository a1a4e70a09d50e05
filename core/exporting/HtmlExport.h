// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/DocumentWords.h"
#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// One web page that needs nothing else: no script, no file, no network. Light and dark as the
/// reader's browser has it, and fit to be printed; with a list of contents. Every text is escaped,
/// notes among them, which stand as they were typed.
[[nodiscard]] QByteArray documentAsHtml(
    const RoadmapDocument& document, const DocumentWords& words);

} // namespace roadloom
