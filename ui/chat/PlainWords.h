// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace roadloom {

/// Markdown as it is read out or pasted as plain text: without the marks of emphasis, headings,
/// code, links and quotations; list signs, numbers and tables stay. About what the rendered words
/// say, not always to the character. Linear.
[[nodiscard]] QString plainWords(QStringView markdown);

/// A line of Markdown that begins or ends code.
[[nodiscard]] bool isFence(QStringView line);

} // namespace roadloom
