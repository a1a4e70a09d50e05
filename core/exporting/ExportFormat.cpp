// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/ExportFormat.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr const char* context = "ExportFormat";

struct FormatFacts {
    ExportFormat format;
    QLatin1StringView name;
    QLatin1StringView extension;
    QLatin1StringView mimeType;
    const char* title;
};

constexpr std::array formats {
    FormatFacts { ExportFormat::Roadloom, "roadloom"_L1, "roadloom"_L1,
        "application/x-roadloom+json"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "Roadloom file, with progress and notes") },
    FormatFacts { ExportFormat::Json, "json"_L1, "json"_L1, "application/json"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "JSON, the design alone") },
    FormatFacts { ExportFormat::Markdown, "markdown"_L1, "md"_L1, "text/markdown"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "Markdown document") },
    FormatFacts { ExportFormat::Html, "html"_L1, "html"_L1, "text/html"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "Web page") },
    FormatFacts { ExportFormat::Pdf, "pdf"_L1, "pdf"_L1, "application/pdf"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "PDF document") },
    FormatFacts { ExportFormat::Csv, "csv"_L1, "csv"_L1, "text/csv"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "Table for spreadsheets (CSV)") },
    FormatFacts { ExportFormat::Opml, "opml"_L1, "opml"_L1, "text/x-opml"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "Outline (OPML)") },
    FormatFacts { ExportFormat::Calendar, "calendar"_L1, "ics"_L1, "text/calendar"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "Calendar of study sessions (iCalendar)") },
    FormatFacts { ExportFormat::Anki, "anki"_L1, "txt"_L1, "text/plain"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "Flashcards for Anki") },
    FormatFacts { ExportFormat::Svg, "svg"_L1, "svg"_L1, "image/svg+xml"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "Map of the roadmap (SVG drawing)") },
    FormatFacts { ExportFormat::Png, "png"_L1, "png"_L1, "image/png"_L1,
        QT_TRANSLATE_NOOP("ExportFormat", "Map of the roadmap (PNG picture)") },
};
static_assert(formats.size() == exportFormats.size());

/// Endings that other programs use for what we write.
struct OtherExtension {
    QLatin1StringView extension;
    ExportFormat format;
};
constexpr std::array otherExtensions {
    OtherExtension { "markdown"_L1, ExportFormat::Markdown },
    OtherExtension { "htm"_L1, ExportFormat::Html },
    OtherExtension { "ical"_L1, ExportFormat::Calendar },
};

const FormatFacts& factsOf(ExportFormat format)
{
    return *std::ranges::find(formats, format, &FormatFacts::format);
}

} // namespace

QString exportFormatName(ExportFormat format)
{
    return factsOf(format).name;
}

std::optional<ExportFormat> exportFormatFromName(QStringView name)
{
    for (const FormatFacts& facts : formats) {
        if (name == facts.name)
            return facts.format;
    }
    return std::nullopt;
}

std::optional<ExportFormat> exportFormatForFile(const QString& fileName)
{
    const QString ending = fileName.section(u'.', -1).toLower();
    if (ending.size() == fileName.size()) // no dot
        return std::nullopt;
    for (const FormatFacts& facts : formats) {
        if (ending == facts.extension)
            return facts.format;
    }
    for (const OtherExtension& other : otherExtensions) {
        if (ending == other.extension)
            return other.format;
    }
    return std::nullopt;
}

QString fileExtension(ExportFormat format)
{
    return factsOf(format).extension;
}

QString mimeType(ExportFormat format)
{
    return factsOf(format).mimeType;
}

QString exportFormatTitle(ExportFormat format)
{
    return QCoreApplication::translate(context, factsOf(format).title);
}

bool needsFonts(ExportFormat format)
{
    return format == ExportFormat::Pdf || format == ExportFormat::Png;
}

bool canBeImported(ExportFormat format)
{
    return format == ExportFormat::Roadloom || format == ExportFormat::Json
        || format == ExportFormat::Markdown || format == ExportFormat::Opml;
}

} // namespace roadloom
