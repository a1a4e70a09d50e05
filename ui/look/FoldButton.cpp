// SPDX-License-Identifier: Apache-2.0
#include "ui/look/FoldButton.h"

#include "ui/look/Accents.h"
#include "ui/look/SpokenFaces.h"

#include <QAccessible>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace roadloom {

namespace {

constexpr int arrowSize = spacingUnit + 2;
constexpr int gap = spacingUnit - 2;
constexpr int edge = 3; // around, for the focus frame

} // namespace

FoldButton::FoldButton(QWidget* parent)
    : QToolButton(parent)
{
    installSpokenFaces();
    setCheckable(true);
    setAutoRaise(true);
    setArrowType(Qt::RightArrow);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::toggled, this, [this](bool unfolded) {
        setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
        QAccessible::State changed;
        changed.expanded = true;
        changed.collapsed = true;
        QAccessibleStateChangeEvent event(this, changed);
        QAccessible::updateAccessibility(&event);
    });
}

QSize FoldButton::sizeHint() const
{
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    return { arrowSize + gap + words.width() + edge,
        std::max(words.height(), arrowSize) + 2 * edge };
}

QSize FoldButton::minimumSizeHint() const
{
    return sizeHint();
}

void FoldButton::paintEvent(QPaintEvent* /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);

    QStyleOption arrow;
    arrow.initFrom(this);
    arrow.state &= ~QStyle::State_MouseOver;
    arrow.rect = QStyle::alignedRect(
        layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, { arrowSize, arrowSize }, rect());
    painter.drawPrimitive(isChecked()              ? QStyle::PE_IndicatorArrowDown
            : layoutDirection() == Qt::LeftToRight ? QStyle::PE_IndicatorArrowRight
                                                   : QStyle::PE_IndicatorArrowLeft,
        arrow);

    const QRect words
        = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(arrowSize + gap, 0, 0, 0));
    QFont font = painter.font();
    font.setUnderline(underMouse() && isEnabled());
    painter.setFont(font);
    const bool showsMnemonic = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) != 0;
    painter.drawItemText(words,
        Qt::AlignVCenter | Qt::AlignLeft
            | (showsMnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
        palette(), isEnabled(), text(), QPalette::WindowText);

    if (!option.state.testFlag(QStyle::State_KeyboardFocusChange) || !hasFocus())
        return;
    // Some styles' focus frames are hardly there.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(accentLine(palette()), 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 2, 2);
}

} // namespace roadloom
