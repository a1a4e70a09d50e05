// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/WordAt.h"

#include <algorithm>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

namespace roadloom {

WordSpan wordAt(QStringView text, qsizetype index)
{
    if (text.isEmpty())
        return {};
    const auto at = int32_t(std::clamp<qsizetype>(index, 0, text.size() - 1));
    // Qt's own boundaries make each Chinese character a word.
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> boundaries(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) || !boundaries)
        return { .begin = at, .end = at + 1 };
    // It is only referred to (unicode/brkiter.h), so it must live as long as the boundaries are
    // used.
    const icu::UnicodeString words(
        false, reinterpret_cast<const char16_t*>(text.utf16()), static_cast<int32_t>(text.size()));
    boundaries->setText(words);
    const int32_t end = boundaries->following(at);
    const int32_t begin = boundaries->previous();
    return { .begin = begin, .end = end };
}

} // namespace roadloom
