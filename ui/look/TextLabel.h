// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Accents.h"

#include <QLabel>

namespace roadloom {

/// A label of the type scale: always plain text, wrapping, its colour following the palette.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    enum class Style {
        Title, ///< one a page
        Heading, ///< of a card or pane
        Strong, ///< what a line is about
        Body,
        Muted, ///< what matters less
        Small, ///< muted and smaller
        Good, ///< what went well
        Alarm, ///< what is wrong
        Technical, ///< for whoever mends it: letters equally wide
    };

    explicit TextLabel(Style style, QWidget* parent = nullptr);
    TextLabel(Style style, const QString& text, QWidget* parent = nullptr);

    void setStyle(Style style);
    /// A colour instead of the style's; Plain is the style's.
    void setTone(Tone tone);

    /// For words of a model: lets the reader select them, and shows them neutralised, cut after
    /// some thousand characters.
    void setForeignText(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyFont();
    void applyColor();

    Style m_style;
    Tone m_tone = Tone::Plain;
    bool m_applying = false;
};

} // namespace roadloom
