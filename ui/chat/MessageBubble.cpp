// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MessageBubble.h"

#include "ui/chat/ProseView.h"
#include "ui/chat/ReasoningPart.h"
#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

#include <utility>

namespace roadloom {

MessageBubble::MessageBubble(AgentId agent, QWidget* parent)
    : Card(Tone::Plain, parent)
    , m_agent(agent)
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    addPart({});
}

void MessageBubble::addPart(const QString& stage)
{
    auto* const prose = new ProseView(this);
    connect(prose, &ProseView::linkChosen, this, &MessageBubble::linkChosen);
    prose->hide();
    layout()->addWidget(prose);
    m_parts.append({ .stage = stage, .prose = prose });
    retranslate();
}

void MessageBubble::say(const QString& words, const QString& stage)
{
    endReasoning();
    if (m_parts.constLast().stage != stage || m_parts.constLast().isWithdrawn) {
        if (words.trimmed().isEmpty())
            return; // blank lines before the first words are none
        if (prose().isBlank()) {
            m_parts.last().stage = stage;
        } else {
            prose().finish();
            addPart(stage);
        }
    }
    prose().appendWords(words);
    prose().show();
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
    prose().finish();
}

void MessageBubble::withdrawStage(const QString& stage)
{
    for (Part& part : m_parts) {
        if (part.stage != stage || part.isWithdrawn || part.prose->isBlank())
            continue;
        part.isWithdrawn = true;
        part.prose->withdraw();
    }
    retranslate();
}

void MessageBubble::withdraw(const QString& reason)
{
    if (isWithdrawn())
        return;
    bool hasWords = false;
    for (Part& part : m_parts) {
        part.isWithdrawn = true;
        part.prose->withdraw();
        hasWords = hasWords || !part.prose->isBlank();
    }
    if (m_reasoning != nullptr)
        m_reasoning->withdraw();
    auto* const column = qobject_cast<QVBoxLayout*>(layout());
    m_unfold = new FoldButton(this);
    m_unfold->setVisible(m_reasoning != nullptr || hasWords);
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
    for (const Part& part : std::as_const(m_parts))
        part.prose->setVisible(shown && !part.prose->isBlank());
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
    const QString discarded = tr("%1 (discarded)").arg(title);
    m_title->setText(isWithdrawn() ? discarded : title);
    for (const Part& part : std::as_const(m_parts))
        part.prose->setAccessibleName(tr("Words of %1").arg(part.isWithdrawn ? discarded : title));
    if (m_unfold != nullptr)
        m_unfold->setText(tr("What was said"));
}

} // namespace roadloom
