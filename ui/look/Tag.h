// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Accents.h"

#include <QWidget>

class QPainter;

namespace roadloom {

/// Paints a short text in a rounded chip, elided to the rectangle.
void paintChip(QPainter& painter, const QRect& rect, const QString& text, const Tint& colors);

/// How large the chip of a text is in a font.
[[nodiscard]] QSize chipSize(const QFontMetrics& metrics, const QString& text);

/// A word in a chip. Plain text, elided at 240 pixels, the whole of it in the tool tip.
class Tag : public QWidget {
    Q_OBJECT
public:
    explicit Tag(const QString& text, Tone tone, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
};

} // namespace roadloom
