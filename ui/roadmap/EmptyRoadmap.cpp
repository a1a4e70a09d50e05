// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/EmptyRoadmap.h"

#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace roadloom {

EmptyRoadmap::EmptyRoadmap(QWidget* parent)
    : QWidget(parent)
    , m_place(new QWidget(this))
    , m_sentence(new TextLabel(TextLabel::Style::Muted, this))
{
    m_place->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(3 * spacingUnit, spacingUnit, 3 * spacingUnit, spacingUnit);
    column->setSpacing(3 * spacingUnit / 2);
    // Above the middle, where the eye looks for it.
    column->addStretch(2);
    column->addWidget(m_place);
    column->addWidget(m_sentence);
    column->addStretch(3);
    leaveRoomForSign();
}

void EmptyRoadmap::say(Icon sign, const QString& sentence)
{
    m_sign = sign;
    m_sentence->setText(sentence);
    update();
}

void EmptyRoadmap::leaveRoomForSign()
{
    m_place->setFixedHeight(3 * iconSide(font()));
}

/// Paler than the sentence: it only says what belongs here.
void EmptyRoadmap::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintIcon(painter, m_place->geometry(), m_sign,
        mixed(mutedText(palette()), palette().color(QPalette::Window), 0.5));
}

void EmptyRoadmap::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        leaveRoomForSign();
}

} // namespace roadloom
