// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Motion.h"

#include <QStyle>
#include <QWidget>

namespace roadloom {

bool mayMove(const QWidget& widget)
{
    return widget.style()->styleHint(QStyle::SH_Widget_Animate, nullptr, &widget) != 0;
}

} // namespace roadloom
