// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace roadloom {

/// A flat button that opens its menu at once. Behind its words stands a sign that it does, as large
/// as they are; styles draw a speck into the corner.
class MenuButton : public QToolButton {
    Q_OBJECT
public:
    explicit MenuButton(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// With the gap before it; 0: there are no words.
    [[nodiscard]] int signRoom() const;
};

} // namespace roadloom
