// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/Exporter.h"
#include "core/exporting/RoadmapImport.h"

namespace roadloom::sample {

/// The perfect roadmap, in English, with three concepts done, begun and known, and two notes.
[[nodiscard]] RoadmapDocument document();
/// A small one in Chinese, with characters beyond the basic plane.
[[nodiscard]] RoadmapDocument chineseDocument();
/// `text` wherever there is a text, in the first stage, module and concept and around them.
[[nodiscard]] RoadmapDocument documentWith(const QString& text);
/// With so many concepts, and a description each.
[[nodiscard]] RoadmapDocument largeDocument(qsizetype concepts);

/// With all that a calendar must be told.
[[nodiscard]] ExportOptions options();

/// The bytes of a format; an empty text, and a failed test, if there are none.
[[nodiscard]] QByteArray exported(const RoadmapDocument& document, ExportFormat format,
    const ExportOptions& options = sample::options());
/// What these bytes are imported as; an empty document, and a failed test, if they are not.
[[nodiscard]] ImportedRoadmap imported(const QByteArray& bytes, const QString& fileName = {});

/// Without what a Markdown or OPML document does not hold.
[[nodiscard]] RoadmapDocument outlinePart(const RoadmapDocument& document);

/// What a program says of bytes that it gets on its standard input, or as a file where `@` stands
/// among the arguments: its standard output, and the error if it failed.
struct ToolAnswer {
    int status = -1;
    QString output;
    QString errors;
};
[[nodiscard]] bool hasTool(const QString& program);
[[nodiscard]] ToolAnswer askTool(
    const QString& program, QStringList arguments, const QByteArray& bytes);

} // namespace roadloom::sample
