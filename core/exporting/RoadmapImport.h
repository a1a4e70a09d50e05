// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapDocument.h"

#include <QStringList>

namespace roadloom {

/// Bytes of a file that is read at all: enough for the largest roadmap that Roadloom makes.
inline constexpr qsizetype maxImportBytes = qsizetype(32) * 1024 * 1024;
/// What came out of a file.
struct ImportedRoadmap {
    RoadmapDocument document; ///< breaks no critical rule; its texts are plain, but untrusted
    QStringList findings; ///< what was changed so that it is a roadmap, in translated sentences
};

/// A roadmap of a file's bytes: a .roadloom file; the framework or the design as JSON; the events
/// of a whole run, as SSE or NDJSON, of which the last result counts; OPML; a Markdown outline.
/// What it is, is told by the bytes; the name is taken for a title where there is none.
///
/// Everything in it is taken for hostile: sizes, depths and counts are bounded, what is not UTF-8
/// is refused, controls are taken out of texts, and what breaks a critical rule is mended and told.
/// ErrorKind::TooLarge beyond a limit, ErrorKind::InvalidInput for what Roadloom does not read,
/// ErrorKind::BadOutput for what is broken. Takes time linear in the bytes.
[[nodiscard]] Result<ImportedRoadmap> importDocument(
    const QByteArray& bytes, const QString& fileName);

/// The same of a file. Its size is looked at before it is read; devices and pipes are refused.
[[nodiscard]] Result<ImportedRoadmap> importFile(const QString& path);

} // namespace roadloom
