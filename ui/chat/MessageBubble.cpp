// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MessageBubble.h"

#include "ui/chat/ProseView.h"
#include "ui/chat/ReasoningPart.h"
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
    m_prose->hide();
    retranslate();
}

void MessageBubble::say(const QString& words)
{
    endReasoning();
    m_prose->appendWords(words);
    m_prose->show();
}

void MessageBubble::reason(const QString& words)
{
    if (m_reasoning == nullptr) {
        m_reasoning = new ReasoningPart(m_agent, this);
        qobject_cast<QVBoxLayout*>(layout())->insertWidget(1, m_reasoning);
    }
    m_reasoning->append(words);
}

void MessageBubble::endReasoning()
{
    if (m_reasoning != nullptr)
        m_reasoning->pause();
}

void MessageBubble::finish()
{
    endReasoning();
    m_prose->finish();
}

void MessageBubble::withdraw(const QString& reason)
{
    if (isWithdrawn())
        return;
    m_prose->withdraw();
    if (m_reasoning != nullptr)
        m_reasoning->withdraw();
    auto* const column = qobject_cast<QVBoxLayout*>(layout());
    m_unfold = new FoldButton(this);
    m_unfold->setVisible(m_reasoning != nullptr || !m_prose->isBlank());
    connect(m_unfold, &FoldButton::toggled, this, &MessageBubble::showParts);
    column->insertWidget(1, m_unfold);
    if (!reason.isEmpty()) {
        auto* const note = new TextLabel(TextLabel::Style::Body, this);
        note->setForeignText(reason);
        column->insertWidget(1, note);
    }
    showParts(false);
    retranslate();
}

void MessageBubble::showParts(bool shown)
{
    if (m_reasoning != nullptr)
        m_reasoning->setVisible(shown);
    m_prose->setVisible(shown && !m_prose->isBlank());
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
    m_title->setText(isWithdrawn() ? tr("%1 (discarded)").arg(title) : title);
    m_prose->setAccessibleName(tr("Words of %1").arg(title));
    if (m_unfold != nullptr)
        m_unfold->setText(tr("What was said"));
}

} // namespace roadloom
