// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProgressBar>

namespace roadloom {

struct ShareColors {
    QColor share;
    QColor rail; ///< on which it lies
};

/// Of a rail on which this is the colour of text.
[[nodiscard]] QColor shareRail(const QPalette& palette, QColor ink);

/// Paints a thin rail of which a share, 0 to 1, is filled; filled at all as soon as there is any.
void paintShare(QPainter& painter, const QRect& rect, double share, const ShareColors& colors,
    Qt::LayoutDirection direction);

/// The same as a widget. Its accessible name says what it measures; set that.
class ShareBar : public QProgressBar {
    Q_OBJECT
public:
    explicit ShareBar(QWidget* parent = nullptr);

    void setShare(double share);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int thickness() const;
};

} // namespace roadloom
