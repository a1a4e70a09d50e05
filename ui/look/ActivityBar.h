// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace roadloom {

/// A thin line on which a mark runs from side to side: something is going on, nobody knows for how
/// long. It moves only while it is seen; where the desktop wants no animations, it stands still.
class ActivityBar : public QWidget {
    Q_OBJECT
public:
    explicit ActivityBar(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QElapsedTimer m_clock;
    QTimer m_frame;
};

} // namespace roadloom
