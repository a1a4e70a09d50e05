// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/Exporter.h"

#include "core/exporting/AnkiExport.h"
#include "core/exporting/DocumentWords.h"
#include "core/exporting/HtmlExport.h"
#include "core/exporting/MapExport.h"
#include "core/exporting/OpmlFile.h"
#include "core/exporting/PdfExport.h"
#include "core/exporting/RoadloomFile.h"
#include "core/exporting/RoadmapMarkdown.h"
#include "core/roadmap/RoadmapJson.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

Result<QByteArray> write(
    const RoadmapDocument& document, ExportFormat format, const ExportOptions& options)
{
    const DocumentWords words(languageOf(document));
    switch (format) {
    case ExportFormat::Roadloom:
        return writeRoadloomFile(document);
    case ExportFormat::Json:
        return QByteArray(writeJson(toJson(document.design)) + '\n');
    case ExportFormat::Markdown:
        return documentAsMarkdown(document, words).toUtf8();
    case ExportFormat::Html:
        return documentAsHtml(document, words);
    case ExportFormat::Csv:
        return documentAsCsv(document, words, options.csvMark);
    case ExportFormat::Opml:
        return documentAsOpml(document);
    case ExportFormat::Calendar:
        return documentAsCalendar(document, words, options.calendar);
    case ExportFormat::Anki:
        return documentAsAnkiText(document, words);
    case ExportFormat::Pdf:
        return documentAsPdf(document, words);
    case ExportFormat::Svg:
        return documentAsSvg(document, words);
    case ExportFormat::Png:
        return documentAsPng(document, words, options.pictureScale);
    }
    Q_UNREACHABLE();
}

} // namespace

Result<QByteArray> exportDocument(
    const RoadmapDocument& document, ExportFormat format, const ExportOptions& options)
{
    RoadmapDocument plain = withPlainTexts(document);
    if (options.personalParts == PersonalParts::LeftOut)
        plain = withoutPersonalParts(std::move(plain));
    return write(plain, format, options);
}

} // namespace roadloom
