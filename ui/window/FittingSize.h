// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <QWidget>

namespace roadloom {

/// For a dialog that scrolls: no larger than the window it belongs to, whose edges it stays off.
[[nodiscard]] inline QSize fittingSize(const QWidget& dialog, const QSize& wanted)
{
    constexpr QSize around(32, 64); // its title bar is above it
    const QWidget* const parent = dialog.parentWidget();
    return parent != nullptr ? wanted.boundedTo(parent->window()->size() - around) : wanted;
}

} // namespace roadloom
