// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

#include <algorithm>

namespace roadloom {

/// Whether somebody who looks at it reads this.
inline bool shows(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&text](const QLabel* label) {
        return label->isVisible() && label->text().contains(text);
    });
}

} // namespace roadloom
