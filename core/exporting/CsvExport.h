// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/DocumentWords.h"
#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// Whether a file begins with the three bytes by which spreadsheets know UTF-8.
enum class ByteOrderMark { Written, LeftOut };

/// A row for each concept below a row of headings (RFC 4180, UTF-8): stage, module and name, hours
/// with a decimal point, difficulty, state, the day it was done, the names of what it builds on,
/// keywords, description, note, id. What a spreadsheet would take for a formula has an apostrophe
/// before it.
[[nodiscard]] QByteArray documentAsCsv(
    const RoadmapDocument& document, const DocumentWords& words, ByteOrderMark mark);

} // namespace roadloom
