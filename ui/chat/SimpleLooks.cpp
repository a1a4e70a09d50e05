// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/SimpleLooks.h"

#include "ui/chat/InertDocument.h"

#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr size_t quotation = 7;

size_t indexOf(const MarkdownRun& run)
{
    return (run.isStrong ? 1U : 0U) + (run.isEmphasised ? 2U : 0U) + (run.isCode ? 3U : 0U);
}

} // namespace

struct SimpleLooks::Look {
    QTextBlockFormat block;
    std::array<QTextCharFormat, 6> runs; ///< plain, strong, emphasised; the same of code
};

SimpleLooks::SimpleLooks(const QFont& font, const QPalette& palette, const CodeFormats& code)
    : m_font(font)
    , m_palette(palette)
    , m_code(code)
{
}

SimpleLooks::~SimpleLooks() = default;

const QTextBlockFormat& SimpleLooks::of(const SimpleBlock& block)
{
    return lookOf(block).block;
}

const QTextCharFormat& SimpleLooks::of(const SimpleBlock& block, const MarkdownRun& run)
{
    return lookOf(block).runs.at(indexOf(run));
}

const SimpleLooks::Look& SimpleLooks::lookOf(const SimpleBlock& block)
{
    std::unique_ptr<Look>& look
        = m_looks.at(block.isQuoted ? quotation : size_t(block.headingLevel));
    if (look != nullptr)
        return *look;
    const QString mark = block.isQuoted ? u"> "_s
        : block.headingLevel > 0        ? QString(block.headingLevel, u'#') + u' '
                                        : QString();
    InertDocument sample;
    sample.setDefaultFont(m_font);
    sample.setMarkdown(mark + "a **b** *c* `d` **`e`** *`f`*"_L1);
    restyleProse(sample, m_palette, m_code);
    look = std::make_unique<Look>();
    look->block = sample.firstBlock().blockFormat();
    for (auto it = sample.firstBlock().begin(); !it.atEnd(); ++it) {
        const qsizetype which = u"abcdef"_s.indexOf(it.fragment().text().trimmed());
        if (which >= 0 && !it.fragment().text().trimmed().isEmpty())
            look->runs.at(size_t(which)) = it.fragment().charFormat();
    }
    return *look;
}

} // namespace roadloom
