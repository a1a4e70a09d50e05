// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace roadloom {

/// Words of one look.
struct MarkdownRun {
    QString text;
    bool isStrong = false;
    bool isEmphasised = false;
    bool isCode = false;

    bool operator==(const MarkdownRun&) const = default;
};

/// A paragraph, a heading or a quotation of one paragraph. Its lines are parted by
/// QChar::LineSeparator.
struct SimpleBlock {
    int headingLevel = 0; ///< 1 to 6; 0: none
    bool isQuoted = false;
    QList<MarkdownRun> runs {};

    bool operator==(const SimpleBlock&) const = default;
};

/// What streams mostly, read at a small part of what a whole Markdown reader costs: finished text
/// of MarkdownBlocks with nothing in it but words, emphasis and code. Nullopt where there is, or
/// may be, more to it. Reads what it reads as QTextDocument::setMarkdown() does.
[[nodiscard]] std::optional<QList<SimpleBlock>> simpleMarkdown(QStringView markdown);

} // namespace roadloom
