// SPDX-License-Identifier: Apache-2.0
// Any bytes are a roadmap that breaks no critical rule, or an error with a sentence. What was
// imported once can be exported and imported again, and comes back.
#include "core/exporting/Exporter.h"
#include "core/exporting/RoadmapImport.h"
#include "core/roadmap/RoadmapRules.h"
#include "tests/fuzz/Pieces.h"

using namespace roadloom;

namespace {

QByteArray exported(const RoadmapDocument& document, ExportFormat format)
{
    const Result<QByteArray> bytes = exportDocument(document, format);
    fuzz::require(bytes.ok(), "What was imported cannot be exported.");
    return bytes.value();
}

RoadmapDocument imported(const QByteArray& bytes)
{
    const Result<ImportedRoadmap> again = importDocument(bytes, {});
    fuzz::require(again.ok(), "What was exported cannot be imported.");
    return again.value().document;
}

void checkRoundTrips(const RoadmapDocument& document)
{
    const QByteArray file = exported(document, ExportFormat::Roadloom);
    fuzz::require(exported(imported(file), ExportFormat::Roadloom) == file,
        "A file of ours changed by being read.");
    for (const ExportFormat format :
        { ExportFormat::Json, ExportFormat::Markdown, ExportFormat::Opml }) {
        const RoadmapDocument again = imported(exported(document, format));
        fuzz::require(conceptCount(again.roadmap()) == conceptCount(document.roadmap()),
            "An outline lost concepts, or got some.");
    }
    for (const ExportFormat format :
        { ExportFormat::Html, ExportFormat::Csv, ExportFormat::Anki, ExportFormat::Svg })
        fuzz::require(!exported(document, format).isEmpty(), "An export is empty.");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const fuzz::Input input(data, size);
    const QString name
        = QStringList { QStringLiteral("a.md"), QStringLiteral("b.opml"), QString() }.at(
            input.cut % 3);
    const Result<ImportedRoadmap> first = importDocument(input.text.toByteArray(), name);
    if (!first) {
        fuzz::require(!first.error().message.isEmpty(), "An error says nothing.");
        return 0;
    }
    const RoadmapDocument& document = first.value().document;
    fuzz::require(!hasCriticalFinding(checkRoadmap(document.roadmap())),
        "What was imported breaks a critical rule.");
    checkRoundTrips(document);
    return 0;
}
