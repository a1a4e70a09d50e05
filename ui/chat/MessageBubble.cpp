// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MessageBubble.h"

#include "ui/chat/ProseView.h"
#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

namespace roadloom {

MessageBubble::MessageBubble(AgentId agent, QWidget* parent)
    : Card(Tone::Plain, parent)
    , m_agent(agent)
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
    , m_prose(new ProseView(this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    column->addWidget(m_prose);
    retranslate();
}

void MessageBubble::withdraw(const QString& reason)
{
    if (isWithdrawn())
        return;
    m_prose->withdraw();
    m_unfold = new FoldButton(this);
    m_unfold->setVisible(!m_prose->isBlank());
    m_prose->hide();
    connect(m_unfold, &FoldButton::toggled, m_prose, &QWidget::setVisible);
    auto* const note = new TextLabel(TextLabel::Style::Body, this);
    note->setForeignText(reason);
    auto* const column = qobject_cast<QVBoxLayout*>(layout());
    column->insertWidget(1, note);
    column->insertWidget(2, m_unfold);
    retranslate();
}

void MessageBubble::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageBubble::retranslate()
{
    const QString title = agentTitle(m_agent);
    //: %1 is an agent, whose try failed and is repeated.
    m_title->setText(isWithdrawn() ? tr("%1 (withdrawn)").arg(title) : title);
    m_prose->setAccessibleName(tr("Words of %1").arg(title));
    if (m_unfold != nullptr)
        m_unfold->setText(tr("What was said"));
}

} // namespace roadloom
