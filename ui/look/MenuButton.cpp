// SPDX-License-Identifier: Apache-2.0
#include "ui/look/MenuButton.h"

#include "ui/look/Accents.h"
#include "ui/look/Icons.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace roadloom {

namespace {

/// Of the sign: quieter than an icon.
int signSide(const QFont& font)
{
    return iconSide(font) * 3 / 4;
}

} // namespace

MenuButton::MenuButton(QWidget* parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(InstantPopup);
}

int MenuButton::signRoom() const
{
    return toolButtonStyle() == Qt::ToolButtonIconOnly ? 0 : signSide(font()) + spacingUnit / 2;
}

QSize MenuButton::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(signRoom(), 0);
}

void MenuButton::paintEvent(QPaintEvent* /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::HasMenu;
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    if (signRoom() == 0)
        return;
    const int side = signSide(font());
    const QRect room = rect().adjusted(spacingUnit / 2, 0, -spacingUnit / 2, 0);
    paintIcon(painter,
        QStyle::alignedRect(
            layoutDirection(), Qt::AlignRight | Qt::AlignVCenter, { side, side }, room),
        Icon::ChevronDown,
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
}

} // namespace roadloom
