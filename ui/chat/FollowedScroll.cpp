// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/FollowedScroll.h"

#include "ui/chat/SteadyScrollBar.h"
#include "ui/chat/ToEndButton.h"
#include "ui/look/Accents.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>

namespace roadloom {

FollowedScroll::FollowedScroll(QWidget* parent)
    : QScrollArea(parent)
    , m_toEnd(new ToEndButton(this))
{
    setVerticalScrollBar(new SteadyScrollBar(Qt::Vertical));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_toEnd->hide();
    m_afterPaint.setSingleShot(true);
    m_afterPaint.setInterval(0); // such timers come after the paint that was asked for
    connect(&m_afterPaint, &QTimer::timeout, this, &FollowedScroll::stepToEnd);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
        [this](int /*minimum*/, int maximum) { keepFollowing(maximum); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FollowedScroll::noteScroll);
    connect(m_toEnd, &QPushButton::clicked, this, [this] {
        follow();
        setFocus();
    });
    retranslate();
}

void FollowedScroll::follow()
{
    m_following = true;
    correctTo(verticalScrollBar()->maximum());
    showWayToEnd();
}

void FollowedScroll::correctTo(int value)
{
    const QScopedValueRollback guard(m_scrolling, true);
    verticalScrollBar()->setValue(value);
}

void FollowedScroll::keepFollowing(int end)
{
    // A step of a line or two comes after the paint of the words: what is clean is moved on the
    // screen, what waits for its paint would all be painted anew.
    const int step = end - verticalScrollBar()->value();
    if (m_following && step > 0 && step < viewport()->height() / 4 && isVisible())
        m_afterPaint.start();
    else if (m_following)
        correctTo(end);
    showWayToEnd();
}

void FollowedScroll::stepToEnd()
{
    m_afterPaint.stop();
    if (m_following)
        correctTo(verticalScrollBar()->maximum());
}

void FollowedScroll::stepAhead(int by)
{
    if (!m_following || widget()->height() + by < viewport()->height())
        return;
    widget()->resize(widget()->width(), widget()->height() + by);
    stepToEnd();
}

void FollowedScroll::noteScroll(int value)
{
    const bool isUpwards = value < std::exchange(m_value, value);
    if (m_scrolling)
        return;
    const int end = verticalScrollBar()->maximum();
    m_following = value >= end - (isUpwards ? 0 : spacingUnit);
    showWayToEnd();
}

void FollowedScroll::noteNews()
{
    m_hasNews = !m_following;
    showWayToEnd();
}

void FollowedScroll::showWayToEnd()
{
    m_hasNews = m_hasNews && !m_following;
    const bool hasMoreBelow
        = m_hasNews && verticalScrollBar()->value() < verticalScrollBar()->maximum();
    m_toEnd->setVisible(hasMoreBelow);
    if (!hasMoreBelow)
        return;
    m_toEnd->adjustSize();
    const QRect area = viewport()->geometry();
    m_toEnd->move(
        area.center().x() - m_toEnd->width() / 2, area.bottom() - m_toEnd->height() - spacingUnit);
    m_toEnd->raise();
}

/// What QAbstractScrollArea leaves to others.
void FollowedScroll::keyPressEvent(QKeyEvent* event)
{
    QScrollBar& bar = *verticalScrollBar();
    const bool isShifted = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Home:
        bar.triggerAction(QScrollBar::SliderToMinimum);
        return;
    case Qt::Key_End:
        follow();
        return;
    case Qt::Key_Space:
        bar.triggerAction(
            isShifted ? QScrollBar::SliderPageStepSub : QScrollBar::SliderPageStepAdd);
        return;
    default:
        QScrollArea::keyPressEvent(event);
    }
}

void FollowedScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    showWayToEnd();
}

void FollowedScroll::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FollowedScroll::retranslate()
{
    m_toEnd->setText(tr("New words below"));
}

} // namespace roadloom
