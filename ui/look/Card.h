// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Accents.h"

#include <QFrame>

namespace roadloom {

/// A rounded surface that holds other widgets.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(Tone tone, QWidget* parent = nullptr);

    [[nodiscard]] Tone tone() const { return m_tone; }
    void setTone(Tone tone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
};

} // namespace roadloom
