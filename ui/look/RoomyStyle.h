// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace roadloom {

enum class Motion { AsTheStyle, None };

/// Another style, but that no button is tighter around its text than its neighbours are (some
/// styles give long texts a few pixels only), that icons, boxes to tick and the steps of a tree
/// grow with the text, that nothing moves where that is not wanted, that a text of several lines
/// shows that it has the keyboard, that the tab in front is marked, that questions and warnings
/// have our icons, and that in a palette of high contrast whatever can be pressed or filled in has
/// an outline.
class RoomyStyle final : public QProxyStyle {
    Q_OBJECT
public:
    /// The desktop's own style if no key is given.
    explicit RoomyStyle(const QString& key = {}, Motion motion = Motion::AsTheStyle);

    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
        const QSize& contents, const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* more) const override;
    [[nodiscard]] QIcon standardIcon(
        StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override;

private:
    Motion m_motion;
};

} // namespace roadloom
