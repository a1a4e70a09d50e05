// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/Outline.h"

namespace roadloom {

/// Reads a Markdown document as an outline: headings, and lists below them. What stands under one
/// of these is its description; a quotation in a list is the learner's note; a box that is ticked
/// means done. A line may end in what it takes, as "(2 h, easy)", in English or Chinese.
///
/// Of documentAsMarkdown() all comes back but what is said there. In other documents the first
/// heading of the top level is the title if it is the only one, and numbers before headings go.
///
/// ErrorKind::TooLarge beyond maxOutlineItems; what is deeper than maxOutlineDepth counts as that
/// deep. Any text is some outline, if only one without lines.
[[nodiscard]] Result<Outline> readMarkdownOutline(const QString& text);

} // namespace roadloom
