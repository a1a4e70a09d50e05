// SPDX-License-Identifier: Apache-2.0
#include "ui/look/ActivityBar.h"

#include "ui/look/Accents.h"
#include "ui/look/Motion.h"

#include <QEvent>
#include <QPainter>

#include <chrono>
#include <cmath>
#include <numbers>

namespace roadloom {

namespace {

constexpr int thickness = 3;
constexpr float faint = 0.4F;
constexpr double restingShare = 0.25; // in the middle
constexpr std::chrono::milliseconds framePeriod { 40 };
constexpr std::chrono::milliseconds wayAndBack { 3600 };

} // namespace

ActivityBar::ActivityBar(QWidget* parent)
    : QProgressBar(parent)
{
    setRange(0, 0);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_frame.setInterval(framePeriod);
    connect(&m_frame, &QTimer::timeout, this, qOverload<>(&QWidget::update));
}

void ActivityBar::setPercent(std::optional<int> percent)
{
    m_percent = percent;
    setRange(0, percent ? 100 : 0); // to 0: nobody knows
    setValue(percent.value_or(0));
    update();
}

QSize ActivityBar::sizeHint() const
{
    return { 0, thickness };
}

void ActivityBar::showEvent(QShowEvent* event)
{
    QProgressBar::showEvent(event);
    m_clock.start();
    moveOrNot();
}

void ActivityBar::changeEvent(QEvent* event)
{
    QProgressBar::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        moveOrNot();
}

void ActivityBar::moveOrNot()
{
    if (isVisible() && mayMove(*this))
        m_frame.start();
    else
        m_frame.stop();
}

void ActivityBar::hideEvent(QHideEvent* event)
{
    QProgressBar::hideEvent(event);
    m_frame.stop();
}

void ActivityBar::paintEvent(QPaintEvent* /*event*/)
{
    const double share = m_frame.isActive() ? double(m_clock.elapsed()) / double(wayAndBack.count())
                                            : restingShare;
    // Slow at the ends, as whatever turns round.
    const double place = (1.0 - std::cos(2.0 * std::numbers::pi * share)) / 2.0;
    const double length = width() / 5.0;
    const double done = width() * m_percent.value_or(0) / 100.0;
    QColor mark = accentLine(palette());
    QPainter painter(this);
    painter.fillRect(QRectF(0, 0, done, height()), mark);
    if (m_percent)
        mark.setAlphaF(faint);
    painter.fillRect(QRectF((width() - length) * place, 0, length, height()), mark);
}

} // namespace roadloom
