// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace roadloom {

/// Unfolds what stands below it while it is checked; its arrow says which. Whoever makes it shows
/// and hides the rest.
class FoldButton : public QToolButton {
    Q_OBJECT
public:
    explicit FoldButton(QWidget* parent = nullptr);
};

} // namespace roadloom
