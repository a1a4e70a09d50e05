// SPDX-License-Identifier: Apache-2.0
#include "ui/look/FoldButton.h"

#include "ui/look/Accents.h"
#include "ui/look/Icons.h"
#include "ui/look/SpokenFaces.h"

#include <QAccessible>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace roadloom {

namespace {

constexpr int edge = 3; // around, for the focus frame

/// As large as the text is high.
int arrowSize(const QFontMetrics& metrics)
{
    return std::max(spacingUnit + 2, metrics.height());
}

/// Where the words begin.
int indent(const QFontMetrics& metrics)
{
    return std::max(2 * spacingUnit, arrowSize(metrics) + spacingUnit / 4);
}

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
    return { indent(fontMetrics()) + words.width() + edge,
        std::max(words.height(), arrowSize(fontMetrics())) + 2 * edge };
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

    // Styles draw theirs in one size and in grey.
    const int side = arrowSize(fontMetrics());
    paintIcon(painter,
        QStyle::alignedRect(
            layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, { side, side }, rect()),
        isChecked() ? Icon::ChevronDown : Icon::ChevronRight,
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));

    const QRect words = QStyle::visualRect(
        layoutDirection(), rect(), rect().adjusted(indent(fontMetrics()), 0, 0, 0));
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
