// SPDX-License-Identifier: Apache-2.0
// What stands out in a transcript: items that are selected, pointed at or have the keyboard.
#include "ui/chat/ProseView.h"
#include "ui/chat/Transcript.h"
#include "ui/look/Accents.h"

#include <QEvent>
#include <QPainter>

#include <utility>

namespace roadloom {

namespace {

constexpr int halo = 4; // between an item and the frame around it

} // namespace

void Transcript::setMarked(const QList<int>& items)
{
    if (m_marked == items)
        return;
    m_marked = items;
    m_content->update();
}

void Transcript::setPointedAt(int index)
{
    if (m_pointedAt == index)
        return;
    m_pointedAt = index;
    m_content->update();
}

/// Around the item where it is now, which covers the rest, but for its corners.
QRegion Transcript::markOf(int index) const
{
    if (index < 0 || index >= count() || widgetOf(index) == nullptr)
        return {};
    constexpr int beyond = halo + 1; // half of a line
    constexpr int corner = 2;
    const QRect item = widgetOf(index)->geometry();
    return QRegion(item.adjusted(-beyond, -beyond, beyond, beyond))
        .subtracted(item.adjusted(corner, corner, -corner, -corner));
}

void Transcript::paintMarks()
{
    QPainter painter(m_content);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    const auto paintAround = [&](int index) {
        if (index >= 0 && index < count() && widgetOf(index) != nullptr)
            painter.drawRoundedRect(geometryOf(index).adjusted(-halo, -halo, halo, halo),
                spacingUnit + halo, spacingUnit + halo);
    };
    for (const int index : std::as_const(m_marked))
        paintAround(index);
    painter.setPen(QPen(accentLine(palette()), 2.0));
    painter.setBrush(Qt::NoBrush);
    paintAround(m_pointedAt);
    if (m_entered)
        paintAround(indexOf(m_entered));
}

/// Around the viewport: what is in there is moved on the screen when it scrolls.
void Transcript::paintRing()
{
    const QRect inner = viewport()->geometry();
    QPainter painter(this);
    painter.setClipRegion(QRegion(inner.marginsAdded(viewportMargins())).subtracted(inner));
    painter.fillRect(rect(), accentLine(palette()));
}

void Transcript::takeFocus(const QFocusEvent& event)
{
    if (m_keys.take(event))
        update();
}

/// Words never get the keyboard from the mouse, and buttons in cards show it themselves.
void Transcript::noteFocus(QWidget* focus)
{
    QWidget* const entered
        = qobject_cast<ProseView*>(focus) != nullptr && m_content->isAncestorOf(focus) ? focus
                                                                                       : nullptr;
    if (entered == m_entered)
        return;
    m_entered = entered;
    m_content->update();
}

bool Transcript::event(QEvent* event)
{
    const bool isTaken = FollowedScroll::event(event);
    if (event->type() == QEvent::Paint && m_keys.isShown())
        paintRing();
    return isTaken;
}

void Transcript::focusInEvent(QFocusEvent* event)
{
    FollowedScroll::focusInEvent(event);
    takeFocus(*event);
}

void Transcript::focusOutEvent(QFocusEvent* event)
{
    FollowedScroll::focusOutEvent(event);
    takeFocus(*event);
}

} // namespace roadloom
