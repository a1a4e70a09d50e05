// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace roadloom {

/// Floats over a conversation and leads to its end: a pill with an arrow that points there.
class ToEndButton : public QPushButton {
    Q_OBJECT
public:
    explicit ToEndButton(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace roadloom
