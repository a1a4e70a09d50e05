// SPDX-License-Identifier: Apache-2.0
#include "ui/start/RecentButton.h"

#include "ui/look/Accents.h"
#include "ui/look/Icons.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolButton>

#include <algorithm>

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
    , m_more(new QToolButton(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(title);
    setDetails(details);
    m_more->setIcon(roadloom::icon(Icon::More));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setCursor(Qt::ArrowCursor);
    connect(m_more, &QToolButton::clicked, this,
        [this] { showMenu(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    retranslate();
}

void RecentButton::retranslate()
{
    //: %1 is a roadmap's title.
    m_more->setAccessibleName(tr("More for “%1”").arg(m_title));
    m_more->setToolTip(tr("Rename or remove"));
}

void RecentButton::setDetails(const QString& details)
{
    m_details = details;
    setAccessibleDescription(details);
    setToolTip(QStringLiteral("<p><b>%1</b></p><p>%2</p>")
                   .arg(m_title.toHtmlEscaped(), details.toHtmlEscaped()));
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

QRect RecentButton::inner() const
{
    return rect().adjusted(2 * spacingUnit, spacingUnit, -spacingUnit, -spacingUnit);
}

/// At the end of the line, as large as a finger.
void RecentButton::placeMore()
{
    const int side = std::max(4 * spacingUnit, m_more->sizeHint().height());
    m_more->setGeometry(QStyle::alignedRect(
        layoutDirection(), Qt::AlignRight | Qt::AlignVCenter, { side, side }, inner()));
}

void RecentButton::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    placeMore();
}

void RecentButton::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        placeMore();
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

    const QRect inner = this->inner();
    const auto place = [this, &inner](int left, int width) {
        return QStyle::visualRect(
            layoutDirection(), inner, QRect(left, inner.top(), width, inner.height()));
    };
    paintIcon(painter, place(inner.left(), signSize), Icon::Book,
        readable(palette().color(QPalette::Highlight), colors.fill));
    const int left = inner.left() + signSize + 2 * spacingUnit;
    const QRect words = place(left, inner.right() - m_more->width() - spacingUnit - left);
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
    if (m_isRenamable)
        menu->addAction(tr("Re&name…"), this, &RecentButton::renameWanted);
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
