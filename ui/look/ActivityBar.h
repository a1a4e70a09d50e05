// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QProgressBar>
#include <QTimer>

#include <optional>

namespace roadloom {

/// A thin line on which a mark runs from side to side: something is going on. Where it is known how
/// much of it is done, the line is filled that far. It moves only while it is seen; where nothing
/// may move, it stands still. Its accessible name says of what; set that.
class ActivityBar : public QProgressBar {
    Q_OBJECT
public:
    explicit ActivityBar(QWidget* parent = nullptr);

    /// 0 to 100; none: nobody knows.
    void setPercent(std::optional<int> percent);
    [[nodiscard]] bool isMoving() const { return m_frame.isActive(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void moveOrNot();

    QElapsedTimer m_clock;
    QTimer m_frame;
    std::optional<int> m_percent;
};

} // namespace roadloom
