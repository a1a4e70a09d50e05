// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QScrollBar>

namespace roadloom {

/// Is painted anew only when it looks different. Beside a long text that grows, its slider moves
/// by far less than a pixel with each line, while painting it costs as much as the line does.
class SteadyScrollBar : public QScrollBar {
    Q_OBJECT
public:
    using QScrollBar::QScrollBar;

protected:
    void sliderChange(SliderChange change) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Look {
        bool operator==(const Look&) const = default;

        QSize size {};
        QRect slider {};
        bool isAtBegin = false;
        bool isAtEnd = false;
    };
    [[nodiscard]] Look currentLook() const;
    void updateIfChanged();

    Look m_painted;
    bool m_isAsked = false; ///< to look, once range and value are both right
};

} // namespace roadloom
