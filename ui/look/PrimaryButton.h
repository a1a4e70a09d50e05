// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace roadloom {

/// The button that is meant to be pressed, filled with the palette's highlight.
class PrimaryButton : public QPushButton {
    Q_OBJECT
public:
    explicit PrimaryButton(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void applyColor();

    bool m_applying = false;
};

} // namespace roadloom
