// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace roadloom {

/// Unfolds what stands below it while it is checked; its arrow says which. Flat in both states, its
/// arrow at its left edge. Whoever makes it shows and hides the rest.
class FoldButton : public QToolButton {
    Q_OBJECT
public:
    explicit FoldButton(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace roadloom
