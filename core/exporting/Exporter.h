// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/CsvExport.h"
#include "core/exporting/ExportFormat.h"
#include "core/exporting/RoadmapDocument.h"
#include "core/exporting/StudyCalendar.h"

namespace roadloom {

/// What a document says of the learner.
enum class PersonalParts { Included, LeftOut };

struct ExportOptions {
    PersonalParts personalParts = PersonalParts::Included;
    ByteOrderMark csvMark = ByteOrderMark::Written;
    CalendarOptions calendar {}; ///< its first day and stamp must be given for a calendar
    double pictureScale = 2.0; ///< pixels of a PNG for each unit of the map; less if it is large
};

/// The document in a format, as the bytes of a file. Of the model alone: the same document and
/// options give the same bytes, whatever the program's language and place are; a PDF tells when it
/// was made, and drawn pictures depend on the fonts that there are.
///
/// ErrorKind::InvalidInput for calendar options that cannot be; ErrorKind::TooLarge for a picture
/// or calendar of more than is sane; ErrorKind::Internal where needsFonts() and there are none. A
/// PDF or picture of thousands of concepts takes seconds: call it from a thread of its own.
[[nodiscard]] Result<QByteArray> exportDocument(
    const RoadmapDocument& document, ExportFormat format, const ExportOptions& options = {});

} // namespace roadloom
