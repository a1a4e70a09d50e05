// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace roadloom {

/// Whether anything on this widget may move by itself: neither the learner, nor the desktop, nor
/// the style says no. When that changes, widgets get QEvent::StyleChange.
[[nodiscard]] bool mayMove(const QWidget& widget);

} // namespace roadloom
