// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/DoneCard.h"

#include "ui/look/PrimaryButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

namespace roadloom {

DoneCard::DoneCard(QWidget* parent)
    : Card(Tone::Good, parent)
    , m_title(new TextLabel(TextLabel::Style::Heading, this))
    , m_about(new TextLabel(TextLabel::Style::Body, this))
    , m_text(new TextLabel(TextLabel::Style::Muted, this))
    , m_study(new PrimaryButton(this))
{
    m_study->setAutoDefault(true); // Enter presses it, too
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addWidget(m_text);
    column->addWidget(m_study, 0, Qt::AlignLeft);
    connect(m_study, &QPushButton::clicked, this, &DoneCard::studyRequested);
    retranslate();
}

void DoneCard::setKept(bool isKept)
{
    m_isKept = isKept;
    retranslate();
}

void DoneCard::takeFocus()
{
    m_study->setFocus(Qt::OtherFocusReason);
}

void DoneCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DoneCard::retranslate()
{
    m_title->setText(tr("Your roadmap is ready"));
    m_about->setText(tr("It says what to learn, in which order and for how long; where you learn "
                        "it is up to you."));
    m_text->setText(m_isKept
            ? tr("It is kept in the library, with your progress and your notes from now on.")
            : QString());
    m_text->setVisible(m_isKept);
    m_study->setText(tr("Start learning"));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_isKept ? m_about->text() + u' ' + m_text->text() : m_about->text());
}

} // namespace roadloom
