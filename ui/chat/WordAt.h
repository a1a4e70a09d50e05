// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace roadloom {

struct WordSpan {
    qsizetype begin = 0;
    qsizetype end = 0;

    bool operator==(const WordSpan&) const = default;
};

/// The word that the character at `index` belongs to, as a reader would say: Chinese and other
/// languages without blanks are parted by a dictionary. Blanks are one, other signs each their own.
/// Behind the end: the last word. Empty for an empty text.
[[nodiscard]] WordSpan wordAt(QStringView text, qsizetype index);

} // namespace roadloom
