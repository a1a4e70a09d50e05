// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace roadloom {

/// The kinds of document that a roadmap can become.
enum class ExportFormat {
    Roadloom,
    Json,
    Markdown,
    Html,
    Pdf,
    Csv,
    Opml,
    Calendar,
    Anki,
    Svg,
    Png
};

/// In the order in which a menu shows them.
inline constexpr std::array exportFormats {
    ExportFormat::Roadloom,
    ExportFormat::Markdown,
    ExportFormat::Html,
    ExportFormat::Pdf,
    ExportFormat::Csv,
    ExportFormat::Opml,
    ExportFormat::Calendar,
    ExportFormat::Anki,
    ExportFormat::Svg,
    ExportFormat::Png,
    ExportFormat::Json,
};

/// The word for it in options and files: "markdown". Stable.
[[nodiscard]] QString exportFormatName(ExportFormat format);
[[nodiscard]] std::optional<ExportFormat> exportFormatFromName(QStringView name);
/// What a file's name says by its ending, whatever the case.
[[nodiscard]] std::optional<ExportFormat> exportFormatForFile(const QString& fileName);

/// Without the dot: "md".
[[nodiscard]] QString fileExtension(ExportFormat format);
[[nodiscard]] QString mimeType(ExportFormat format);
/// For menus and file dialogs, translated: "Markdown document".
[[nodiscard]] QString exportFormatTitle(ExportFormat format);

/// Whether it is drawn with fonts, so that it can be made only where there is a QGuiApplication (of
/// the platform "offscreen", say).
[[nodiscard]] bool needsFonts(ExportFormat format);
/// Whether importDocument() reads it.
[[nodiscard]] bool canBeImported(ExportFormat format);

} // namespace roadloom
