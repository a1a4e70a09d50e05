// SPDX-License-Identifier: Apache-2.0
#include "ui/look/FoldButton.h"

namespace roadloom {

FoldButton::FoldButton(QWidget* parent)
    : QToolButton(parent)
{
    setCheckable(true);
    setAutoRaise(true);
    setArrowType(Qt::RightArrow);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::toggled, this,
        [this](bool unfolded) { setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow); });
}

} // namespace roadloom
