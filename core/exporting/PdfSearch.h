// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFont>
#include <QString>

namespace roadloom {

/// A PDF of QPdfWriter in which Chinese text is found. It tells of each glyph the lowest character
/// that has it, which for 目 and 小 is a radical, U+2F6C and U+2F29, that nobody searches for (seen
/// with Qt 6.4.2 and Noto Sans CJK; pinned by PdfExportTest). Here the characters of `text` take
/// their places, where they share their glyph in `font` or what stands in for it.
[[nodiscard]] QByteArray withSearchableChinese(
    QByteArray pdf, const QString& text, const QFont& font);

} // namespace roadloom
