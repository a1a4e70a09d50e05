// SPDX-License-Identifier: Apache-2.0
#include "ui/start/RecentButton.h"

#include "ui/look/Accents.h"
#include "ui/look/Icons.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionFocusRect>

namespace roadloom {

namespace {

constexpr int signSize = 3 * spacingUnit;
constexpr qreal roundness = spacingUnit;

QFont strong(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

RecentButton::RecentButton(const QString& title, const QString& details, QWidget* parent)
    : QAbstractButton(parent)
    , m_title(title)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(title);
    setDetails(details);
    setToolTip(QStringLiteral("<p>%1</p>").arg(title.toHtmlEscaped()));
}

void RecentButton::setDetails(const QString& details)
{
    m_details = details;
    setAccessibleDescription(details);
    update();
}

QSize RecentButton::sizeHint() const
{
    const int lines = QFontMetrics(strong(font())).height() + fontMetrics().height();
    return { 40 * spacingUnit, lines + 2 * spacingUnit };
}

QSize RecentButton::minimumSizeHint() const
{
    return { 15 * spacingUnit, sizeHint().height() };
}

void RecentButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const bool isLit = underMouse() || hasFocus() || isDown();
    const Tint colors = tint(palette(), isLit ? Tone::Primary : Tone::Plain);
    const QRectF edge = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(colors.fill);
    painter.setPen(hasFocus() ? QPen(accentLine(palette()), 2) : QPen(colors.line));
    painter.drawRoundedRect(
        hasFocus() ? edge.adjusted(0.5, 0.5, -0.5, -0.5) : edge, roundness, roundness);

    const QRect inner = rect().adjusted(2 * spacingUnit, spacingUnit, -spacingUnit, -spacingUnit);
    const auto place = [this, &inner](int left, int width) {
        return QStyle::visualRect(
            layoutDirection(), inner, QRect(left, inner.top(), width, inner.height()));
    };
    paintIcon(painter, place(inner.left(), signSize), Icon::Book,
        readable(palette().color(QPalette::Highlight), colors.fill));
    paintIcon(painter, place(inner.right() - signSize, signSize), Icon::ChevronRight,
        mutedText(palette()));
    const int left = inner.left() + signSize + 2 * spacingUnit;
    const QRect words = place(left, inner.right() - signSize - spacingUnit - left);
    const QFont bold = strong(font());
    const QFontMetrics boldMetrics(bold);
    const int alignment = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(words, alignment | int(Qt::AlignTop),
        boldMetrics.elidedText(m_title, Qt::ElideRight, words.width()));
    painter.setFont(font());
    painter.setPen(mutedText(palette()));
    painter.drawText(words, alignment | int(Qt::AlignBottom),
        fontMetrics().elidedText(m_details, Qt::ElideRight, words.width()));
}

void RecentButton::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    showMenu(isByMouse ? event->globalPos() : mapToGlobal(rect().center()));
}

void RecentButton::showMenu(const QPoint& place)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setDefaultAction(menu->addAction(tr("&Open"), this, &RecentButton::click));
    menu->addAction(tr("&Remove…"), this, &RecentButton::removalWanted);
    menu->popup(place);
}

/// As on any button that is meant to be pressed; and Qt knows one of the keys for menus only.
void RecentButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        showMenu(mapToGlobal(rect().center()));
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace roadloom
