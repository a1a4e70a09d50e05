// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ErrorCard.h"

#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontDatabase>
#include <QPushButton>

namespace roadloom {

ErrorCard::ErrorCard(const Error& error, QWidget* parent)
    : Card(Tone::Danger, parent)
    , m_title(new TextLabel(TextLabel::Style::Heading, this))
    , m_retry(new QPushButton(this))
{
    auto* const message = new TextLabel(TextLabel::Style::Body, this);
    message->setForeignText(error.message);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit);
    column->addWidget(m_title);
    column->addWidget(message);
    if (!error.details.trimmed().isEmpty())
        addDetails(error.details);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    connect(m_retry, &QPushButton::clicked, this, &ErrorCard::retryRequested);
    setAccessibleDescription(error.message);
    retranslate();
}

void ErrorCard::addDetails(const QString& details)
{
    m_unfold = new FoldButton(this);
    auto* const text = new TextLabel(TextLabel::Style::Body, this);
    text->setForeignText(details);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->hide();
    layout()->addWidget(m_unfold);
    layout()->addWidget(text);
    connect(m_unfold, &FoldButton::toggled, text, &QWidget::setVisible);
}

void ErrorCard::retire()
{
    m_retry->hide();
}

void ErrorCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ErrorCard::retranslate()
{
    m_title->setText(tr("This did not work out"));
    m_retry->setText(tr("Try &again"));
    if (m_unfold != nullptr)
        m_unfold->setText(tr("Technical details"));
    setAccessibleName(m_title->text());
}

} // namespace roadloom
