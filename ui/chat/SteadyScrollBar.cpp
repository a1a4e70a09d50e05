// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/SteadyScrollBar.h"

#include <QStyle>
#include <QStyleOptionSlider>

#include <utility>

namespace roadloom {

/// Not before all that changes in this turn has: a range that has grown alone moves the slider.
void SteadyScrollBar::sliderChange(SliderChange /*change*/)
{
    if (!std::exchange(m_isAsked, true))
        QMetaObject::invokeMethod(this, &SteadyScrollBar::updateIfChanged, Qt::QueuedConnection);
}

void SteadyScrollBar::updateIfChanged()
{
    m_isAsked = false;
    if (currentLook() != m_painted)
        update();
}

/// While something still changes, it may be only a part, or another device, that is painted.
void SteadyScrollBar::paintEvent(QPaintEvent* event)
{
    m_painted = m_isAsked ? Look() : currentLook();
    QScrollBar::paintEvent(event);
}

SteadyScrollBar::Look SteadyScrollBar::currentLook() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return { .size = size(),
        .slider
        = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this),
        .isAtBegin = value() == minimum(),
        .isAtEnd = value() == maximum() };
}

} // namespace roadloom
