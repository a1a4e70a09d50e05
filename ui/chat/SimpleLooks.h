// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/SimpleMarkdown.h"

#include <QFont>
#include <QPalette>
#include <QTextBlockFormat>
#include <QTextCharFormat>

#include <array>
#include <memory>

namespace roadloom {

class CodeFormats;

/// How blocks of simpleMarkdown() look: as restyleProse() makes them look, of which each kind is
/// asked once.
class SimpleLooks {
public:
    /// `code` is to stay as long as this.
    SimpleLooks(const QFont& font, const QPalette& palette, const CodeFormats& code);
    ~SimpleLooks();
    Q_DISABLE_COPY_MOVE(SimpleLooks)

    [[nodiscard]] const QTextBlockFormat& of(const SimpleBlock& block);
    [[nodiscard]] const QTextCharFormat& of(const SimpleBlock& block, const MarkdownRun& run);

private:
    struct Look;
    const Look& lookOf(const SimpleBlock& block);

    QFont m_font;
    QPalette m_palette;
    const CodeFormats& m_code;
    std::array<std::unique_ptr<Look>, 8> m_looks; ///< words, headings, quotations
};

} // namespace roadloom
