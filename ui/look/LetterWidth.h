// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFontMetrics>

namespace roadloom {

/// How wide a Latin letter is, to measure columns by. In a Chinese font
/// QFontMetrics::averageCharWidth() is the width of an ideograph, which says as much as two
/// letters.
[[nodiscard]] inline int letterWidth(const QFontMetrics& metrics)
{
    return metrics.horizontalAdvance(u'n');
}

} // namespace roadloom
